pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
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
    readonly property real regulator: (runner.inputs.regulator ?? 0) / 100
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
    // The valve's travel is drawn twice as long as it is, and its ports with it: else the eye could not follow.
    readonly property real valveX: 885 + 2 * 0.18 * (now.valve ?? 0)

    readonly property color frontSteam: steam(now.front ?? 120)
    readonly property color backSteam: steam(now.back ?? 120)
    readonly property color chestSteam: steam(now.chest ?? 120)
    readonly property color spentSteam: steam(120)

    function across(x: real): real {
        return axleX + metre * x;
    }
    function up(y: real): real {
        return axleY - metre * y;
    }
    function spot(x: real, y: real): point {
        return Qt.point(across(x), up(y));
    }
    // From spent to live, by way of amber, in steps that the eye just tells apart: not every Pascal is drawn anew.
    function steam(pressure: real): color {
        const part = Math.round(Math.max(0, Math.min(1, (pressure - 120) / 1280)) * 24) / 24;
        const warm = Math.min(1, part * 4);
        const hot = Math.max(0, (part - 0.25) / 0.75);
        return Qt.rgba(0.31 + 0.55 * warm + 0.08 * hot, 0.52 + 0.06 * warm - 0.23 * hot, 0.57 - 0.17 * warm - 0.18 * hot, 1);
    }

    // Four puffs of spent steam in a turn of the wheels.
    Repeater {
        model: face.tall ? 7 : 0

        Rectangle {
            required property int index
            readonly property real flight: (((face.rim / (Math.PI * 1.4 / 4) + index) / 7) % 1 + 1) % 1
            readonly property real wide: (56 + 70 * flight) * face.zoom

            x: face.leftEdge + (918 - 640 * flight * flight) * face.zoom - wide / 2
            y: face.topEdge - (252 + 90 * Math.sqrt(flight)) * face.zoom - wide / 2
            width: wide
            height: wide
            radius: wide / 2
            color: Theme.dim
            opacity: 0.34 * (1 - flight)
        }
    }
    SceneArt {
        visible: face.tall
        x: face.leftEdge
        y: face.topEdge - Math.round(360 * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(1000, 360)
        source: face.tall ? Qt.resolvedUrl("upper.svg") : ""
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

        // ---- steam: both ends of the cylinder, the way down from the boiler, the chest
        Box { // behind the piston
            atX: 803
            atY: 300
            wide: face.pistonX - 11 - atX
            high: 88
            color: face.backSteam
        }
        Box { // before it
            atX: face.pistonX + 11
            atY: 300
            wide: 968 - atX
            high: 88
            color: face.frontSteam
        }
        Box {
            atX: 765
            atY: 39.5
            wide: 132
            high: 23.5
            color: face.chestSteam
        }
        Box {
            atX: 873.5
            atY: 62
            wide: 23
            high: 150
            color: face.chestSteam
        }
        Box { // the chest: spent at the ends
            atX: 786
            atY: 211
            wide: 198
            high: 43
            color: face.spentSteam
        }
        Box { // and live in the middle
            atX: face.valveX - 38
            atY: 211
            wide: 76
            high: 43
            color: face.chestSteam
        }
        Port {
            color: face.backSteam
            path: "M822.6,254 L837,254 L824,300 L804,300 Z"
        }
        Port {
            color: face.frontSteam
            path: "M933,254 L947.4,254 L967,300 L947,300 Z"
        }
        // ---- the regulator's flap in the steam pipe
        Box {
            atX: 806
            atY: 39
            wide: 7
            high: 24 * (1 - face.regulator)
            color: "#D9B25F"
        }
        // ---- valve and piston
        Steel { // valve spindle
            atX: face.spindleX
            atY: 229
            wide: face.valveX - atX
            high: 7
        }
        Steel {
            atX: face.valveX - 62
            atY: 226
            wide: 124
            high: 13
        }
        Repeater {
            model: [-62.4, 38]

            Steel {
                required property real modelData

                atX: face.valveX + modelData
                atY: 210.5
                wide: 24.4
                high: 44
                color: "#C9D8D1"
            }
        }
        Steel { // piston rod
            atX: face.crossX
            atY: 338
            wide: face.pistonX - atX
            high: 12
        }
        Steel {
            atX: face.pistonX - 11
            atY: 299.5
            wide: 22
            high: 89
            color: "#C9D8D1"

            Repeater { // its rings
                model: [0.27, 0.64]

                Rectangle {
                    required property real modelData

                    x: Math.round(parent.width * modelData)
                    width: face.fine * 2
                    height: parent.height
                    color: "#46685E"
                }
            }
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
        runner: face.runner
        engine: Qt.resolvedUrl("engine.svg")
        engineLength: 20
        engineSheet: Qt.size(200, 60)
    }

    // Places on it are multiplied and not scaled by a transform: upright boxes then fall on whole pixels, and are filled
    // instead of painted with soft edges, which is several times dearer.
    component Sheet: Item {
        x: face.leftEdge
        y: face.topEdge
        width: Math.round(1000 * face.zoom)
        height: Math.round(500 * face.zoom)
    }
    component Box: Rectangle {
        required property real atX
        required property real atY
        required property real wide
        required property real high

        x: Math.round(atX * face.zoom)
        y: Math.round(atY * face.zoom)
        width: Math.round(wide * face.zoom)
        height: Math.round(high * face.zoom)
    }
    component Port: Shape {
        id: port

        required property color color
        required property string path

        scale: face.zoom
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            strokeColor: Theme.line
            strokeWidth: 1.6
            fillColor: port.color

            PathSvg {
                path: port.path
            }
        }
    }
    component Steel: Box {
        color: "#A9BFB6"
        border.color: Theme.ground
        border.width: face.fine
    }
    component Rod: Rectangle {
        required property point from
        required property point to
        required property real thick

        x: from.x * face.zoom
        y: (from.y - thick / 2) * face.zoom
        width: Math.hypot(to.x - from.x, to.y - from.y) * face.zoom
        height: thick * face.zoom
        transformOrigin: Item.Left
        rotation: Math.atan2(to.y - from.y, to.x - from.x) * 180 / Math.PI
        color: "#C9D8D1"
        border.color: Theme.ground
        border.width: face.fine
        antialiasing: true
    }
    component Pin: Rectangle {
        required property point at
        required property real wide

        width: Math.round(wide * face.zoom)
        height: width
        x: Math.round(at.x * face.zoom - width / 2)
        y: Math.round(at.y * face.zoom - height / 2)
        radius: width / 2
        color: "#D9B25F"
        border.color: Theme.ground
        border.width: face.fine

        Rectangle {
            anchors.centerIn: parent
            width: Math.round(parent.width * 0.21) * 2 + parent.width % 2
            height: width
            radius: width / 2
            color: Theme.ground
        }
    }
}
