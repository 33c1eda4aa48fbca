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
    readonly property real pinX: axleX + 0.325 * metre * Math.cos(angle)
    readonly property real pinY: axleY + 0.325 * metre * Math.sin(angle)
    readonly property real crossX: across(now.crosshead ?? 2.3)
    readonly property real pistonX: crossX + 1.2 * metre
    readonly property real spindleX: across(now.spindle ?? 2.6)
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

        // ---- steam: chest, both ends of the cylinder, the ports between
        Room { // behind the piston
            x: 803
            y: 300
            width: face.pistonX - 11 - x
            height: 88
            color: face.backSteam
        }
        Room { // before it
            x: face.pistonX + 11
            y: 300
            width: 968 - x
            height: 88
            color: face.frontSteam
        }
        Room { // live steam comes down from the boiler
            x: 765
            y: 39.5
            width: 132
            height: 23
            color: face.chestSteam
        }
        Room {
            x: 873.5
            y: 62
            width: 23
            height: 150
            color: face.chestSteam
        }
        Room { // the chest: spent at the ends
            x: 786
            y: 211
            width: 198
            height: 43
            color: face.spentSteam
        }
        Room { // and live in the middle
            x: face.valveX - 38
            y: 211
            width: 76
            height: 43
            color: face.chestSteam
        }
        Shape {
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: Theme.line
                strokeWidth: 1.6
                fillColor: face.backSteam

                PathSvg {
                    path: "M822.6,254 L837,254 L824,300 L804,300 Z"
                }
            }
            ShapePath {
                strokeColor: Theme.line
                strokeWidth: 1.6
                fillColor: face.frontSteam

                PathSvg {
                    path: "M933,254 L947.4,254 L967,300 L947,300 Z"
                }
            }
        }
        // ---- the regulator's flap in the steam pipe
        Rectangle {
            x: 806
            y: 39
            width: 7
            height: 24 * (1 - face.regulator)
            color: "#D9B25F"
            border.color: Theme.line
            border.width: 1.2
        }
        // ---- valve and piston
        Steel { // valve spindle
            x: face.spindleX
            y: 229
            width: face.valveX - x
            height: 7
        }
        Steel {
            x: face.valveX - 62
            y: 226
            width: 124
            height: 13
        }
        Repeater {
            model: [-62.4, 38]

            Steel {
                required property real modelData

                x: face.valveX + modelData
                y: 210.5
                width: 24.4
                height: 44
                color: "#C9D8D1"
            }
        }
        Steel { // piston rod
            x: face.crossX
            y: 338
            width: face.pistonX - x
            height: 12
        }
        Steel {
            x: face.pistonX - 11
            y: 299.5
            width: 22
            height: 89
            color: "#C9D8D1"

            Rectangle {
                x: 5
                width: 2
                height: parent.height
                color: "#46685E"
            }
            Rectangle {
                x: 15
                width: 2
                height: parent.height
                color: "#46685E"
            }
        }
        // ---- slide bars
        Repeater {
            model: [311, 369]

            Steel {
                required property real modelData

                x: 562
                y: modelData
                width: 214
                height: 8
                color: "#6E8A80"
                border.color: Theme.line
            }
        }
        Steel {
            x: 556
            y: 305
            width: 9
            height: 78
            color: "#6E8A80"
            border.color: Theme.line
        }
        // ---- rods, from the wheels outwards
        Rod { // coupling rod, on to the wheels behind
            fromX: face.pinX - 320
            fromY: face.pinY
            toX: face.pinX + face.coupled
            toY: face.pinY
            thick: 17
        }
        Rod { // main rod
            fromX: face.pinX
            fromY: face.pinY
            toX: face.crossX
            toY: face.axleY
            thick: 19
            color: "#E9D9A8"
        }
        Pin {
            at: Qt.point(face.pinX + face.coupled, face.pinY)
            wide: 30
        }
        Pin {
            at: Qt.point(face.pinX, face.pinY)
            wide: 36
        }
        Steel { // crosshead
            x: face.crossX - 24
            y: 320
            width: 48
            height: 48
            radius: 3
            color: "#D9B25F"
        }
        Pin {
            at: Qt.point(face.crossX, face.axleY)
            wide: 20
        }
        Rod { // return crank
            fromX: face.pinX
            fromY: face.pinY
            toX: face.across(face.now.return_x ?? 0)
            toY: face.up(face.now.return_y ?? 0)
            thick: 13
        }
        Rod { // eccentric rod
            fromX: face.across(face.now.return_x ?? 0)
            fromY: face.up(face.now.return_y ?? 0)
            toX: face.across(face.now.foot_x ?? 1)
            toY: face.up(face.now.foot_y ?? 0)
            thick: 9
        }
        Pin {
            at: Qt.point(face.across(face.now.return_x ?? 0), face.up(face.now.return_y ?? 0))
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
            fromX: 579
            fromY: 174
            toX: 520
            toY: face.up(face.now.die_y ?? 0.7) - 36
            thick: 9
        }
        Rod { // and the link by which it lifts the radius rod
            fromX: 520
            fromY: face.up(face.now.die_y ?? 0.7) - 36
            toX: 520
            toY: face.up((face.now.die_y ?? 0.7) + 0.2 * ((face.now.lever_top_y ?? 0.7) - (face.now.die_y ?? 0.7)))
            thick: 6
        }
        Rod { // radius rod
            fromX: face.across(face.now.die_x ?? 1.25)
            fromY: face.up(face.now.die_y ?? 0.7)
            toX: face.across(face.now.lever_top_x ?? 2.6)
            toY: face.up(face.now.lever_top_y ?? 0.7)
            thick: 9
            color: "#FF9585"
        }
        Rod { // union link
            fromX: face.crossX + 4
            fromY: face.up(-0.08)
            toX: face.across(face.now.lever_foot_x ?? 2.6)
            toY: face.up(face.now.lever_foot_y ?? 0)
            thick: 7
        }
        Rod { // combination lever
            fromX: face.across(face.now.lever_foot_x ?? 2.6)
            fromY: face.up(face.now.lever_foot_y ?? 0)
            toX: face.across(face.now.lever_top_x ?? 2.6)
            toY: face.up(face.now.lever_top_y ?? 0.7)
            thick: 10
            color: "#E9D9A8"
        }
        Pin {
            at: Qt.point(face.across(face.now.lever_top_x ?? 2.6), face.up(face.now.lever_top_y ?? 0.7))
            wide: 11
        }
        Pin {
            at: Qt.point(579, 174)
            wide: 13
        }
        Pin {
            at: Qt.point(face.spindleX, face.up(0.62))
            wide: 11
        }
        Pin {
            at: Qt.point(face.across(face.now.lever_foot_x ?? 2.6), face.up(face.now.lever_foot_y ?? 0))
            wide: 13
        }
        Pin {
            at: Qt.point(face.across(face.now.die_x ?? 1.25), face.up(face.now.die_y ?? 0.7))
            wide: 15
        }
        // ---- the rail: wet, sanded, and sparks where the wheels slip
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
            width: 692
            height: 5
            color: "#D9B25F"
        }
        Repeater {
            model: face.sanded ? 5 : 0

            Rectangle {
                required property int index

                x: 690 + index % 2 * 4
                y: 442 + ((face.now.time ?? 0) * 60 + index * 5) % 25
                width: 3
                height: 4
                color: "#D9B25F"
            }
        }
        Repeater {
            model: face.slipping ? 12 : 0

            Rectangle {
                required property int index
                readonly property real flight: (face.rim * 1.7 + index * 0.37) % 1
                readonly property real wheel: index % 2 > 0 ? face.axleX : face.axleX + face.coupled

                x: wheel - 14 - 88 * flight
                y: 466 - (14 + index * 3.2) * Math.sin(flight * 2.6)
                width: 15 - 9 * flight
                height: 3
                rotation: -24 + 50 * flight
                color: index % 3 > 0 ? "#FFD97A" : "#FF9585"
                antialiasing: true
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
    Label {
        visible: face.slipping
        x: face.leftEdge + 404 * face.zoom - width / 2
        y: face.topEdge + 88 * face.zoom
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
        engineLength: 20
        engineSheet: Qt.size(200, 60)
    }

    component Sheet: Item {
        x: face.leftEdge
        y: face.topEdge
        width: 1000
        height: 500
        scale: face.zoom
        transformOrigin: Item.TopLeft
    }
    component Room: Rectangle {
        border.width: 0
    }
    component Steel: Rectangle {
        color: "#A9BFB6"
        border.color: Theme.ground
        border.width: 1.4
    }
    component Rod: Rectangle {
        required property real fromX
        required property real fromY
        required property real toX
        required property real toY
        required property real thick

        x: fromX
        y: fromY - thick / 2
        width: Math.hypot(toX - fromX, toY - fromY)
        height: thick
        transformOrigin: Item.Left
        rotation: Math.atan2(toY - fromY, toX - fromX) * 180 / Math.PI
        color: "#C9D8D1"
        border.color: Theme.ground
        border.width: 1.4
        antialiasing: true
    }
    component Pin: Rectangle {
        required property point at
        required property real wide

        x: at.x - wide / 2
        y: at.y - wide / 2
        width: wide
        height: wide
        radius: wide / 2
        color: "#D9B25F"
        border.color: Theme.ground
        border.width: 1.6

        Rectangle {
            anchors.centerIn: parent
            width: parent.width * 0.42
            height: width
            radius: width / 2
            color: Theme.ground
        }
    }
}
