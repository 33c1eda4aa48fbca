// The name of a thing, a line of facts, a word on its own.
TextBlock {
    property bool strong: false
    property bool small: false

    font.pixelSize: small ? Theme.small : Theme.label
    font.weight: strong ? 700 : 500
}
