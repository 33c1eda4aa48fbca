import QtQuick

// Divides, where other programs draw a box. It takes the width (or height) it is given.
Rectangle {
    property bool vertical: false

    implicitWidth: Theme.hair
    implicitHeight: Theme.hair
    width: vertical ? Theme.hair : (parent?.width ?? 0)
    height: vertical ? (parent?.height ?? 0) : Theme.hair
    color: Theme.hairColour
    Accessible.ignored: true
}
