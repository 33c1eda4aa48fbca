import QtQuick

// The base of all words: wraps, never clips a Chinese sign at the top or a tail at the bottom, and says itself to a screen reader.
Text {
    id: block

    property bool dim: false
    // Not bound to lineCount: the line's height lays the text out anew, which says its line count again while the binding runs.
    property bool severalLines: false

    color: dim ? Theme.dim : Theme.line
    font.family: Theme.sans
    font.pixelSize: Theme.body
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    lineHeight: severalLines ? Theme.lineHeight / 1.448 : 1
    lineHeightMode: Text.ProportionalHeight
    // Noto Sans CJK is 1.448 em high of itself; where a line is set tighter, the last line's tail must keep its room.
    bottomPadding: severalLines && lineHeight < 1 ? Math.ceil(font.pixelSize * 0.1) : 0
    onLineCountChanged: severalLines = lineCount > 1
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
