import QtQuick

// A name in serif: of a page (`large`), of a part of it, or of a park (`display`). `fit`: it grows smaller, down to three
// quarters, where that keeps it on one line.
TextBlock {
    id: name

    property bool large: false
    property bool display: false
    property bool fit: false
    property int size: display ? Theme.display : large ? Theme.title : Theme.heading
    // The part of its size at which all of it stands on one line, with a little to spare for rounding.
    readonly property real one: fit && width > 0 ? Math.min(1, width * 0.985 / Math.max(1, natural.advanceWidth)) : 1
    readonly property int fitted: one < 0.75 ? Math.round(size * 0.92) : Math.floor(size * one)
    readonly property real spacing: Theme.lang === "zh" ? 0.06 : 0

    font.family: Theme.serif
    font.weight: 700
    font.pixelSize: fitted
    font.letterSpacing: fitted * spacing
    lineHeight: lineCount > 1 ? 0.9 : 1
    Accessible.role: Accessible.Heading

    TextMetrics {
        id: natural

        text: name.fit ? name.text : ""
        font.family: Theme.serif
        font.weight: 700
        font.pixelSize: name.size
        font.letterSpacing: name.size * name.spacing
    }
}
