pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls

// The enamel factory: a cloisonné plate; light runs along two of its wires.
Item {
    id: scene

    property bool moving: true
    property real phase: 0
    readonly property real zoom: Math.min(width, height) / 760

    Timer {
        interval: 50
        repeat: true
        running: scene.moving && scene.visible
        onTriggered: scene.phase = (scene.phase + 0.0025) % 1
    }

    SceneArt {
        anchors.centerIn: parent
        zoom: scene.zoom
        drawn: Qt.size(760, 760)
        source: "art/plate.svg"
    }

    component Glint: Shape {
        id: glint

        required property real radius
        required property real at
        required property real span
        property real thickness: 3

        anchors.centerIn: parent
        width: 2 * radius * scene.zoom
        height: width
        visible: scene.moving

        ShapePath {
            strokeColor: Theme.line
            strokeWidth: glint.thickness
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: glint.width / 2
                centerY: glint.height / 2
                radiusX: glint.radius * scene.zoom
                radiusY: radiusX
                startAngle: glint.at * 360
                sweepAngle: glint.span
            }
        }
    }

    Glint {
        radius: 366
        at: scene.phase
        span: 26
        thickness: 4
    }
    Glint {
        radius: 298
        at: 1 - (scene.phase + 0.4) % 1
        span: 18
    }
}
