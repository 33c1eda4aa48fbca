import QtQuick
import QtQuick.Shapes
import ui.controls

// A skier 46 units high, standing on its origin and facing right, in one phase of the jump.
Shape {
    id: rider

    // 0 crouching on the in-run, 1 stretching at the lip, 2 holding the skis, 3 opened for the landing, 4 giving way on the snow.
    property int phase: 0
    property color suit: Theme.accent
    property color bare: Theme.line
    readonly property list<string> skis: ["M-20,-2 H20 Q24,-2 27,-6", "M-20,-2 H20 Q24,-2 27,-6", "M-20,-12 L18,2 Q22,4 26,2", "M-20,-2 H20 Q24,-2 27,-6", "M-20,-2 H20 Q24,-2 27,-6"]
    readonly property list<string> bodies: ["M-4,-5 L7,-14 L-7,-21 L8,-30", "M-2,-5 L2,-18 L-1,-28 L6,-42", "M2,-6 L12,-17 L-4,-21 L3,-36", "M0,-5 L4,-17 L-4,-27 L4,-42", "M-3,-5 L9,-13 L-8,-19 L3,-33"]
    readonly property list<string> arms: ["M6,-28 L14,-20 L22,-22", "M5,-39 L-6,-34 L-12,-26", "M2,-33 L12,-26 L8,-8", "M3,-39 L16,-44 M3,-39 L-9,-45", "M2,-31 L15,-30 M2,-31 L-10,-34"]
    readonly property list<point> heads: [Qt.point(14, -36), Qt.point(9, -49), Qt.point(8, -43), Qt.point(7, -50), Qt.point(8, -40)]

    preferredRendererType: Shape.GeometryRenderer

    ShapePath {
        strokeColor: rider.bare
        strokeWidth: 3.2
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap

        PathSvg {
            path: rider.skis[rider.phase]
        }
    }
    ShapePath {
        strokeColor: rider.suit
        strokeWidth: 7
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin

        PathSvg {
            path: rider.bodies[rider.phase]
        }
    }
    ShapePath {
        strokeColor: rider.suit
        strokeWidth: 4.6
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin

        PathSvg {
            path: rider.arms[rider.phase]
        }
    }
    ShapePath {
        strokeColor: "transparent"
        fillColor: rider.bare

        PathAngleArc {
            centerX: rider.heads[rider.phase].x
            centerY: rider.heads[rider.phase].y
            radiusX: 5.6
            radiusY: 5.6
            sweepAngle: 360
        }
    }
}
