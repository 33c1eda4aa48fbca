pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls

// One of five faces, drawn with a line: the mouth is the only thing that changes, from 1 (down) to 5 (up).
Item {
    id: face

    required property int score
    property color ink: Theme.line
    property bool filled: false
    // How far the middle of the mouth hangs below its corners, on a 120 px sheet.
    readonly property real curve: (score - 3) * 12
    readonly property real zoom: width / 120

    implicitWidth: Theme.px(120)
    implicitHeight: width

    Shape {
        width: 120
        height: 120
        scale: face.zoom
        transformOrigin: Item.TopLeft

        ShapePath {
            strokeColor: face.ink
            strokeWidth: 3
            fillColor: face.filled ? Theme.accent : "transparent"

            PathAngleArc {
                centerX: 60
                centerY: 60
                radiusX: 56
                radiusY: 56
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: "transparent"
            fillColor: face.filled ? Theme.accentInk : face.ink

            PathAngleArc { centerX: 42; centerY: 48; radiusX: 5; radiusY: 6.5; sweepAngle: 360 }
            PathAngleArc { centerX: 78; centerY: 48; radiusX: 5; radiusY: 6.5; sweepAngle: 360 }
        }
        ShapePath {
            strokeColor: face.filled ? Theme.accentInk : face.ink
            strokeWidth: 4
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            startX: 36
            startY: 78 - face.curve / 2

            PathQuad {
                x: 84
                y: 78 - face.curve / 2
                controlX: 60
                controlY: 78 + face.curve
            }
        }
    }
}
