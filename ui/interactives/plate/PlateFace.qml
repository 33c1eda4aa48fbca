pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives
import ui.visitor

// The plate in the mouth of the kiln, whose vault glows as hot as it is set; below, a row of cells cut through: copper, wire,
// and the enamel between, as grains that become glass and sink.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property real heat: now.temperature ?? 20
    readonly property real kiln: runner.inputs.kiln ?? 20
    // Copper and brick begin to glow at about 500 °C, dark red, and are orange at 900.
    readonly property real glow: glowAt(heat)
    readonly property real kilnGlow: glowAt(kiln)
    readonly property real level: (now.level ?? 0) / 100
    readonly property real glass: (now.glass ?? 0) / 100
    readonly property real zoom: Math.min(width / 1000, height / 920)

    function glowAt(celsius: real): real {
        // In steps that the eye doesn't see, so that a plate that cools for minutes isn't painted anew at every frame.
        return Math.round(Math.max(0, Math.min(1, (celsius - 480) / 420)) * 40) / 40;
    }

    Item {
        width: 1000
        height: 920
        x: (face.width - width * face.zoom) / 2
        y: (face.height - height * face.zoom) / 2
        scale: face.zoom
        transformOrigin: Item.TopLeft

        // The vault of the kiln, and its bricks.
        Shape {
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: "transparent"
                fillColor: Qt.tint(Qt.tint("#1A1210", Qt.alpha(Theme.ground, 0.35)), Qt.alpha("#E2561E", 0.85 * face.kilnGlow))

                PathSvg {
                    path: "M200,640 V360 A300,300 0 0 1 800,360 V640 Z"
                }
            }
            ShapePath {
                strokeColor: "#B06A45"
                strokeWidth: 2
                fillColor: "#3A2018"

                PathSvg {
                    path: "M150,640 V360 A350,350 0 0 1 850,360 V640 H800 V360 A300,300 0 0 0 200,360 V640 Z"
                }
            }
            ShapePath {
                strokeColor: "#B06A45"
                strokeWidth: 2
                fillColor: "transparent"

                PathMultiline {
                    paths: {
                        const joints = [];
                        for (let i = 0; i <= 14; i++) {
                            const a = Math.PI * (1 + i / 14);
                            joints.push([Qt.point(500 + 300 * Math.cos(a), 360 + 300 * Math.sin(a)), Qt.point(500 + 350 * Math.cos(a), 360 + 350 * Math.sin(a))]);
                        }
                        for (let y = 430; y < 640; y += 70)
                            joints.push([Qt.point(150, y), Qt.point(200, y)], [Qt.point(800, y), Qt.point(850, y)]);
                        return joints;
                    }
                }
            }
            ShapePath {
                strokeColor: Theme.line
                strokeWidth: 3
                fillColor: "transparent"

                PathSvg {
                    path: "M90,640 H910"
                }
            }
        }
        PlateScene {
            id: plate

            x: 230
            y: 88
            width: 540
            height: 540
            moving: false
        }
        Rectangle {
            anchors.fill: plate
            radius: width / 2
            color: "#FF7A33"
            opacity: face.glow * 0.72
            visible: opacity > 0
        }
        Item {
            id: cut

            x: 110
            y: 690
            width: 780
            height: 212

            Rectangle {
                y: 152
                width: parent.width
                height: 60
                color: Qt.tint("#B56A3A", Qt.alpha("#FF7A33", face.glow))
                border.color: Theme.line
                border.width: 2
            }
            Repeater {
                model: ["#1B4FB0", "#14807C", "#B3243F", "#1B4FB0", "#C08A22", "#14807C"]

                Item {
                    id: cell

                    required property string modelData
                    required property int index

                    x: index * 128.6
                    width: 137
                    height: 152

                    Rectangle { // glass
                        y: parent.height - height
                        width: parent.width
                        height: Math.round(parent.height * face.glass)
                        color: Qt.tint(cell.modelData, Qt.alpha("#FF8A3C", face.glow * 0.8))

                        Rectangle { // it shines
                            visible: parent.height > 8
                            y: 4
                            width: parent.width
                            height: 4
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

                    x: index * 128.6 - 2
                    width: 12
                    height: 152
                    color: Qt.tint("#E3B34C", Qt.alpha("#FF8A3C", face.glow * 0.6))
                    border.color: Theme.line
                    border.width: 1.5
                }
            }
        }
    }
}
