// What is read: 27 px of the sheet, lines of at most 28 Chinese signs or 55 Latin letters.
TextBlock {
    // The widest a line may be; set `width: Math.min(parent.width, measure)` where a page has more room.
    readonly property real measure: Theme.body * 28

    font.pixelSize: Theme.body
}
