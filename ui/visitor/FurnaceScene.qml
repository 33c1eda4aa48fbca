pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls

// Shougang: the furnace that was, cut open, and the jump that is; a skip goes up, a skier comes down.
Item {
    id: scene

    property bool moving: true
    property real phase: 0.2
    readonly property real zoom: Math.min(width / 960, height / 760)

    Timer {
        interval: 40
        repeat: true
        running: scene.moving && scene.visible
        onTriggered: scene.phase = (scene.phase + 0.005) % 1
    }

    Item {
        anchors.centerIn: parent
        width: 960 * scene.zoom
        height: 760 * scene.zoom

        SceneArt {
            zoom: scene.zoom
            drawn: Qt.size(960, 760)
            source: "art/furnace.svg"
        }

        Item {
            scale: scene.zoom
            transformOrigin: Item.TopLeft

            Rectangle { // the skip on its bridge, up and down again
                readonly property real at: Math.abs(2 * ((scene.phase * 0.5 + 0.1) % 1) - 1)

                x: 290 + 232 * at - 16
                y: 160 + 470 * at - 22
                width: 32
                height: 44
                rotation: -26
                antialiasing: true
                color: Theme.accent
                border.color: Theme.line
                border.width: 2
            }
            Rectangle { // hot iron breathes
                x: 166
                y: 574
                width: 156
                height: 36
                color: Theme.accent
                opacity: 0.35 + 0.25 * Math.sin(scene.phase * 4 * Math.PI)
            }
            PathInterpolator {
                id: run

                // In-run, kicker, flight, landing, run-out: the skier leaves at the lip and touches the slope.
                path: Path {
                    PathSvg {
                        path: "M884,174 L862,174 C800,174 778,314 724,408 C694,458 668,468 634,448 C604,426 574,420 548,452 C520,500 494,574 452,608 C430,626 412,630 398,630"
                    }
                }
                progress: Math.min(1, scene.phase * 1.5)
            }
            Shape {
                x: run.x
                y: run.y
                rotation: run.angle - 180
                opacity: scene.phase < 0.7 ? 1 : Math.max(0, 1 - (scene.phase - 0.7) * 8)
                preferredRendererType: Shape.GeometryRenderer

                ShapePath { // skis
                    strokeColor: Theme.line
                    strokeWidth: 3
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap

                    PathSvg { path: "M-20,-3 L-24,-6 M-20,-3 H16" }
                }
                ShapePath { // crouching body and head
                    strokeColor: Theme.accent
                    strokeWidth: 7
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin

                    PathSvg { path: "M4,-6 L-6,-15 L7,-22 L-5,-32 M-5,-32 L8,-20" }
                }
                ShapePath {
                    strokeColor: "transparent"
                    fillColor: Theme.line

                    PathAngleArc {
                        centerX: -9
                        centerY: -39
                        radiusX: 7
                        radiusY: 7
                        sweepAngle: 360
                    }
                }
            }
        }
    }
}
