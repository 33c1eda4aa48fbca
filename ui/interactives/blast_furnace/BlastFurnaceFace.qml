pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives
import ui.visitor

// The furnace cut open: layers sink, heat colours them, iron and slag stand in the hearth and run from the tap hole.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property real wind: Math.min(1, (now.wind ?? 0) / 4500)
    readonly property real hot: now.hearth_temperature ?? 1490
    readonly property bool runs: (now.flow ?? 0) > 0.05
    readonly property bool slagRuns: (now.slag_flow ?? 0) > 0.05
    readonly property real zoom: Math.min(width / 1000, height / 640)
    readonly property int leftEdge: Math.round((width - 1000 * zoom) / 2)
    readonly property int topEdge: Math.round((height - 640 * zoom) / 2)
    // The inside of the artwork: its middle, stock line, tuyeres and floor, and its half width from top to tuyeres.
    readonly property real middle: 420
    readonly property real stockLine: 92
    readonly property real tuyeres: 466
    readonly property real floor: 526
    readonly property list<real> halves: [72.6, 75.2, 80.4, 85.6, 90.7, 95.9, 101.1, 103.7, 101.7, 97, 94.4]
    readonly property string inside: "M347.4,92 L347.4,110.7 L342.2,148.1 L321.5,297.7 L316.3,335.1 L316.3,372.5 L320.4,409.9 L325.6,447.3 L325.6,526 L514.4,526 L514.4,447.3 L519.6,409.9 L523.7,372.5 L523.7,335.1 L518.5,297.7 L497.8,148.1 L492.6,110.7 L492.6,92 Z"

    property string layers: ""
    property list<color> heat: []
    property real flown: 0

    // Iron's colours of heat, from black to white.
    function glow(celsius: real): color {
        const at = [300, 550, 750, 950, 1150, 1400, 1700, 2100];
        const colours = ["#00300806", "#50400C06", "#908A1A08", "#C0C8380C", "#D8F06A18", "#F0FFA02E", "#F8FFD873", "#FFFFF6DC"];
        let i = 0;
        while (i < at.length - 1 && celsius >= at[i + 1])
            i++;
        if (i === at.length - 1 || celsius <= at[0])
            return colours[i];
        const part = (celsius - at[i]) / (at[i + 1] - at[i]);
        const a = Qt.color(colours[i]), b = Qt.color(colours[i + 1]);
        return Qt.rgba(a.r + (b.r - a.r) * part, a.g + (b.g - a.g) * part, a.b + (b.b - a.b) * part, a.a + (b.a - a.a) * part);
    }
    function halfAt(y: real): real {
        const place = Math.max(0, Math.min(9.999, (y - stockLine) / (tuyeres - stockLine) * 10));
        const i = Math.floor(place);
        return halves[i] + (halves[i + 1] - halves[i]) * (place - i);
    }
    function edge(y: real, back: bool): string {
        const r = halfAt(y) * (back ? -1 : 1);
        return `${middle - r},${y} Q${middle},${y + 12} ${middle + r},${y}`;
    }
    function draw(): void {
        const laid = runner.secondTrace;
        const tall = now.height ?? 22;
        let path = "";
        for (let i = 0; i < laid.length; i++) {
            if (laid[i].y < 0.5)
                continue;
            const low = tuyeres - laid[i].x / tall * (tuyeres - stockLine);
            const high = tuyeres - (i + 1 < laid.length ? laid[i + 1].x : tall) / tall * (tuyeres - stockLine);
            path += `M${edge(low, false)} L${edge(high, true)} Z `;
        }
        layers = path;
        const profile = runner.trace;
        const colours = [];
        for (let i = 0; i < (profile.length - 1) / 2; i++)
            colours.push(glow(Math.round(profile[i].x / 8) * 8));
        heat = colours;
    }

    Component.onCompleted: draw()

    Connections {
        target: face.runner
        property real last: 0
        property real drawn: -1000

        function onStateChanged(): void {
            const past = Math.min(60, Math.max(0, face.now.time - last)) / Math.max(1, face.runner.pace);
            last = face.now.time;
            // Gas needs seconds for its way: what rises here is slowed, so that an eye can follow it.
            face.flown = (face.flown + past * face.wind) % 1000;
            // The burden sinks by less than a pixel at a frame: three frames of it are drawn as one.
            if (Math.abs(last - drawn) > 30) {
                drawn = last;
                face.draw();
            }
        }
    }

    // The jump that stands here now, and the same skyline as behind it.
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1000, 640)
        source: Qt.resolvedUrl("ramp.svg")
        opacity: 0.55
    }
    SceneArt {
        x: face.leftEdge
        y: face.topEdge + Math.round(193 * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(1000, 420)
        source: Qt.resolvedUrl("../big_air/skyline.svg")
        opacity: 0.6
    }
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1000, 640)
        source: Qt.resolvedUrl("back.svg")
    }
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1000, 640)
        source: Qt.resolvedUrl("well.svg")
    }
    Sheet {
        // Ore, lying on the coke.
        Shape {
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: "transparent"
                fillColor: "#8A4B2C"

                PathSvg {
                    path: face.layers
                }
            }
        }
        // Heat.
        Shape {
            visible: face.heat.length === 10
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: "transparent"
                fillGradient: LinearGradient {
                    x1: 0
                    y1: face.stockLine
                    x2: 0
                    y2: face.tuyeres

                    GradientStop { position: 0.05; color: face.heat[0] ?? "transparent" }
                    GradientStop { position: 0.15; color: face.heat[1] ?? "transparent" }
                    GradientStop { position: 0.25; color: face.heat[2] ?? "transparent" }
                    GradientStop { position: 0.35; color: face.heat[3] ?? "transparent" }
                    GradientStop { position: 0.45; color: face.heat[4] ?? "transparent" }
                    GradientStop { position: 0.55; color: face.heat[5] ?? "transparent" }
                    GradientStop { position: 0.65; color: face.heat[6] ?? "transparent" }
                    GradientStop { position: 0.75; color: face.heat[7] ?? "transparent" }
                    GradientStop { position: 0.85; color: face.heat[8] ?? "transparent" }
                    GradientStop { position: 0.95; color: face.heat[9] ?? "transparent" }
                }

                PathSvg {
                    path: face.inside
                }
            }
        }
        // What the fire has eaten out under a burden that hangs.
        Rectangle {
            readonly property real tall: (face.now.void ?? 0) / (face.now.height ?? 22) * (face.tuyeres - face.stockLine)

            visible: tall > 2
            x: 332
            y: face.tuyeres + 4 - height
            width: 176
            height: 14 + tall * 1.6
            radius: 22
            gradient: Gradient {
                GradientStop { position: 0; color: "#2A0B05" }
                GradientStop { position: 0.6; color: "#B0380E" }
                GradientStop { position: 1; color: "#FFD873" }
            }
        }
        // Gas on its way up.
        Repeater {
            model: 14

            Rectangle {
                required property int index
                readonly property real at: (face.flown * 0.22 + index * 0.2764) % 1

                x: face.middle + ((index * 0.618) % 1 * 2 - 1) * 0.8 * face.halfAt(y) - 1
                y: face.tuyeres - 24 - at * (face.tuyeres - face.stockLine - 30)
                width: 2.4
                height: 22
                radius: 1.2
                color: "#9CD3E6"
                opacity: face.wind * 0.75 * Math.min(1, 4 * at, 4 * (1 - at))
            }
        }
        // Iron, and slag on it.
        Rectangle {
            id: iron

            x: 324
            y: face.floor - height
            width: 192
            height: (face.floor - face.tuyeres) * (face.now.iron_level ?? 0) / 100
            color: face.glow(face.hot + 150)
        }
        Rectangle {
            x: 324
            y: iron.y - height
            width: 192
            height: (face.floor - face.tuyeres) * Math.max(0, (face.now.level ?? 0) - (face.now.iron_level ?? 0)) / 100
            color: Qt.tint("#7A3A1C", Qt.alpha(face.glow(face.hot - 200), 0.5))
        }
        // What the ladle holds.
        Rectangle {
            x: 830
            y: 599 - height
            width: 118
            height: 34 * (face.now.ladle ?? 0) / 300
            color: "#FFB04A"
        }
        Rectangle {
            x: 24
            y: 408
            width: 240
            height: 24
            color: face.glow(face.runner.inputs.blast_temperature ?? 1100)
            opacity: 0.3 + 0.5 * face.wind
        }
    }
    Glow {
        x: face.leftEdge + Math.round(296 * face.zoom)
    }
    Glow {
        x: face.leftEdge + Math.round(454 * face.zoom)
    }
    SceneArt {
        x: face.leftEdge + Math.round(375 * face.zoom)
        y: face.topEdge + Math.round((34 + (Math.abs((face.now.skip ?? 0) - 0.6) < 0.06 ? 10 : 0)) * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(90, 60)
        source: Qt.resolvedUrl("bell.svg")
    }
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1000, 640)
        source: Qt.resolvedUrl("shell.svg")
    }
    SceneArt {
        id: skip

        // Up with its load in half of the time that a layer takes to sink, a moment on top, down again.
        readonly property real way: face.now.skip ?? 0
        readonly property real at: way < 0.55 ? way / 0.55 : way < 0.65 ? 1 : (1 - way) / 0.35

        x: face.leftEdge + Math.round((38 + 296 * at) * face.zoom)
        y: face.topEdge + Math.round((572 - 569 * at) * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(44, 34)
        source: Qt.resolvedUrl("skip.svg")
        rotation: -62 + 62 * Math.max(0, at * 8 - 7)
    }
    Sheet {
        Shape {
            visible: face.runs
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: "#FFB04A"
                strokeWidth: 8
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                joinStyle: ShapePath.RoundJoin

                PathSvg {
                    path: "M512,518 L544,521 L792,532 Q868,532 890,566"
                }
            }
            ShapePath {
                strokeColor: "#FFF1C4"
                strokeWidth: 3
                fillColor: "transparent"
                strokeStyle: ShapePath.DashLine
                dashPattern: [6, 3]
                dashOffset: -face.flown * 24

                PathSvg {
                    path: "M512,518 L544,521 L792,532 Q868,532 890,566"
                }
            }
        }
        Shape {
            visible: face.slagRuns
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: "#D8642A"
                strokeWidth: 6
                fillColor: "transparent"
                joinStyle: ShapePath.RoundJoin

                PathSvg {
                    path: "M512,515 L544,518 L604,521 Q607,530 607,584"
                }
            }
        }
    }
    Label {
        x: face.leftEdge + Math.round(24 * face.zoom)
        y: face.topEdge + Math.round(16 * face.zoom)
        width: Math.round(250 * face.zoom)
        text: (face.now.hanging ?? 0) > 0 ? qsTr("The burden hangs: cut the wind") : (face.now.full ?? 0) > 0 ? qsTr("The hearth is full: tap it") : (face.now.chilled ?? 0) > 0 ? qsTr("The hearth is chilled: hotter blast, more coke") : (face.now.stiff ?? 0) > 0 ? qsTr("The slag is stiff: mind the limestone") : ""
        strong: true
        color: Theme.accent
    }

    component Sheet: Item {
        x: face.leftEdge
        y: face.topEdge
        width: 1000
        height: 640
        scale: face.zoom
        transformOrigin: Item.TopLeft
    }
    component Glow: SceneArt {
        y: face.topEdge + Math.round(427 * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(90, 70)
        source: Qt.resolvedUrl("raceway.svg")
        opacity: face.wind
    }
}
