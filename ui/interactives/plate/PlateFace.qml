pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.interactives
import ui.visitor

// The plate on its grate: above, the whole of it in the kiln's light; below, one row of cells cut through: copper, wire, and
// the enamel between, as grains that become glass and sink.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property real heat: now.temperature ?? 20
    // Copper begins to glow at about 500 °C, dark red, and is orange at 900.
    readonly property real glow: Math.max(0, Math.min(1, (heat - 480) / 420))
    readonly property real level: (now.level ?? 0) / 100
    readonly property real glass: (now.glass ?? 0) / 100
    readonly property var colours: ["#1B4FB0", "#14807C", "#B3243F", "#1B4FB0", "#E3B34C", "#14807C"]

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: plate.y + plate.height / 2 - height / 2
        width: plate.width * 1.04
        height: width
        radius: width / 2
        color: "#FF6A2B"
        opacity: face.glow * 0.55
    }
    PlateScene {
        id: plate

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, parent.height * 0.72)
        height: width
        moving: false
        opacity: 1 - face.glow * 0.35
    }
    Rectangle {
        anchors.fill: plate
        anchors.margins: plate.width * 0.01
        radius: width / 2
        color: "#FF7A33"
        opacity: face.glow * 0.5
    }
    Item {
        id: cut

        y: parent.height - height
        width: parent.width
        height: parent.height * 0.24

        Rectangle {
            id: copper

            y: parent.height - height
            width: parent.width
            height: parent.height * 0.26
            color: Qt.tint("#B56A3A", Qt.alpha("#FF7A33", face.glow))
            border.color: Theme.line
            border.width: Theme.px(2)
        }
        Repeater {
            model: face.colours

            Item {
                id: cell

                required property string modelData
                required property int index

                x: index * cut.width / 6
                width: cut.width / 6
                height: cut.height - copper.height

                Rectangle {
                    y: parent.height - height
                    x: wire.width
                    width: parent.width - wire.width
                    height: parent.height * face.glass
                    color: Qt.tint(cell.modelData, Qt.alpha("#FF8A3C", face.glow * 0.8))
                }
                // Grains, as they lie.
                Grid {
                    id: grains

                    x: wire.width
                    y: parent.height * (1 - face.level)
                    width: parent.width - wire.width
                    height: Math.max(0, parent.height * (face.level - face.glass))
                    columns: 10
                    clip: true

                    Repeater {
                        model: face.level - face.glass > 0.01 ? 100 : 0

                        Rectangle {
                            width: grains.width / 10
                            height: width
                            radius: width / 2
                            color: Qt.tint(cell.modelData, Qt.alpha("#FF8A3C", face.glow * 0.6))
                            border.color: Qt.alpha(Theme.line, 0.5)
                            border.width: 1
                        }
                    }
                }
                Rectangle {
                    id: wire

                    width: Theme.px(9)
                    height: parent.height
                    color: Qt.tint("#E3B34C", Qt.alpha("#FF8A3C", face.glow * 0.6))
                    border.color: Theme.line
                    border.width: 1
                }
            }
        }
        Rectangle {
            x: parent.width - width
            width: Theme.px(9)
            height: parent.height - copper.height
            color: "#E3B34C"
            border.color: Theme.line
            border.width: 1
        }
    }
}
