pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls

// The terminal board, on the face's sheet: three wires of the supply come from above in their colours, three leads go on to the
// windings in theirs. Where the first two wires are swapped one sees them cross.
Item {
    id: board

    required property list<color> phases
    required property bool swapped
    required property real glowU
    required property real glowV
    required property real glowW

    Shape {
        preferredRendererType: Shape.GeometryRenderer

        Wire {
            colour: board.phases[0]
            glow: board.swapped ? board.glowV : board.glowU

            PathSvg {
                path: board.swapped ? "M964,98 C964,180 1034,170 1034,258" : "M964,98 V258"
            }
        }
        Wire {
            colour: board.phases[1]
            glow: board.swapped ? board.glowU : board.glowV

            PathSvg {
                path: board.swapped ? "M1034,98 C1034,180 964,170 964,258" : "M1034,98 V258"
            }
        }
        Wire {
            colour: board.phases[2]
            glow: board.glowW

            PathSvg {
                path: "M1104,98 V258"
            }
        }
        Wire {
            colour: board.phases[0]
            glow: board.glowU

            PathSvg {
                path: "M964,284 C964,322 900,318 888,318 L827,318"
            }
        }
        Wire {
            colour: board.phases[1]
            glow: board.glowV

            PathSvg {
                path: "M1034,284 C1034,332 980,330 888,330 L827,330"
            }
        }
        Wire {
            colour: board.phases[2]
            glow: board.glowW

            PathSvg {
                path: "M1104,284 C1104,344 1060,342 888,342 L827,342"
            }
        }
    }
    Repeater {
        model: 3

        Rectangle {
            required property int index

            x: 964 + index * 70 - 17
            y: 271 - 17
            width: 34
            height: 34
            radius: 17
            color: "#D47E43"
            border.color: Theme.line
            border.width: 2

            Rectangle {
                anchors.centerIn: parent
                width: 18
                height: 4
                color: "#5B2F16"
            }
        }
    }

    component Wire: ShapePath {
        required property color colour
        required property real glow

        strokeColor: Qt.tint("#3A3F44", Qt.alpha(colour, 0.5 + 0.5 * Math.min(1, glow)))
        strokeWidth: 9
        fillColor: "transparent"
    }
}
