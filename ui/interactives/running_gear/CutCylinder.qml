pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// Cylinder and steam chest cut open: valve, piston, and the steam in each room, red while it presses and blue when spent.
Item {
    id: cut

    // The readings of the machine, and how far its regulator is open, 0 … 1.
    required property var now
    required property real regulator
    required property real zoom
    // Where crosshead, piston and valve spindle stand, in the units of the sheet.
    required property real crossX
    required property real pistonX
    required property real spindleX
    readonly property int fine: Math.max(1, Math.round(1.4 * zoom))
    // The valve's travel is drawn twice as long as it is, and its ports with it: else the eye could not follow.
    readonly property real valveX: 885 + 2 * 0.18 * (now.valve ?? 0)
    readonly property color frontSteam: steam(now.front ?? 120)
    readonly property color backSteam: steam(now.back ?? 120)
    readonly property color chestSteam: steam(now.chest ?? 120)
    readonly property color spentSteam: steam(120)

    // From spent to live, by way of amber, in steps that the eye just tells apart: not every Pascal is drawn anew.
    function steam(pressure: real): color {
        const part = Math.round(Math.max(0, Math.min(1, (pressure - 120) / 1280)) * 24) / 24;
        const warm = Math.min(1, part * 4);
        const hot = Math.max(0, (part - 0.25) / 0.75);
        return Qt.rgba(0.31 + 0.55 * warm + 0.08 * hot, 0.52 + 0.06 * warm - 0.23 * hot, 0.57 - 0.17 * warm - 0.18 * hot, 1);
    }

    // ---- steam: both ends of the cylinder, the way down from the boiler, the chest
    Box { // behind the piston
        atX: 803
        atY: 300
        wide: cut.pistonX - 11 - atX
        high: 88
        color: cut.backSteam
    }
    Box { // before it
        atX: cut.pistonX + 11
        atY: 300
        wide: 968 - atX
        high: 88
        color: cut.frontSteam
    }
    Box {
        atX: 765
        atY: 39.5
        wide: 132
        high: 23.5
        color: cut.chestSteam
    }
    Box {
        atX: 873.5
        atY: 62
        wide: 23
        high: 150
        color: cut.chestSteam
    }
    Box { // the chest: spent at the ends
        atX: 786
        atY: 211
        wide: 198
        high: 43
        color: cut.spentSteam
    }
    Box { // and live in the middle
        atX: cut.valveX - 38
        atY: 211
        wide: 76
        high: 43
        color: cut.chestSteam
    }
    Port {
        color: cut.backSteam
        path: "M822.6,254 L837,254 L824,300 L804,300 Z"
    }
    Port {
        color: cut.frontSteam
        path: "M933,254 L947.4,254 L967,300 L947,300 Z"
    }
    // ---- the regulator's flap in the steam pipe
    Box {
        atX: 806
        atY: 39
        wide: 7
        high: 24 * (1 - cut.regulator)
        color: "#D9B25F"
    }
    // ---- valve and piston
    Steel { // valve spindle
        atX: cut.spindleX
        atY: 229
        wide: cut.valveX - atX
        high: 7
    }
    Steel {
        atX: cut.valveX - 62
        atY: 226
        wide: 124
        high: 13
    }
    Repeater {
        model: [-62.4, 38]

        Steel {
            required property real modelData

            atX: cut.valveX + modelData
            atY: 210.5
            wide: 24.4
            high: 44
            color: "#C9D8D1"
        }
    }
    Steel { // piston rod
        atX: cut.crossX
        atY: 338
        wide: cut.pistonX - atX
        high: 12
    }
    Steel {
        atX: cut.pistonX - 11
        atY: 299.5
        wide: 22
        high: 89
        color: "#C9D8D1"

        Repeater { // its rings
            model: [0.27, 0.64]

            Rectangle {
                required property real modelData

                x: Math.round(parent.width * modelData)
                width: cut.fine * 2
                height: parent.height
                color: "#46685E"
            }
        }
    }

    component Port: Shape {
        id: port

        required property color color
        required property string path

        scale: cut.zoom
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
    component Box: SheetBox {
        zoom: cut.zoom
    }
    component Steel: Box {
        color: "#A9BFB6"
        border.color: Theme.ground
        border.width: cut.fine
    }
}
