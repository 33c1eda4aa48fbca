pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.shell

// Numerals beside the parts of a machine: a dot on the part, a thin line, a numeral in a ring. The face under it is drawn on
// the same sheet, in the middle and as large as its place allows.
Item {
    id: callouts

    required property Rows rows
    required property size sheet
    readonly property real zoom: Math.min(width / sheet.width, height / sheet.height)
    readonly property real offsetX: (width - sheet.width * zoom) / 2
    readonly property real offsetY: (height - sheet.height * zoom) / 2

    Repeater {
        model: callouts.rows

        Item {
            id: callout

            required property int number
            required property real dotX
            required property real dotY
            required property real ringX
            required property real ringY
            readonly property real fromX: callouts.offsetX + dotX * callouts.zoom
            readonly property real fromY: callouts.offsetY + dotY * callouts.zoom
            readonly property real toX: callouts.offsetX + ringX * callouts.zoom
            readonly property real toY: callouts.offsetY + ringY * callouts.zoom

            Rectangle {
                x: callout.fromX
                y: callout.fromY - height / 2
                width: Math.hypot(callout.toX - callout.fromX, callout.toY - callout.fromY)
                height: Theme.px(1.6)
                transformOrigin: Item.Left
                rotation: Math.atan2(callout.toY - callout.fromY, callout.toX - callout.fromX) * 180 / Math.PI
                color: Theme.line
                antialiasing: true
            }
            Rectangle {
                x: callout.fromX - width / 2
                y: callout.fromY - height / 2
                width: Theme.px(9)
                height: width
                radius: width / 2
                color: Theme.line
            }
            Rectangle {
                x: callout.toX - width / 2
                y: callout.toY - height / 2
                width: Theme.px(42)
                height: width
                radius: width / 2
                color: Theme.ground
                border.width: Theme.px(2)
                border.color: Theme.line

                Text {
                    anchors.centerIn: parent
                    text: callout.number
                    color: Theme.line
                    font.family: Theme.sans
                    font.weight: 700
                    font.pixelSize: Theme.px(24)
                    Accessible.ignored: true
                }
            }
        }
    }
}
