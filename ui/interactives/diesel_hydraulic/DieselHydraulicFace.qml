pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.interactives
import ui.visitor

// A diesel locomotive with its hood open, and its converter drawn large above it: the pump turns with the engine, the turbine
// with the wheels, and the ring of oil between them carries the work. Below, the same hill that the steam engine climbs.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property bool slipping: (now.slipping ?? 0) > 0
    readonly property bool wet: (runner.inputs.wet ?? 0) > 0.5
    readonly property bool sanded: (runner.inputs.sand ?? 0) > 0.5
    readonly property real fill: Math.round((now.fill ?? 0) / 4) / 25
    readonly property real injection: (now.injection ?? 0) / 100
    // A twentieth of the true speed for what turns with the engine, and as much for the turbine beside it: at 1500 r/min the
    // eye would see blades stand still or run backwards, and both must keep their ratio.
    readonly property real slowly: 0.05
    readonly property real engine: (now.turned ?? 0) * slowly
    readonly property real turbine: (now.turbine_turned ?? 0) * slowly
    readonly property real ring: (now.circled ?? 0) * slowly
    readonly property real zoom: Math.min(width / 1000, height / 620)
    readonly property int leftEdge: Math.round((width - 1000 * zoom) / 2)
    readonly property int topEdge: Math.round((height - 620 * zoom) / 2)

    Item {
        x: face.leftEdge
        y: face.topEdge + Math.round(484 * face.zoom)
        width: Math.round(1000 * face.zoom)
        height: Math.round(18 * face.zoom)
        clip: true

        SceneArt {
            // A sleeper every 0.6 m, 62 units to the metre.
            readonly property real run: (face.now.way ?? 0) * 62 % 37.2

            x: -Math.round((run < 0 ? run + 37.2 : run) * face.zoom)
            zoom: face.zoom
            drawn: Qt.size(1078, 18)
            source: Qt.resolvedUrl("sleepers.svg")
        }
    }
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1000, 500)
        source: Qt.resolvedUrl("locomotive.svg")
    }
    Repeater {
        model: [184, 320, 680, 816]

        SceneArt {
            required property real modelData

            x: face.leftEdge + Math.round((modelData - 36) * face.zoom)
            y: face.topEdge + Math.round((437.5 - 36) * face.zoom)
            zoom: face.zoom
            drawn: Qt.size(72, 72)
            source: Qt.resolvedUrl("wheel.svg")
            rotation: (face.now.angle ?? 0) * 180 / Math.PI
        }
    }
    SceneArt {
        x: face.leftEdge + Math.round((215 - 92) * face.zoom)
        y: face.topEdge + Math.round((118 - 92) * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(184, 184)
        source: Qt.resolvedUrl("pump.svg")
        rotation: face.engine * 180 / Math.PI % 360
    }
    SceneArt {
        x: face.leftEdge + Math.round((785 - 92) * face.zoom)
        y: face.topEdge + Math.round((118 - 92) * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(184, 184)
        source: Qt.resolvedUrl("turbine.svg")
        rotation: face.turbine * 180 / Math.PI % 360
    }
    Sheet {
        // ---- the oil in the converter, and the beads that run round with it
        Repeater {
            model: [61, 175]

            Rectangle {
                required property real modelData

                x: 450
                y: modelData - 50
                width: 100
                height: 100
                radius: 50
                color: "#B9832B"
                opacity: face.fill
            }
        }
        Repeater {
            model: face.fill > 0.1 ? 18 : 0

            Rectangle {
                required property int index
                readonly property bool upper: index < 9
                readonly property real at: face.ring + index * Math.PI * 2 / 9

                x: 500 + 35 * Math.cos(at) - 5
                y: upper ? 61 + 35 * Math.sin(at) - 5 : 175 - 35 * Math.sin(at) - 5
                width: 10
                height: 10
                radius: 5
                color: "#FFE3A1"
                opacity: face.fill
            }
        }
        // ---- pistons, and fire over those that work
        Repeater {
            model: 6

            Item {
                id: cylinder

                required property int index
                // Firing order 1 5 3 6 2 4: cranks of two cylinders stand together.
                readonly property real crank: face.engine + [0, 240, 120, 120, 240, 0][index] * Math.PI / 180
                readonly property real depth: 14 - 14 * Math.cos(crank)
                readonly property bool working: Math.floor((crank + [0, 2, 4, 1, 5, 3][index] * 2 * Math.PI / 6) / (2 * Math.PI)) % 2 === 0 && Math.sin(crank) > 0

                x: 190 + index * 41
                y: 266

                Rectangle {
                    x: 2
                    y: 2
                    width: 28
                    height: 4 + cylinder.depth
                    color: "#FF9585"
                    opacity: cylinder.working ? 0.25 + 0.75 * face.injection : 0
                }
                Rectangle {
                    x: 1.5
                    y: 6 + cylinder.depth
                    width: 29
                    height: 17
                    color: "#C9D8D1"
                    border.color: Theme.ground
                    border.width: 1.2
                }
                Rectangle {
                    x: 14
                    y: 23 + cylinder.depth
                    width: 5
                    height: 54 - 23 - cylinder.depth + 26
                    color: "#C9D8D1"
                }
                Rectangle {
                    x: 16.5 + 9 * Math.sin(cylinder.crank) - 6
                    y: 79 + cylinder.depth * 0.3
                    width: 12
                    height: 12
                    radius: 6
                    color: "#D9B25F"
                    border.color: Theme.ground
                    border.width: 1
                }
            }
        }
        // ---- cardan shafts to all axles
        Shaft {
            x: 336
            y: 426
            width: 222
        }
        Shaft {
            x: 604
            y: 426
            width: 62
        }
        Shaft {
            x: 200
            y: 432
            width: 104
        }
        Shaft {
            x: 696
            y: 432
            width: 104
        }
        // ---- the rail
        Rectangle {
            visible: face.wet
            y: 468
            width: 1000
            height: 5
            color: "#8FDCEB"
        }
        Rectangle {
            visible: face.sanded
            y: 466
            width: 860
            height: 5
            color: "#D9B25F"
        }
        Repeater {
            model: face.slipping ? 16 : 0

            Rectangle {
                required property int index
                readonly property real flight: ((face.now.rolled ?? 0) * 1.7 + index * 0.37) % 1

                x: [184, 320, 680, 816][index % 4] - 6 - 46 * flight
                y: 467 - (8 + index) * Math.sin(flight * 2.6)
                width: 10 - 6 * flight
                height: 2.4
                rotation: -24 + 50 * flight
                color: index % 3 > 0 ? "#FFD97A" : "#FF9585"
                antialiasing: true
            }
        }
    }
    SceneArt {
        x: face.leftEdge + Math.round(300 * face.zoom)
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(400, 236)
        source: Qt.resolvedUrl("converter.svg")
    }
    SceneArt {
        x: face.leftEdge + Math.round((127 - 44) * face.zoom)
        y: face.topEdge + Math.round((322 - 44) * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(88, 88)
        source: Qt.resolvedUrl("fan.svg")
        rotation: face.engine * 40 % 360
    }
    SceneArt {
        x: face.leftEdge + Math.round(2 * face.zoom)
        y: face.topEdge + Math.round(364 * face.zoom)
        zoom: face.zoom * 62 / 180
        drawn: Qt.size(170, 310)
        source: Qt.resolvedUrl("railwayman.svg")
    }
    Label {
        visible: face.slipping
        x: face.leftEdge + 788 * face.zoom - width / 2
        y: face.topEdge + 340 * face.zoom
        text: qsTr("The wheels slip")
        strong: true
        color: Theme.accent
        style: Text.Outline
        styleColor: Theme.ground
    }
    HillLine {
        x: face.leftEdge
        y: face.topEdge + Math.round(512 * face.zoom)
        width: Math.round(1000 * face.zoom)
        height: Math.round(108 * face.zoom)
        runner: face.runner
        engine: Qt.resolvedUrl("engine.svg")
        engineLength: 14
        engineSheet: Qt.size(140, 60)
    }

    component Sheet: Item {
        x: face.leftEdge
        y: face.topEdge
        width: 1000
        height: 500
        scale: face.zoom
        transformOrigin: Item.TopLeft
    }
    // A shaft: its key runs up and down as it turns.
    component Shaft: Rectangle {
        height: 9
        color: "#A9BFB6"
        border.color: Theme.ground
        border.width: 1.4

        Rectangle {
            x: 4
            y: 3.2 + 2.6 * Math.sin((face.now.angle ?? 0) * 2)
            width: parent.width - 8
            height: 1.8
            color: "#46685E"
        }
    }
}
