import QtQuick
import ui.controls

// A pin, in the units of the sheet.
Rectangle {
    required property real zoom
    required property point at
    required property real wide

    width: Math.round(wide * zoom)
    height: width
    x: Math.round(at.x * zoom - width / 2)
    y: Math.round(at.y * zoom - height / 2)
    radius: width / 2
    color: "#D9B25F"
    border.color: Theme.ground
    border.width: Math.max(1, Math.round(1.4 * zoom))

    Rectangle {
        anchors.centerIn: parent
        width: Math.round(parent.width * 0.21) * 2 + parent.width % 2
        height: width
        radius: width / 2
        color: Theme.ground
    }
}
