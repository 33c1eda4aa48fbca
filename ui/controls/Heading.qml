import QtQuick

// A name in serif: of a page (`large`), of a part of it, or of a park (`display`).
TextBlock {
    property bool large: false
    property bool display: false
    property int size: display ? Theme.display : large ? Theme.title : Theme.heading

    font.family: Theme.serif
    font.weight: 700
    font.pixelSize: size
    font.letterSpacing: Theme.lang === "zh" ? size * 0.06 : 0
    lineHeight: lineCount > 1 ? 0.9 : 1
    Accessible.role: Accessible.Heading
}
