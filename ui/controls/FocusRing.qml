import QtQuick
import QtQuick.Templates as T

// Where the keyboard is: a ring in the line colour round what has the focus, seen only when the focus came by a key.
Rectangle {
    required property T.Control control

    anchors.fill: parent
    anchors.margins: -Theme.px(5)
    visible: control.visualFocus
    color: "transparent"
    border.width: Math.max(3, Theme.px(3))
    border.color: Theme.line
    radius: Theme.corner + Theme.px(4)
    Accessible.ignored: true
}
