pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.visitor

// The line with its hill and the train on it, small: the same for every engine, so that they can be compared. Heights are
// drawn far larger than ways; how steep it is stands beneath.
Item {
    id: strip

    // The readings of its engine.
    required property var now
    required property url engine
    // Of the engine, in m, and the sheet that it is drawn on.
    required property real engineLength
    required property size engineSheet
    readonly property real foot: now.line_foot ?? 50
    readonly property real summit: now.line_top ?? 230
    readonly property real trainLength: now.train_length ?? 90
    readonly property real grade: (now.line_height ?? 0) / (summit - foot) * 1000
    // Past its ends the train waits at the edge.
    readonly property real way: Math.max(-8, Math.min(now.way ?? 0, summit + 60))
    readonly property real wagon: 14
    readonly property real first: -trainLength - 12
    readonly property real metre: width / (summit + 62 - first)
    readonly property real valley: height * 0.72
    readonly property real rise: Math.min(height * 0.44, grade * height * 0.036)
    readonly property real lean: Math.atan(rise / ((summit - foot) * metre)) * 180 / Math.PI
    readonly property bool arrived: (now.over_the_top ?? 0) > 0

    function along(at: real): real {
        return (at - first) * metre;
    }
    function ground(at: real): real {
        return valley - rise * Math.max(0, Math.min(1, (at - foot) / (summit - foot)));
    }

    Shape {
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.panel

            PathPolyline {
                path: [Qt.point(0, strip.valley), Qt.point(strip.along(strip.foot), strip.valley), Qt.point(strip.along(strip.summit), strip.valley - strip.rise), Qt.point(strip.width, strip.valley - strip.rise), Qt.point(strip.width, strip.height), Qt.point(0, strip.height), Qt.point(0, strip.valley)]
            }
        }
        ShapePath {
            strokeColor: Theme.second
            strokeWidth: Theme.px(3)
            fillColor: "transparent"

            PathPolyline {
                path: [Qt.point(0, strip.valley), Qt.point(strip.along(strip.foot), strip.valley), Qt.point(strip.along(strip.summit), strip.valley - strip.rise), Qt.point(strip.width, strip.valley - strip.rise)]
            }
        }
    }
    // The post at the top.
    Rectangle {
        x: strip.along(strip.summit) - width / 2
        y: strip.ground(strip.summit) - height
        width: Theme.px(3)
        height: strip.height * 0.34
        color: Theme.line

        Rectangle {
            x: parent.width
            width: strip.height * 0.2
            height: strip.height * 0.13
            color: strip.arrived ? Theme.ok : Theme.accent
        }
    }
    Note {
        x: strip.along((strip.foot + strip.summit) / 2) - width / 2
        visible: !strip.arrived
        text: qsTr("%1 ‰").arg(strip.grade.toFixed(0))
        color: Theme.dim
    }
    Note {
        x: strip.width - width - Theme.px(8)
        visible: strip.arrived
        text: qsTr("%1 s · %2 MJ of fuel").arg((strip.now.seconds_to_top ?? 0).toFixed(0)).arg((strip.now.heat_to_top ?? 0).toFixed(0))
        strong: true
        color: Theme.ok
    }
    Repeater {
        model: Math.round((strip.trainLength - strip.engineLength) / strip.wagon)

        Rectangle {
            id: car

            required property int index
            readonly property real middle: strip.way - strip.engineLength - strip.wagon * (index + 0.5)
            readonly property bool climbing: middle > strip.foot && middle < strip.summit

            x: strip.along(middle) - width / 2
            y: strip.ground(middle) - height - Theme.px(6)
            width: (strip.wagon - 1.6) * strip.metre
            height: strip.height * 0.12
            rotation: climbing ? -strip.lean : 0
            color: "#5E4A35"
            border.color: Theme.line
            border.width: Theme.px(1.4)
            antialiasing: true
            visible: x > -width / 2 && x < strip.width - width / 2

            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    x: car.width * (0.2 + 0.6 * index) - width / 2
                    y: car.height - width * 0.3
                    width: Theme.px(8)
                    height: width
                    radius: width / 2
                    color: Theme.line
                }
            }
        }
    }
    SceneArt {
        readonly property real middle: strip.way - strip.engineLength / 2

        x: strip.along(middle) - width / 2
        y: strip.ground(middle) - height + Theme.px(1)
        zoom: strip.engineLength * strip.metre / strip.engineSheet.width
        drawn: strip.engineSheet
        source: strip.engine
        rotation: middle > strip.foot && middle < strip.summit ? -strip.lean : 0
    }

    // In the hill, under its slope: it grows with the text only as far as there is room.
    component Note: Label {
        y: strip.height - height
        font.pixelSize: Math.max(Theme.px(22), Math.min(Theme.small, strip.height * 0.27))
    }
}
