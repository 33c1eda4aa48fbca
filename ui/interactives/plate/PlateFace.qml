pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.interactives
import ui.interactives.plate
import ui.visitor

// The plate on the bench: drawn on, filled, in the round kiln whose bricks glow, rubbed, in the gold bath; below it a row of
// cells cut through: copper, wire, and the enamel between, as grains that become glass and sink.
Item {
    id: face

    required property MachineRunner runner
    // None on the attract page, where the plate is only fired.
    property PlateHands hands: null
    readonly property var now: runner.state
    readonly property int step: hands?.step ?? 3
    readonly property real heat: now.temperature ?? 20
    readonly property real kiln: runner.inputs.kiln ?? 20
    // Copper and brick begin to glow at about 500 °C, dark red, and are orange at 900.
    readonly property real glow: glowAt(heat)
    readonly property real kilnGlow: glowAt(kiln)
    readonly property real level: (now.level ?? 0) / 100
    readonly property real glass: (now.glass ?? 0) / 100
    readonly property real melted: Math.round((now.melted ?? 0) / 2.5) / 40
    readonly property real sunk: Math.round(20 - (now.solid ?? 100) / 5) / 20
    readonly property real polish: (now.polish ?? 0) / 100
    // The eye sees gold long before the coat is as thick as it should be.
    readonly property real gold: Math.min(1, Math.round((now.gold ?? 0) * 80) / 40)
    readonly property real zoom: Math.min(width / 1000, height / 1060)

    function glowAt(celsius: real): real {
        // In steps that the eye doesn't see, so that a plate that cools for minutes isn't painted anew at every frame.
        return Math.round(Math.max(0, Math.min(1, (celsius - 480) / 420)) * 40) / 40;
    }

    // The sheet of the header: it says where things stand, and draws nothing.
    Item {
        id: sheet

        width: 1000 * face.zoom
        height: 1060 * face.zoom
        x: Math.round((face.width - width) / 2)
        y: Math.round((face.height - height) / 2)
    }

    // What stands round the plate, a little larger than it.
    component Round: SceneArt {
        anchors.centerIn: plate
        zoom: face.zoom
        drawn: Qt.size(920, 920)
        visible: opacity > 0
    }

    Round {
        source: "kiln.svg"
        opacity: face.step === 3 ? 1 : 0
    }
    Round {
        source: "kiln_glow.svg"
        opacity: face.step === 3 ? face.kilnGlow : 0
    }
    Round {
        source: "bath.svg"
        // A finished plate lies on the bench for all to see.
        opacity: face.step === 5 && ((face.now.stage ?? 0) < 5 || (face.runner.inputs.bath ?? 0) > 0) ? 1 : 0
    }

    component Layer: PlatePicture {
        anchors.fill: plate
        drawing: face.runner.work
        visible: opacity > 0
    }

    // On whole pixels and outside the scaled sheet, so that it is copied and not scaled.
    Item {
        id: plate

        width: Math.round(800 * face.zoom)
        height: width
        x: Math.round(sheet.x + 500 * face.zoom - width / 2)
        y: Math.round(sheet.y + 455 * face.zoom - height / 2)
    }
    Layer {
        look: "powder"
        rim: face.hands === null ? 1 : (face.now.blows ?? 0) / 3
        opacity: face.melted < 1 ? 1 : 0
    }
    Layer {
        look: "fired"
        ahead: face.step === 3
        depth: face.sunk
        opacity: face.polish < 1 ? face.melted : 0
    }
    Layer {
        look: "polished"
        ahead: face.step === 4
        opacity: face.gold < 1 ? face.polish : 0
    }
    Layer {
        look: "gilded"
        ahead: face.step === 5
        opacity: face.gold
    }
    Rectangle {
        anchors.fill: plate
        radius: width / 2
        color: "#FF6A22"
        opacity: face.glow * 0.76
        visible: opacity > 0
    }
    Rectangle {
        anchors.centerIn: plate
        width: plate.width * 1.095
        height: width
        radius: width / 2
        color: "#D9C25A"
        opacity: 0.2
        visible: (face.runner.inputs.bath ?? 0) > 0
    }
    Loader {
        anchors.fill: plate
        active: face.hands !== null
        sourceComponent: PlateTouch {
            hands: face.hands
        }
    }

    // ---- cut through
    Item {
        id: cut

        x: Math.round(sheet.x + 90 * face.zoom)
        y: Math.round(sheet.y + 925 * face.zoom)
        width: 820
        height: 125
        scale: face.zoom
        transformOrigin: Item.TopLeft

        Rectangle {
            y: 92
            width: parent.width
            height: 33
            color: Qt.tint("#B56A3A", Qt.alpha("#FF7A33", face.glow))
            border.color: Theme.line
            border.width: 2
        }
        Repeater {
            model: face.hands?.cutColours ?? ["#173C9E", "#35B8AE", "#B5233A", "#173C9E", "#EFBE3A", "#157A55"]

            Item {
                id: cell

                required property string modelData
                required property int index

                x: index * 135 + 6
                width: 136
                height: 92

                Rectangle { // glass
                    y: parent.height - height
                    width: parent.width
                    height: Math.round(parent.height * face.glass)
                    color: Qt.tint(cell.modelData, Qt.alpha("#FF8A3C", face.glow * 0.8))

                    Rectangle { // it shines
                        visible: parent.height > 8
                        y: 3
                        width: parent.width
                        height: 3
                        color: Qt.alpha(Theme.line, 0.5)
                    }
                }
                Rectangle { // ground glass, as it lies
                    y: Math.round(parent.height * (1 - face.level))
                    width: parent.width
                    height: Math.max(0, parent.height - Math.round(parent.height * face.glass) - y)
                    color: Qt.tint(Qt.tint(cell.modelData, Qt.alpha("#8A8F98", 0.35)), Qt.alpha("#FF8A3C", face.glow * 0.6))

                    Image {
                        anchors.fill: parent
                        source: "grains.svg"
                        sourceSize: Qt.size(120, 120)
                        fillMode: Image.Tile
                        verticalAlignment: Image.AlignBottom
                        horizontalAlignment: Image.AlignLeft
                        asynchronous: true
                    }
                }
            }
        }
        Repeater {
            model: 7

            Rectangle {
                required property int index

                x: index * 135
                width: 10
                height: 92
                // Until wire is laid, only where it will stand.
                opacity: (face.now.wires ?? 0) > 0 ? 1 : 0.28
                color: Qt.tint(face.gold > 0.5 ? "#E3B34C" : "#C4793F", Qt.alpha("#FF8A3C", face.glow * 0.6))
                border.color: Theme.line
                border.width: 1.5
            }
        }
    }
}
