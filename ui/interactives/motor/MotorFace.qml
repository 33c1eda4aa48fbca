pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives
import ui.visitor

// The motor cut across: three windings that glow with their currents, the field that they make, and the cage that chases it.
// Beside it the board where two wires change places, and the whole set from the side with its load.
Item {
    id: face

    required property MachineRunner runner
    readonly property int poles: runner.inputs.poles ?? 4
    readonly property bool swapped: (runner.inputs.swap ?? 0) > 0.5
    readonly property bool alive: (runner.inputs.frequency ?? 0) > 0
    // All that turns is as on a film fifty times slower (kiosk/machines/motor.py): 25 turns a second would stand still or run
    // backwards to the eye. Field and rotor are slowed alike, so that one sees the rotor fall behind. In degrees.
    property real field: 0
    property real rotor: 0
    property real cage: 0
    // How bright the cage is, the windings U, V and W, and which way their currents run.
    property real caged: 0
    property real litU: 0
    property real litV: 0
    property real litW: 0
    property bool intoU: true
    property bool intoV: true
    property bool intoW: true
    property bool stalled: false
    property bool fanned: false
    readonly property list<color> phases: [Theme.accent, Theme.second, Theme.ok]
    readonly property real zoom: Math.min(width / 1500, height / 860)
    readonly property int leftEdge: Math.round((width - 1500 * zoom) / 2)
    readonly property int topEdge: Math.round((height - 860 * zoom) / 2)

    // The state is asked for once in a frame: each time it is, all of it is made anew for QML.
    function look(): void {
        const now = runner.state;
        const degrees = 180 / Math.PI;
        field = now.seen_field * degrees % 360;
        rotor = now.seen_rotor * degrees % 360;
        cage = now.seen_cage * degrees % 360;
        stalled = now.stalled > 0;
        fanned = now.fan > 0.5;
        caged = glow(now.rotor_current);
        litU = glow(now.seen_u);
        litV = glow(now.seen_v);
        litW = glow(now.seen_w);
        intoU = now.seen_u > 0;
        intoV = now.seen_v > 0;
        intoW = now.seen_w > 0;
    }
    // How bright a current is: the small ones are seen too, beside those of a motor that stands, which are over 1. In steps
    // that the eye doesn't see, so that not all three windings are painted anew at every frame.
    function glow(current: real): real {
        const amperes = Math.abs(current);
        return Math.round(40 * (amperes < 60 ? Math.pow(amperes / 60, 0.6) : Math.min(2, 1 + (amperes - 60) / 120))) / 40;
    }
    // A winding or a wire in its colour; with more than any running motor draws it grows white.
    function lit(dark: color, phase: color, least: real, light: real): color {
        return Qt.tint(Qt.tint(dark, Qt.alpha(phase, least + (1 - least) * Math.min(1, light))), Qt.alpha("#FFFFFF", 0.55 * Math.max(0, light - 1)));
    }
    // From the middle outwards along the axis, or back.
    function arrow(outwards: bool): string {
        const half = Math.min(20, 60 / poles);
        const [tail, neck, tip] = outwards ? [78, 158, 204] : [204, 124, 78];
        return "M" + tail + "," + -half + " L" + neck + "," + -half + " L" + neck + "," + -2.1 * half + " L" + tip + ",0 L" + neck + "," + 2.1 * half + " L" + neck + "," + half + " L" + tail + "," + half + " Z";
    }
    // A bar of the cage, which carries so much of the greatest current in it.
    function warmed(part: real): color {
        return Qt.tint("#67737A", Qt.alpha("#FFE2B0", part * Math.min(1, caged)));
    }
    // Where a winding lies: with p poles each of its sides comes p/2 times, 60 electrical degrees wide, a quarter of a turn of
    // the field away from the winding's axis.
    function belts(phase: int, side: int): list<real> {
        const found = [];
        for (let k = 0; k < poles / 2; k++)
            found.push((phase * 120 + side * 90 + k * 360) / (poles / 2));
        return found;
    }
    function at(radius: real, degrees: real): string {
        const a = degrees * Math.PI / 180;
        return (430 + radius * Math.cos(a)).toFixed(1) + "," + (408 + radius * Math.sin(a)).toFixed(1);
    }
    // Bands of a ring about the motor's middle, each round an angle and so many degrees wide.
    function bands(middles: list<real>, wide: real, inner: real, outer: real): string {
        let path = "";
        for (const middle of middles) {
            const [from, to] = [middle - wide / 2, middle + wide / 2];
            const bend = wide > 40 ? [middle] : [];
            path += "M" + [from, ...bend, to].map(a => at(outer, a)).join(" L") + " L" + [to, ...bend, from].map(a => at(inner, a)).join(" L") + " Z ";
        }
        return path;
    }
    // Which way the current runs, as textbooks draw it: a cross goes into the sheet, a dot comes out of it.
    function signs(phase: int, positive: bool): string {
        let path = "";
        for (const side of [1, -1])
            for (const middle of belts(phase, side)) {
                const into = (side > 0) === positive;
                path += "M" + at(304, middle) + (into ? " m-2,-7 l-6,-6 l-5,5 l6,6 l-6,6 l5,5 l6,-6 l6,6 l5,-5 l-6,-6 l6,-6 l-5,-5 l-6,6 Z " : " m-9,0 a9,9 0 1 0 18,0 a9,9 0 1 0 -18,0 Z ");
            }
        return path;
    }
    // Every bar of the cage carries a current of its own, the greater the farther it is from the axis of them all.
    function barsOf(wide: real): string {
        return bands(Array.from({
            length: poles
        }, (_, k) => (k * 360 + 180) / poles), wide / poles, 128, 174);
    }

    Component.onCompleted: look()

    Connections {
        target: face.runner

        function onStateChanged(): void {
            face.look();
        }
    }

    // Behind the sheet of iron, in which the slots are windows: the windings.
    Sheet {
        Shape {
            preferredRendererType: Shape.GeometryRenderer

            Winding {
                phase: 0
                light: face.litU
            }
            Winding {
                phase: 1
                light: face.litV
            }
            Winding {
                phase: 2
                light: face.litW
            }
        }
    }
    // Pictures stand on whole pixels at their own size, outside what is scaled: copied, not scaled anew at every frame.
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1500, 860)
        source: Qt.resolvedUrl("motor.svg")
    }
    // Behind the rotor's iron, in the same way, the bars of the cage: bright where their current is.
    Sheet {
        Rectangle {
            x: 430 - width / 2
            y: 408 - width / 2
            width: 344
            height: width
            radius: width / 2
            color: face.warmed(0)
        }
        Item {
            x: 430
            y: 408
            rotation: face.cage

            Shape {
                x: -430
                y: -408
                preferredRendererType: Shape.GeometryRenderer

                Bars {
                    fillColor: face.warmed(0.5)

                    PathSvg {
                        path: face.barsOf(280)
                    }
                }
                Bars {
                    fillColor: face.warmed(1)

                    PathSvg {
                        path: face.barsOf(170)
                    }
                }
            }
        }
    }
    SceneArt {
        x: face.leftEdge + Math.round(248 * face.zoom)
        y: face.topEdge + Math.round(226 * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(364, 364)
        source: Qt.resolvedUrl("rotor.svg")
        rotation: face.rotor
    }
    Sheet {
        Shape {
            preferredRendererType: Shape.GeometryRenderer

            Sign {
                phase: 0
                into: face.intoU
            }
            Sign {
                phase: 1
                into: face.intoV
            }
            Sign {
                phase: 2
                into: face.intoW
            }
        }
        // The field: an arrow for each pole, out of the north poles and into the south ones.
        Item {
            x: 430
            y: 408
            rotation: face.field
            visible: face.alive

            // Each by itself: what lies between them need not be painted anew.
            Repeater {
                model: face.poles

                Shape {
                    id: pole

                    required property int index

                    rotation: index * 360 / face.poles
                    transformOrigin: Item.TopLeft
                    preferredRendererType: Shape.GeometryRenderer

                    ShapePath {
                        strokeColor: "transparent"
                        fillColor: Qt.alpha(Theme.line, 0.82)

                        PathSvg {
                            path: face.arrow(pole.index % 2 === 0)
                        }
                    }
                }
            }
        }
        // Where two wires of the supply change places.
        MotorBoard {
            phases: face.phases
            swapped: face.swapped
            glowU: face.litU
            glowV: face.litV
            glowW: face.litW
        }
        MotorLoad {
            turned: face.rotor
            fanned: face.fanned
            load: face.runner.inputs.load ?? 0
        }
    }

    Repeater {
        model: ["L1", "L2", "L3"]

        Text {
            required property string modelData
            required property int index

            x: face.leftEdge + (964 + index * 70) * face.zoom - width / 2
            y: face.topEdge + 60 * face.zoom - height
            text: modelData
            color: face.phases[index]
            font.family: Theme.sans
            font.weight: 700
            font.pixelSize: Theme.px(22)
            Accessible.ignored: true
        }
    }
    Label {
        x: face.leftEdge
        y: face.topEdge
        text: qsTr("50× slower")
        dim: true
        // It stands in the corner beside the round of the frame, and has no more room than that.
        font.pixelSize: Math.min(Theme.small, Theme.px(25))
    }
    Label {
        visible: face.stalled
        x: face.leftEdge + 850 * face.zoom
        y: face.topEdge + 384 * face.zoom
        text: qsTr("It only hums")
        strong: true
        font.pixelSize: Math.min(Theme.label, Theme.px(36))
        color: Theme.accent
    }

    component Sheet: Item {
        x: face.leftEdge
        y: face.topEdge
        width: 1500
        height: 860
        scale: face.zoom
        transformOrigin: Item.TopLeft
    }
    component Bars: ShapePath {
        strokeColor: "transparent"
    }
    component Winding: ShapePath {
        id: winding

        required property int phase
        required property real light

        strokeColor: "transparent"
        fillColor: face.lit("#171210", face.phases[phase], 0.36, light)

        PathSvg {
            path: face.bands(face.belts(winding.phase, 1).concat(face.belts(winding.phase, -1)), 120 / face.poles, 200, 282)
        }
    }
    component Sign: ShapePath {
        id: sign

        required property int phase
        required property bool into

        strokeColor: "transparent"
        fillColor: face.phases[phase]

        PathSvg {
            path: face.signs(sign.phase, sign.into)
        }
    }
}
