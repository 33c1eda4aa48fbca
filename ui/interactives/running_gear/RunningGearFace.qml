pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.interactives
import ui.visitor

// The running gear from the side, cylinder and steam chest cut open. Every pin stands where the model has it; steam is red
// while it presses and blue when it is spent; below it the whole train climbs its hill.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property bool slipping: (now.slipping ?? 0) > 0
    readonly property bool wet: (runner.inputs.wet ?? 0) > 0.5
    readonly property bool sanded: (runner.inputs.sand ?? 0) > 0.5
    readonly property real angle: now.angle ?? 0.6
    readonly property real rim: now.rolled ?? 0
    readonly property real zoom: Math.min(width / 1000, height / 620)
    readonly property int leftEdge: Math.round((width - 1000 * zoom) / 2)
    // Where there is room above, as on the attract page, the engine stands whole.
    readonly property bool tall: height > 950 * zoom
    readonly property int topEdge: Math.round((height - (tall ? 280 : 620) * zoom) / 2)

    // The sheet's units in a metre, and where the driving axle stands on it.
    readonly property real metre: 180
    readonly property real axleX: 260
    readonly property real axleY: 344
    readonly property real coupled: 288
    readonly property int fine: Math.max(1, Math.round(1.4 * zoom))
    readonly property real crossX: across(now.crosshead ?? 2.3)
    readonly property real pistonX: crossX + 1.2 * metre
    readonly property real spindleX: across(now.spindle ?? 2.6)
    readonly property point crank: spot(0.325 * Math.cos(angle), -0.325 * Math.sin(angle))
    readonly property point cross: Qt.point(crossX, axleY)
    readonly property point back: spot(now.return_x ?? 0, now.return_y ?? 0)
    readonly property point block: spot(now.die_x ?? 1.25, now.die_y ?? 0.7)
    readonly property point leverTop: spot(now.lever_top_x ?? 2.6, now.lever_top_y ?? 0.7)
    readonly property point leverFoot: spot(now.lever_foot_x ?? 2.6, now.lever_foot_y ?? 0)
    function across(x: real): real {
        return axleX + metre * x;
    }
    function up(y: real): real {
        return axleY - metre * y;
    }
    function spot(x: real, y: real): point {
        return Qt.point(across(x), up(y));
    }

    Loader {
        active: face.tall
        x: face.leftEdge
        y: face.topEdge

        sourceComponent: WholeEngine {
            zoom: face.zoom
            rolled: face.rim
        }
    }
    // Sleepers run past below the rail.
    Item {
        x: face.leftEdge
        y: face.topEdge + Math.round(484 * face.zoom)
        width: Math.round(1000 * face.zoom)
        height: Math.round(18 * face.zoom)
        clip: true

        SceneArt {
            readonly property real run: (face.now.way ?? 0) * face.metre % 108

            x: -Math.round((run < 0 ? run + 108 : run) * face.zoom)
            zoom: face.zoom
            drawn: Qt.size(1224, 18)
            source: Qt.resolvedUrl("sleepers.svg")
        }
    }
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1000, 500)
        source: Qt.resolvedUrl("gear.svg")
    }
    Rectangle { // its upper half is left out: it melts into the page
        visible: !face.tall
        x: face.leftEdge
        y: face.topEdge
        width: Math.ceil(1000 * face.zoom)
        height: Math.round(60 * face.zoom)
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Theme.ground
            }
            GradientStop {
                position: 1
                color: Qt.alpha(Theme.ground, 0)
            }
        }
    }
    Repeater {
        model: [face.axleX + face.coupled, face.axleX]

        SceneArt {
            required property real modelData

            x: face.leftEdge + Math.round((modelData - 128) * face.zoom)
            y: face.topEdge + Math.round((face.axleY - 128) * face.zoom)
            zoom: face.zoom
            drawn: Qt.size(256, 256)
            source: Qt.resolvedUrl("wheel.svg")
            rotation: face.angle * 180 / Math.PI
        }
    }
    Sheet {
        clip: true

        CutCylinder {
            anchors.fill: parent
            now: face.now
            regulator: (face.runner.inputs.regulator ?? 0) / 100
            zoom: face.zoom
            crossX: face.crossX
            pistonX: face.pistonX
            spindleX: face.spindleX
        }
        // ---- slide bars
        Repeater {
            model: [311, 369]

            Steel {
                required property real modelData

                atX: 562
                atY: modelData
                wide: 214
                high: 8
                color: "#6E8A80"
                border.color: Theme.line
            }
        }
        Steel {
            atX: 556
            atY: 305
            wide: 9
            high: 78
            color: "#6E8A80"
            border.color: Theme.line
        }
        // ---- rods, from the wheels outwards
        Steel { // coupling rod, on to the wheels behind
            atX: face.crank.x - 320
            atY: face.crank.y - 8.5
            wide: 320 + face.coupled
            high: 17
            color: "#C9D8D1"
        }
        Rod { // main rod
            from: face.crank
            to: face.cross
            thick: 19
            color: "#E9D9A8"
        }
        Pin {
            at: Qt.point(face.crank.x + face.coupled, face.crank.y)
            wide: 30
        }
        Pin {
            at: face.crank
            wide: 36
        }
        Steel { // crosshead
            atX: face.crossX - 24
            atY: 320
            wide: 48
            high: 48
            color: "#D9B25F"
        }
        Pin {
            at: face.cross
            wide: 20
        }
        Rod { // return crank
            from: face.crank
            to: face.back
            thick: 13
        }
        Rod { // eccentric rod
            from: face.back
            to: face.spot(face.now.foot_x ?? 1, face.now.foot_y ?? 0)
            thick: 9
        }
        Pin {
            at: face.back
            wide: 17
        }
    }
    SceneArt {
        x: face.leftEdge + Math.round((face.across(1.25) - 60) * face.zoom)
        y: face.topEdge + Math.round((face.up(0.699) - 60) * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(120, 160)
        source: Qt.resolvedUrl("link.svg")
        transform: Rotation {
            origin.x: 60 * face.zoom
            origin.y: 60 * face.zoom
            angle: -(face.now.link ?? 0) * 180 / Math.PI
        }
    }
    Sheet {
        Rod { // the reversing shaft's arm
            from: Qt.point(579, 174)
            to: Qt.point(520, face.block.y - 36)
            thick: 9
        }
        Rod { // and the link by which it lifts the radius rod
            from: Qt.point(520, face.block.y - 36)
            to: Qt.point(520, face.block.y + 0.15 * (face.leverTop.y - face.block.y))
            thick: 6
        }
        Rod { // radius rod
            from: face.block
            to: face.leverTop
            thick: 9
            color: "#FF9585"
        }
        Rod { // union link
            from: Qt.point(face.crossX + 4, face.up(-0.08))
            to: face.leverFoot
            thick: 7
        }
        Rod { // combination lever
            from: face.leverFoot
            to: face.leverTop
            thick: 10
            color: "#E9D9A8"
        }
        Pin {
            at: Qt.point(579, 174)
            wide: 13
        }
        Pin {
            at: face.leverTop
            wide: 11
        }
        Pin {
            at: Qt.point(face.spindleX, face.up(0.62))
            wide: 11
        }
        Pin {
            at: face.leverFoot
            wide: 13
        }
        Pin {
            at: face.block
            wide: 15
        }
        // ---- the rail: wet, sanded, and sparks where the wheels slip
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
            wide: 692
            high: 5
            color: "#D9B25F"
        }
        Repeater {
            model: face.sanded ? 5 : 0

            Box {
                required property int index

                atX: 690 + index % 2 * 4
                atY: 442 + ((face.now.time ?? 0) * 60 + index * 5) % 25
                wide: 3
                high: 4
                color: "#D9B25F"
            }
        }
        Repeater {
            model: face.slipping ? 12 : 0

            Box {
                required property int index
                readonly property real flight: (face.rim * 1.7 + index * 0.37) % 1

                atX: (index % 2 > 0 ? face.axleX : face.axleX + face.coupled) - 14 - 88 * flight
                atY: 466 - (8 + index * 2.2) * Math.sin(flight * 2.6)
                wide: 15 - 9 * flight
                high: 3
                color: index % 3 > 0 ? "#FFD97A" : "#FF9585"
            }
        }
    }
    SceneArt {
        x: face.leftEdge + Math.round(4 * face.zoom)
        y: face.topEdge + Math.round(164 * face.zoom)
        zoom: face.zoom
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
        engineLength: 20
        engineSheet: Qt.size(200, 60)
    }

    component Sheet: Item {
        x: face.leftEdge
        y: face.topEdge
        width: Math.round(1000 * face.zoom)
        height: Math.round(500 * face.zoom)
    }
    component Box: SheetBox {
        zoom: face.zoom
    }
    component Steel: Box {
        color: "#A9BFB6"
        border.color: Theme.ground
        border.width: face.fine
    }
    component Rod: GearRod {
        zoom: face.zoom
    }
    component Pin: GearPin {
        zoom: face.zoom
    }
}
