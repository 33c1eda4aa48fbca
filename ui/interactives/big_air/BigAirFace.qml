pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives
import ui.visitor

// The ramp from the side, drawn to scale: in-run, lip, table, landing and run-out; the path of the jump, and the jumper on it.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    // Metres of the sheet: from 64 m before the lip to 112 m behind it, from 56 m above to 44 m below.
    readonly property real zoom: Math.min(width / 176, height / 100)
    readonly property real lipX: Math.round(width / 2 - 24 * zoom)
    readonly property real lipY: Math.round(height / 2 + 6 * zoom)
    readonly property real lip: (runner.inputs.angle ?? 28) * Math.PI / 180
    readonly property real foot: -(4 + 10 * Math.tan(lip))
    readonly property real table: now.table ?? 12
    readonly property real length: now.length ?? 0
    readonly property real fall: Math.tan((now.landing_slope ?? 35) * Math.PI / 180)
    readonly property real bend: table + 24 / fall
    readonly property real flown: now.flown ?? -1

    // Height of the in-run over a point of the plan, on the same cubic as it is drawn with.
    function runIn(x: real): real {
        let low = 0, high = 1;
        for (let i = 0; i < 20; i++) {
            const t = (low + high) / 2, u = 1 - t;
            if (-58 * u * u * u - 120 * u * u * t - 66 * u * t * t < x)
                low = t;
            else
                high = t;
        }
        const u = 1 - low;
        return 30 * u * u * u + 36 * u * u * low + 3 * foot * u * low * low;
    }
    function px(x: real): real {
        return lipX + x * zoom;
    }
    function py(y: real): real {
        return lipY - y * zoom;
    }
    function phaseAt(part: real): int {
        return part < -0.08 ? 0 : part < 0.12 ? 1 : part < 0.7 ? 2 : part < 1 ? 3 : 4;
    }

    // What stood here before, and stands still.
    SceneArt {
        x: face.px(-64)
        y: face.py(-30) - height
        zoom: face.zoom * 176 / 1000
        drawn: Qt.size(1000, 420)
        source: Qt.resolvedUrl("skyline.svg")
    }
    Rectangle {
        x: face.px(-64)
        y: face.py(-30)
        width: 176 * face.zoom
        height: Theme.px(3)
        color: Theme.line
    }
    // The gate's tower, and the lattice under the in-run: posts, and a brace from each to the next.
    Shape {
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            strokeColor: Qt.alpha(Theme.dim, 0.7)
            strokeWidth: Theme.px(1.4)
            fillColor: "transparent"

            PathMultiline {
                paths: {
                    const lines = [];
                    const at = (x, y) => Qt.point(face.px(x), face.py(y));
                    for (let i = 0; i < 7; i++) {
                        const x = -56 + i * 8;
                        const high = face.runIn(x) - 1.5;
                        lines.push([at(x, high), at(x, -30)]);
                        if (i === 6)
                            continue;
                        const next = face.runIn(x + 8) - 1.5;
                        lines.push([at(x, high - 3), at(x + 8, next - 3)]);
                        for (let y = -30; y + 8 < Math.min(high, next); y += 8)
                            lines.push([at(x, y), at(x + 8, y + 8), at(x, y + 8)]);
                    }
                    lines.push([at(-63, 34), at(-63, -30)], [at(-58, 34), at(-58, -30)]);
                    for (let y = -30; y < 30; y += 6)
                        lines.push([at(-63, y), at(-58, y + 6), at(-63, y + 6)]);
                    return lines;
                }
            }
        }
        ShapePath {
            strokeColor: Theme.line
            strokeWidth: Theme.px(2.4)
            fillColor: Theme.panel
            joinStyle: ShapePath.RoundJoin

            startX: face.px(-64)
            startY: face.py(29)

            PathLine {
                x: face.px(-64)
                y: face.py(36)
            }
            PathQuad {
                controlX: face.px(-58)
                controlY: face.py(43)
                x: face.px(-46)
                y: face.py(41)
            }
            PathQuad {
                controlX: face.px(-57)
                controlY: face.py(41)
                x: face.px(-61)
                y: face.py(35.5)
            }
            PathLine {
                x: face.px(-61)
                y: face.py(29)
            }
        }
    }
    Shape {
        preferredRendererType: Shape.GeometryRenderer

        // Snow of the landing, brightest where it is steep.
        ShapePath {
            strokeColor: Theme.line
            strokeWidth: Theme.px(3)
            startX: face.px(-6)
            startY: face.py(-30)
            fillGradient: LinearGradient {
                x1: face.px(0)
                y1: face.py(0)
                x2: face.px(0)
                y2: face.py(-31)

                GradientStop {
                    position: 0
                    color: "#55788A"
                }
                GradientStop {
                    position: 1
                    color: "#25343C"
                }
            }

            PathLine {
                x: face.px(-6)
                y: face.py(-2.5)
            }
            PathLine {
                x: face.px(0)
                y: face.py(0)
            }
            PathLine {
                x: face.px(face.table)
                y: face.py(0)
            }
            PathLine {
                x: face.px(face.bend)
                y: face.py(-24)
            }
            PathQuad {
                controlX: face.px(face.bend + 6 / face.fall)
                controlY: face.py(-30)
                x: face.px(face.bend + 12 / face.fall)
                y: face.py(-30)
            }
        }
        // The stretch where slope and path agree.
        ShapePath {
            strokeColor: Theme.second
            strokeWidth: Theme.px(6)
            fillColor: "transparent"
            capStyle: ShapePath.FlatCap
            startX: face.px(face.table + 3)
            startY: face.py(-3 * face.fall)

            PathLine {
                x: face.px(face.bend)
                y: face.py(-24)
            }
        }
        // In-run and lip.
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.px(7)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            startX: face.px(-62)
            startY: face.py(30)

            PathLine {
                x: face.px(-58)
                y: face.py(30)
            }
            PathCubic {
                control1X: face.px(-40)
                control1Y: face.py(12)
                control2X: face.px(-22)
                control2Y: face.py(face.foot)
                x: face.px(0)
                y: face.py(0)
            }
        }
        ShapePath {
            strokeColor: Theme.line
            strokeWidth: Theme.px(2.4)
            fillColor: "transparent"
            strokeStyle: ShapePath.DashLine
            dashPattern: [3, 3]

            PathPolyline {
                path: face.runner.trace.map(p => Qt.point(face.px(p.x), face.py(p.y)))
            }
        }
    }
    // The gate that is chosen, and people who watch: as high as people are.
    Rectangle {
        readonly property real gate: face.runner.inputs.height ?? 16
        readonly property real at: {
            let low = -58, high = -10;
            for (let i = 0; i < 24; i++) {
                const middle = (low + high) / 2;
                if (face.runIn(middle) > gate)
                    low = middle;
                else
                    high = middle;
            }
            return low;
        }

        x: face.px(at) - width / 2
        y: face.py(gate) - height
        width: Theme.px(5)
        height: 4 * face.zoom
        color: Theme.second
    }
    Repeater {
        model: [83, 85, 88, 94, 96.5]

        Rectangle {
            required property real modelData

            x: face.px(modelData)
            y: face.py(-30) - height
            width: 0.5 * face.zoom
            height: 1.75 * face.zoom
            radius: width / 2
            color: Theme.line
        }
    }
    // Where the jumper has been: at equal times, each as it then was.
    Repeater {
        model: 5

        Rider {
            required property int index
            readonly property list<point> path: face.runner.trace
            readonly property int place: Math.round((index + 0.5) / 5 * (path.length - 1))
            readonly property point before: path[Math.max(0, place - 1)] ?? Qt.point(0, 0)
            readonly property point after: path[Math.min(path.length - 1, place + 1)] ?? Qt.point(1, 0)
            readonly property point at: path[place] ?? Qt.point(0, 0)
            readonly property real part: path.length > 1 ? place / (path.length - 1) : 0

            x: face.px(at.x)
            y: face.py(at.y)
            rotation: -Math.atan2(after.y - before.y, after.x - before.x) * 180 / Math.PI
            transformOrigin: Item.TopLeft
            scale: jumper.scale
            phase: face.phaseAt(part)
            suit: Theme.dim
            bare: Theme.dim
            opacity: face.flown > part ? 0.75 : 0
        }
    }
    Rider {
        id: jumper

        x: face.px(face.now.x ?? 0)
        y: face.py(face.now.y ?? 0)
        rotation: -(face.now.heading ?? 0)
        transformOrigin: Item.TopLeft
        // As tall as four people: seen from afar.
        scale: face.zoom * 7.4 / 46
        phase: face.phaseAt(face.flown)
        visible: (face.now.seen ?? 1) > 0
    }
    // How far it goes, in the snow under the place where it ends.
    Label {
        readonly property list<point> path: face.runner.trace

        x: Math.max(face.px(0), Math.min(face.px(face.length) - width / 2, face.px(112) - width))
        y: face.py(-30) + face.zoom * 1.2
        text: face.length.toFixed(0) + " m"
        strong: true
        color: Theme.accent
        Accessible.ignored: true
    }
    Rectangle {
        readonly property list<point> path: face.runner.trace
        readonly property real end: path.length > 0 ? path[path.length - 1].y : 0

        x: face.px(face.length)
        y: face.py(end)
        width: Theme.px(2)
        height: Math.max(0, face.py(-30) + face.zoom * 1.2 - y)
        color: Theme.accent
    }
}
