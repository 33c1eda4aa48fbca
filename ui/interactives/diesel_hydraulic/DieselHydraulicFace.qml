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
    readonly property int fine: Math.max(1, Math.round(1.3 * zoom))
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
    // The rings of oil: they run against each other, as both go outwards in the pump.
    Repeater {
        model: [61, 175]

        SceneArt {
            required property int modelData

            visible: face.fill > 0
            x: face.leftEdge + Math.round(450 * face.zoom)
            y: face.topEdge + Math.round((modelData - 50) * face.zoom)
            zoom: face.zoom
            drawn: Qt.size(100, 100)
            source: Qt.resolvedUrl("oil.svg")
            opacity: face.fill
            rotation: (modelData < 100 ? 1 : -1) * face.ring * 180 / Math.PI % 360
        }
    }
    Item {
        x: face.leftEdge
        y: face.topEdge
        width: Math.round(1000 * face.zoom)
        height: Math.round(500 * face.zoom)

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

                Box {
                    atX: 192 + cylinder.index * 41
                    atY: 268
                    wide: 28
                    high: 4 + cylinder.depth
                    color: Qt.tint("#0A1D18", Qt.alpha("#FF9585", 0.25 + 0.75 * face.injection))
                    visible: cylinder.working
                }
                Box {
                    atX: 191.5 + cylinder.index * 41
                    atY: 272 + cylinder.depth
                    wide: 29
                    high: 17
                    color: "#C9D8D1"
                    border.color: Theme.ground
                    border.width: face.fine
                }
                Box {
                    atX: 204 + cylinder.index * 41
                    atY: 289 + cylinder.depth
                    wide: 5
                    high: 57 - cylinder.depth
                    color: "#C9D8D1"
                }
                Box {
                    atX: 200.5 + cylinder.index * 41 + 9 * Math.sin(cylinder.crank)
                    atY: 345 + cylinder.depth * 0.3
                    wide: 12
                    high: 12
                    radius: width / 2
                    color: "#D9B25F"
                }
            }
        }
        // ---- cardan shafts to all axles
        Shaft {
            atX: 336
            atY: 426
            wide: 222
        }
        Shaft {
            atX: 604
            atY: 426
            wide: 62
        }
        Shaft {
            atX: 200
            atY: 432
            wide: 104
        }
        Shaft {
            atX: 696
            atY: 432
            wide: 104
        }
        // ---- the rail
        Box {
            visible: face.wet
            atX: 0
            atY: 468
            wide: 1000
            high: 5
            color: "#8FDCEB"
        }
        Box {
            visible: face.sanded
            atX: 0
            atY: 466
            wide: 860
            high: 5
            color: "#D9B25F"
        }
        Repeater {
            model: face.slipping ? 16 : 0

            Box {
                required property int index
                readonly property real flight: ((face.now.rolled ?? 0) * 1.7 + index * 0.37) % 1

                atX: [184, 320, 680, 816][index % 4] - 6 - 46 * flight
                atY: 467 - (8 + index) * Math.sin(flight * 2.6)
                wide: 10 - 6 * flight
                high: 2.4
                color: index % 3 > 0 ? "#FFD97A" : "#FF9585"
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
    Label { // on open ground, above the small train
        visible: face.slipping
        x: face.leftEdge + Math.round(16 * face.zoom)
        y: face.topEdge + Math.round(506 * face.zoom)
        text: qsTr("The wheels slip")
        strong: true
        color: Theme.accent
    }
    HillLine {
        x: face.leftEdge
        y: face.topEdge + Math.round(512 * face.zoom)
        width: Math.round(1000 * face.zoom)
        height: Math.round(108 * face.zoom)
        now: face.now
        engine: Qt.resolvedUrl("engine.svg")
        engineLength: 14
        engineSheet: Qt.size(140, 60)
    }

    component Box: SheetBox {
        zoom: face.zoom
    }
    // A shaft: its key runs up and down as it turns.
    component Shaft: Box {
        high: 9
        color: "#A9BFB6"
        border.color: Theme.ground
        border.width: face.fine

        Rectangle {
            x: Math.round(4 * face.zoom)
            y: Math.round((3.2 + 2.6 * Math.sin((face.now.angle ?? 0) * 2)) * face.zoom)
            width: parent.width - 2 * x
            height: Math.max(1, Math.round(1.8 * face.zoom))
            color: "#46685E"
        }
    }
}
