import QtQuick

// A name in serif: of a page (`large`), of a part of it, or of a park (`display`).
TextBlock {
    property bool large: false
    property bool display: false

    font.family: Theme.serif
    font.weight: 700
    font.pixelSize: display ? Theme.display : large ? Theme.title : Theme.heading
    font.letterSpacing: Theme.lang === "zh" ? font.pixelSize * 0.06 : 0
    lineHeight: lineCount > 1 ? 0.9 : 1
    Accessible.role: Accessible.Heading
}
