pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls

// The power plant: a turbine wheel in its casing, a person beside it to show the size; steam runs in and out.
Item {
    id: scene

    property bool moving: true
    property real phase: 0
    readonly property real zoom: Math.min(width / 960, height / 760)

    Timer {
        interval: 40
        repeat: true
        running: scene.moving && scene.visible
        onTriggered: scene.phase = (scene.phase + 1) % 3600
    }

    Item {
        anchors.centerIn: parent
        width: 960 * scene.zoom
        height: 760 * scene.zoom

        SceneArt {
            zoom: scene.zoom
            drawn: Qt.size(960, 760)
            source: "art/turbine.svg"
        }
        SceneArt {
            x: 238 * scene.zoom
            y: 158 * scene.zoom
            zoom: scene.zoom
            drawn: Qt.size(484, 484)
            source: "art/turbine-rotor.svg"
            rotation: scene.phase * 0.6
        }
        Shape {
            width: 960
            height: 760
            scale: scene.zoom
            transformOrigin: Item.TopLeft

            Stream {
                PathSvg { path: "M0,116 H246 C300,116 326,146 336,200" }
            }
            Stream {
                PathSvg { path: "M0,144 H240 C286,144 304,172 314,222" }
            }
            Stream {
                PathSvg { path: "M672,556 C704,608 740,632 792,632 H960" }
            }
            Stream {
                PathSvg { path: "M704,532 C730,576 756,596 796,596 H960" }
            }
        }
    }

    component Stream: ShapePath {
        strokeColor: Theme.second
        strokeWidth: 2.4
        fillColor: "transparent"
        strokeStyle: ShapePath.DashLine
        dashPattern: [11, 9]
        dashOffset: -(scene.phase * 0.5) % 20
    }
}
