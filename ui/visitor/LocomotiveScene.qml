pragma ComponentBehavior: Bound
import QtQuick
import ui.controls

// The locomotive works: an engine running light; rods and crosshead follow the cranks, the sleepers pass below.
Item {
    id: scene

    property bool moving: true
    property real angle: 0.6
    readonly property real zoom: Math.min(width / 960, height / 760)
    // Where the crank pin stands, from the middle of its wheel; and the crosshead, by the length of the main rod.
    readonly property real pinX: 40 * Math.cos(angle)
    readonly property real pinY: -40 * Math.sin(angle)
    readonly property real rod: 284
    readonly property real crosshead: 604 + pinX - Math.sqrt(rod * rod - (pinY + 4) * (pinY + 4))

    Timer {
        interval: 40
        repeat: true
        running: scene.moving && scene.visible
        onTriggered: scene.angle = (scene.angle + 0.05) % (240 * Math.PI)
    }

    Item {
        id: sheet

        anchors.centerIn: parent
        width: 960 * scene.zoom
        height: 760 * scene.zoom
        clip: true

        SceneArt {
            x: (scene.angle * 86 % 120 - 180) * scene.zoom
            y: 654 * scene.zoom
            zoom: scene.zoom
            drawn: Qt.size(1200, 60)
            source: "art/sleepers.svg"
        }
        SceneArt {
            zoom: scene.zoom
            drawn: Qt.size(960, 760)
            source: "art/loco.svg"
        }
        SceneArt {
            x: 72 * scene.zoom
            y: 540 * scene.zoom
            zoom: scene.zoom
            drawn: Qt.size(100, 100)
            source: "art/pony.svg"
            rotation: -scene.angle * 86 / 46 * 180 / Math.PI
        }
        Repeater {
            model: [420, 604, 788]

            SceneArt {
                required property int modelData

                x: (modelData - 90) * scene.zoom
                y: 460 * scene.zoom
                zoom: scene.zoom
                drawn: Qt.size(180, 180)
                source: "art/driver.svg"
                rotation: -scene.angle * 180 / Math.PI
            }
        }
        Item {
            scale: scene.zoom
            transformOrigin: Item.TopLeft

            Bar { // piston and its rod
                x: scene.crosshead - 132
                y: 522
                width: 14
                height: 42
            }
            Bar {
                x: scene.crosshead - 120
                y: 542
                width: 116
                height: 8
            }
            Bar { // the main rod
                x: scene.crosshead
                y: 546 - 8
                width: scene.rod
                height: 16
                transformOrigin: Item.Left
                rotation: Math.asin((scene.pinY + 4) / scene.rod) * 180 / Math.PI
            }
            Bar { // the crosshead
                x: scene.crosshead - 20
                y: 529
                width: 40
                height: 34
            }
            Bar { // the coupling rod
                x: 420 + scene.pinX - 12
                y: 550 + scene.pinY - 8
                width: 392
                height: 16
                radius: 8
            }
            Repeater {
                model: [420, 604, 788]

                Bar {
                    required property int modelData

                    x: modelData + scene.pinX - 11
                    y: 550 + scene.pinY - 11
                    width: 22
                    height: 22
                    radius: 11
                }
            }
        }
    }

    component Bar: Rectangle {
        color: Theme.second
        border.color: Theme.line
        border.width: 1.6
        antialiasing: true
    }
}
