pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives
import ui.visitor

// The pump cut open: the impeller turns, water runs as fast as it flows, the gate stands as far as it is open, and as many
// floors are lit as the water can climb.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property real flow: now.flow ?? 0
    readonly property real speed: now.speed ?? 0
    readonly property real valve: runner.inputs.valve ?? 70
    readonly property real suction: runner.inputs.suction ?? 100
    // How far up to the tank the water stands in the pipe, and how many of the six storeys that is.
    readonly property real risen: (now.risen ?? 0) / 100
    readonly property int lit: Math.floor(risen * 6 + 0.001)
    readonly property bool runs: flow > 0.5
    readonly property bool starved: (now.cavitating ?? 0) > 0
    property real turned: 0
    property real run: 0
    readonly property real zoom: Math.min(width / 1400, height / 920)
    readonly property int leftEdge: Math.round((width - 1400 * zoom) / 2)
    readonly property int topEdge: Math.round((height - 920 * zoom) / 2)

    Connections {
        target: face.runner
        property real last: 0
        property real flown: 0
        property bool skip: false

        function onStateChanged(): void {
            const past = Math.min(0.2, Math.max(0, face.now.time - last));
            last = face.now.time;
            // A tenth of the true speed: at 1450 r/min the eye would see the vanes stand still or run backwards.
            face.turned = (face.turned + face.speed * 0.6 * past) % 360;
            flown = (flown + face.flow * 1.6 * past) % 5600;
            // The dashes are the dearer half of a frame: where nobody plays they take every other one.
            skip = face.runner.calm && !skip;
            if (!skip)
                face.run = flown;
        }
    }

    // Pictures stand on whole pixels at their own size, outside what is scaled: copied, not scaled anew at every frame.
    SceneArt {
        x: face.leftEdge
        y: face.topEdge
        zoom: face.zoom
        drawn: Qt.size(1400, 920)
        source: Qt.resolvedUrl("pump.svg")
    }
    Sheet {
        // A storey has light as soon as the water has climbed past it; where the door is there is no third window.
        Repeater {
            model: 17

            Rectangle {
                required property int index
                readonly property int window: index < 2 ? index : index + 1
                readonly property int storey: Math.floor(window / 3)

                x: 988 + (window % 3) * 70
                y: 885 - (storey + 1) * 118 + 30
                width: 40
                height: 58
                color: "#FFC37F"
                opacity: storey < face.lit ? 0.8 : 0
            }
        }
        Repeater {
            model: 6

            Text {
                required property int index

                x: 1256 - width
                y: 885 - (index + 1) * 118 + 8
                text: index + 1
                color: index < face.lit ? Theme.accent : Theme.dim
                font.family: Theme.sans
                font.weight: 500
                font.pixelSize: Math.max(26, Theme.px(22) / face.zoom)
                Accessible.ignored: true
            }
        }
        // Water in the tank, and its fall into it: the faster it comes the further it leaps.
        Rectangle {
            readonly property real full: Math.min(1, 0.2 + face.flow / 140)

            x: 968
            y: 152 - height
            width: 258
            height: 92 * full
            gradient: Gradient {
                GradientStop {
                    position: 0
                    color: "#2B7E97"
                }
                GradientStop {
                    position: 1
                    color: "#17566A"
                }
            }

            Rectangle {
                width: parent.width
                height: 2.6
                color: "#8FDCEB"
            }
        }
        Shape {
            x: 974
            y: 38
            visible: face.runs
            preferredRendererType: Shape.GeometryRenderer
            transform: Scale {
                xScale: 0.45 + Math.min(1, face.flow / 110)
            }

            ShapePath {
                strokeColor: "transparent"
                fillColor: "#2F8BA4"

                PathSvg {
                    path: "M0,2 C80,4 96,40 98,104 L44,104 C42,90 30,86 0,86 Z"
                }
            }
        }
        // Air where the water has not come.
        Shape {
            visible: face.risen < 1
            preferredRendererType: Shape.GeometryRenderer

            ShapePath {
                strokeColor: "transparent"
                fillColor: "#11171B"

                PathSvg {
                    path: "M972,38 L452,38 L441.4,38.8 L431,41.3 L421.1,45.4 L412,51 L403.9,57.9 L397,66 L391.4,75.1 L387.3,85 L384.8,95.4 L384,106 L384,177 L470,177 L470,150 L470.3,145.9 L471.3,142 L472.8,138.2 L475,134.7 L477.6,131.6 L480.7,129 L484.2,126.8 L488,125.3 L491.9,124.3 L496,124 L972,124 Z"
                }
            }
        }
        Rectangle {
            x: 384
            y: 176
            width: 86
            // The storeys begin at the ground; the casing stands full whatever happens: a pump is filled before it starts.
            height: Math.min(400, (1 - face.risen) * 708 + 1)
            visible: face.risen < 1
            color: "#11171B"

            Rectangle {
                y: parent.height - height
                width: parent.width
                height: 3
                visible: parent.height < 400
                color: "#8FDCEB"
            }
        }
    }
    SceneArt {
        x: face.leftEdge + Math.round(488 * face.zoom)
        y: face.topEdge + Math.round(460 * face.zoom)
        zoom: face.zoom
        drawn: Qt.size(300, 300)
        source: Qt.resolvedUrl("impeller.svg")
        rotation: face.turned
    }
    Sheet {
        Shape {
            x: 290
            visible: face.runs
            preferredRendererType: Shape.GeometryRenderer

            Stream {
                PathSvg {
                    path: "M241.6,491.8 L268.1,471.6 L298.4,457.3 L331.1,449.6 L364.9,448.8 L398.3,455.1 L429.8,468.3 L458,487.8 L481.6,512.9 L499.6,542.5 L511.1,575.3 L515.5,610 L512.6,645 L502.4,678.7 L485.4,709.8 L462.1,736.8 L433.7,758.4 L401.2,773.7 L366.1,781.9 L329.8,782.7 L294.1,775.9 L260.4,761.7 L230.3,740.8 L205,713.9 L185.8,682.2 L173.6,647.1 L158.6,570 L158.6,126 Q158.6,102.6 182,102.6 L676,102.6"
                }
            }
            Stream {
                PathSvg {
                    path: "M274.3,459 L307,445.4 L342,439 L378,439.9 L413.3,448.5 L446.3,464.3 L475.5,486.8 L499.7,515.2 L517.5,548.3 L528.2,584.7 L531,622.8 L525.8,661 L512.7,697.6 L492.1,730.9 L464.8,759.4 L431.8,781.8 L394.6,797 L354.8,804.1 L314,802.8 L274.1,793 L236.8,774.9 L203.8,749.2 L176.7,717 L156.8,679.6 L144.9,638.5 L135.2,570 L135.2,132 Q135.2,79.2 188,79.2 L676,79.2"
                }
            }
            Stream {
                PathSvg {
                    path: "M-170,816 L-170,630 Q-170,610 -150,610 L62,610"
                }
            }
            Stream {
                PathSvg {
                    path: "M316.8,432.9 L354.4,427.9 L392.7,430.9 L430,441.9 L464.6,460.8 L494.9,486.8 L519.4,518.9 L536.9,555.8 L546.3,596.1 L547.2,638 L539.3,679.6 L522.7,719.1 L497.9,754.7 L465.8,784.7 L427.8,807.5 L385.4,822.2 L340.4,827.7 L294.7,823.6 L250.4,810 L209.5,787.2 L173.9,756.1 L145.2,717.8 L125,674 L114.2,626.4 L110,570 L110,130 Q110,54 186,54 L676,54"
                }
            }
        }
        // Where the suction is starved the water boils at the eye; the bubbles ride out along the vanes and burst there.
        Repeater {
            model: face.starved ? 14 : 0

            Rectangle {
                required property int index
                readonly property real way: (face.turned / 120 + index * 0.37) % 1
                readonly property real at: (face.turned * 0.8 + index * 77 - way * 60) * Math.PI / 180
                readonly property real out: 34 + way * 84

                x: 638 + out * Math.cos(at) - width / 2
                y: 610 + out * Math.sin(at) - height / 2
                width: (9 + (index % 3) * 4 + 48 * way * (1 - way)) * (way < 0.85 ? 1 : 0.4)
                height: width
                radius: width / 2
                color: "#33F1F7F9"
                border.color: "#F1F7F9"
                border.width: 2
            }
        }
        // The gates, and the wheels that move them, seen from the edge.
        Gate {
            readonly property real shut: 1 - face.valve / 100

            x: 472 - width
            y: 236
            width: 90 * shut
            height: 90
        }
        Gate {
            x: 240
            y: 576
            width: 40
            height: 68 * (1 - face.suction / 100)
        }
        Wheel {
            x: 595
            y: 226
            turned: face.valve
        }
        Wheel {
            x: 247
            y: 397
            rotation: 90
            turned: 100 - face.suction
        }
    }

    component Gate: Rectangle {
        color: "#8C4A22"
        border.color: Theme.line
        border.width: 2
        visible: width > 0 && height > 0
    }
    component Wheel: Rectangle {
        id: wheel

        required property real turned

        width: 26
        height: 108
        radius: 13
        color: "#D47E43"
        border.color: Theme.line
        border.width: 2.2

        Rectangle {
            x: 4
            y: 12
            width: 6
            height: 84
            radius: 3
            color: "#F3B27C"
        }
        Repeater {
            model: 6

            Rectangle {
                required property int index

                x: 1
                y: 14 + ((index * 14 + wheel.turned * 0.9) % 84)
                width: 24
                height: 1.5
                color: "#5B2F16"
            }
        }
    }
    component Sheet: Item {
        x: face.leftEdge
        y: face.topEdge
        width: 1400
        height: 920
        scale: face.zoom
        transformOrigin: Item.TopLeft
    }
    component Stream: ShapePath {
        strokeColor: "#8FDCEB"
        strokeWidth: 2.4
        fillColor: "transparent"
        strokeStyle: ShapePath.DashLine
        dashPattern: [14, 9]
        dashOffset: -face.run
    }
}
