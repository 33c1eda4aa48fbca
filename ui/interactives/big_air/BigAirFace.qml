pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// The ramp from the side, drawn to scale: in-run, lip, table and landing; the path of the jump, and the jumper on it.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    // Metres of the sheet: from 60 m before the lip to 130 m behind it, from 52 m above to 76 m below.
    readonly property real scale_: Math.min(width / 190, height / 128)
    readonly property real lipX: width / 2 - 35 * scale_
    readonly property real lipY: height / 2 - 12 * scale_
    readonly property real start: runner.inputs.height ?? 30
    readonly property real lip: (runner.inputs.angle ?? 28) * Math.PI / 180
    readonly property real table: now.table ?? 15
    readonly property real length: now.length ?? 0
    readonly property real fall: Math.tan((now.landing_slope ?? 35) * Math.PI / 180)

    // Height of the in-run over a point of the plan, on the same cubic as it is drawn with.
    function runIn(x: real): real {
        let t = 0.5;
        for (let i = 0; i < 12; i++) {
            const u = 1 - t;
            const at = -57 * u * u * u - 120 * u * u * t - 66 * u * t * t;
            const slope = 3 * (17 * u * u + 36 * u * t + 22 * t * t);
            t = Math.max(0, Math.min(1, t - (at - x) / slope));
        }
        const u = 1 - t;
        return start * u * u * u + 1.2 * start * u * u * t - 3 * (4 + 10 * Math.tan(lip)) * u * t * t;
    }
    function px(x: real): real {
        return lipX + x * scale_;
    }
    function py(y: real): real {
        return lipY - y * scale_;
    }

    // What stood here before, and stands still.
    Image {
        x: face.px(-60)
        width: 190 * face.scale_
        height: width * 420 / 960
        y: face.py(-75) - height
        source: "skyline.svg"
        sourceSize: Qt.size(width, height)
        asynchronous: true
        opacity: 0.8
    }
    Rectangle {
        x: face.px(-60)
        y: face.py(-75)
        width: 190 * face.scale_
        height: Theme.px(3)
        color: Theme.line
    }
    // Lattice under the in-run: posts, and a brace from each to the next.
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            strokeColor: Theme.dim
            strokeWidth: Theme.px(2.4)
            fillColor: "transparent"

            PathMultiline {
                paths: {
                    const lines = [];
                    for (let i = 0; i < 7; i++) {
                        const x = -57 + i * 8;
                        lines.push([Qt.point(face.px(x), face.py(face.runIn(x) - 1)), Qt.point(face.px(x), face.py(-75))]);
                        for (let y = -75; i < 6 && y + 14 < Math.min(face.runIn(x), face.runIn(x + 8)); y += 14)
                            lines.push([Qt.point(face.px(x), face.py(y)), Qt.point(face.px(x + 8), face.py(y + 14)), Qt.point(face.px(x), face.py(y + 14))]);
                    }
                    return lines;
                }
            }
        }
    }
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.GeometryRenderer

        // Snow of the landing.
        ShapePath {
            strokeColor: Theme.line
            strokeWidth: Theme.px(3)
            fillColor: Qt.tint(Theme.ground, Qt.alpha(Theme.second, 0.26))
            startX: face.px(0)
            startY: face.py(0)

            PathLine {
                x: face.px(face.table)
                y: face.py(0)
            }
            PathLine {
                x: face.px(face.table + 62 / Math.max(0.5, face.fall))
                y: face.py(-62)
            }
            PathQuad {
                controlX: face.px(face.table + 70 / Math.max(0.5, face.fall))
                controlY: face.py(-70)
                x: face.px(130)
                y: face.py(-70)
            }
            PathLine {
                x: face.px(130)
                y: face.py(-75)
            }
            PathLine {
                x: face.px(-8)
                y: face.py(-75)
            }
            PathLine {
                x: face.px(-8)
                y: face.py(-3)
            }
        }
        // In-run and lip.
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.px(7)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            startX: face.px(-60)
            startY: face.py(face.start)

            PathLine {
                x: face.px(-57)
                y: face.py(face.start)
            }
            PathCubic {
                control1X: face.px(-40)
                control1Y: face.py(face.start * 0.4)
                control2X: face.px(-22)
                control2Y: face.py(-4 - 10 * Math.tan(face.lip))
                x: face.px(0)
                y: face.py(0)
            }
        }
        ShapePath {
            strokeColor: Theme.line
            strokeWidth: Theme.px(3)
            fillColor: "transparent"
            strokeStyle: ShapePath.DashLine
            dashPattern: [3, 3]

            PathPolyline {
                path: face.runner.trace.map(p => Qt.point(face.px(p.x), face.py(p.y)))
            }
        }
    }
    // The jumper, crouching on the snow, stretched out in the air.
    Item {
        id: jumper

        readonly property bool flying: (face.now.x ?? 0) > 0 && (face.now.x ?? 0) < face.length

        x: face.px(face.now.x ?? 0)
        y: face.py(face.now.y ?? 0)
        rotation: -(face.now.heading ?? 0)
        // Drawn 46 units high, as tall as four people: seen from afar.
        scale: face.scale_ * 8 / 46
        visible: (face.now.seen ?? 1) > 0

        Repeater {
            model: [false, true]

            Shape {
                id: pose

                required property bool modelData

                visible: jumper.flying === modelData
                preferredRendererType: Shape.GeometryRenderer

                ShapePath { // skis
                    strokeColor: Theme.line
                    strokeWidth: 3.4
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap

                    PathSvg {
                        path: "M-18,-2 H20 L25,-6"
                    }
                }
                ShapePath { // legs, body, arms
                    strokeColor: Theme.accent
                    strokeWidth: 7
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin

                    PathSvg {
                        path: pose.modelData ? "M-2,-6 L2,-20 L14,-37 M11,-33 L-4,-30" : "M-4,-6 L6,-15 L-7,-22 L6,-31 M5,-30 L12,-20"
                    }
                }
                ShapePath { // head
                    strokeColor: "transparent"
                    fillColor: Theme.line

                    PathAngleArc {
                        centerX: pose.modelData ? 21 : 12
                        centerY: pose.modelData ? -44 : -38
                        radiusX: 6.5
                        radiusY: 6.5
                        sweepAngle: 360
                    }
                }
            }
        }
    }
    // How far it goes, in the snow under the place where it ends.
    Label {
        readonly property list<point> path: face.runner.trace

        x: Math.max(face.px(4), Math.min(face.px(face.length) - width / 2, face.px(130) - width))
        y: path.length > 0 ? face.py(path[path.length - 1].y) + face.scale_ * 3 : 0
        text: face.length.toFixed(0) + " m"
        strong: true
        color: Theme.accent
        Accessible.ignored: true
    }
}
