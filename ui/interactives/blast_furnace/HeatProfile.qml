pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// Temperature over the height of the shaft: burden and gas, as they meet; the reserve zone, where they are nearly equal.
Item {
    id: chart

    required property MachineRunner runner
    readonly property real most: 2600
    readonly property real tall: runner.state.height ?? 22
    readonly property list<point> both: runner.trace
    readonly property int half: (both.length - 1) / 2
    readonly property real axisX: type * 1.2 + Theme.px(22)
    readonly property real axisY: height - type * 1.6 - Theme.px(8)
    readonly property real ceiling: type * 2.1
    readonly property real type: Math.max(Theme.px(22), Theme.small * 0.88)

    function across(celsius: real): real {
        return axisX + Math.min(celsius, most) / most * (width - axisX - Theme.px(8));
    }
    function up(metres: real): real {
        return axisY - metres / tall * (axisY - ceiling);
    }
    function placed(at: point): point {
        return Qt.point(across(at.x), up(at.y));
    }

    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Temperature over height: the burden's on its way down, the gas's on its way up")

    component Tick: Text {
        color: Theme.dim
        font.family: Theme.sans
        font.pixelSize: chart.type
    }

    // Where the books find the reserve zone.
    Rectangle {
        x: chart.across(800)
        y: chart.ceiling
        width: chart.across(1000) - x
        height: chart.axisY - chart.ceiling
        color: Qt.alpha(Theme.line, 0.1)
    }
    Repeater {
        model: [800, 1600, 2400]

        Item {
            id: column

            required property real modelData

            x: chart.across(modelData)

            Rectangle {
                y: chart.ceiling
                width: Theme.hair
                height: chart.axisY - chart.ceiling
                color: Theme.hairColour
                opacity: 0.5
            }
            Tick {
                x: -width / 2 - (column.modelData > chart.most - 300 ? width / 3 : 0)
                y: chart.axisY + Theme.px(4)
                text: column.modelData
            }
        }
    }
    Repeater {
        model: [10, 20]

        Item {
            id: row

            required property real modelData

            y: chart.up(modelData)

            Rectangle {
                x: chart.axisX
                width: chart.width - chart.axisX
                height: Theme.hair
                color: Theme.hairColour
                opacity: 0.5
            }
            Tick {
                x: chart.axisX - width - Theme.px(8)
                y: -height / 2
                text: row.modelData
            }
        }
    }
    Rectangle {
        x: chart.axisX
        y: chart.ceiling
        width: Theme.px(2)
        height: chart.axisY - chart.ceiling
        color: Theme.line
    }
    Rectangle {
        x: chart.axisX
        y: chart.axisY
        width: chart.width - chart.axisX
        height: Theme.px(2)
        color: Theme.line
    }
    Tick {
        text: qsTr("Height, m")
    }
    Tick {
        text: qsTr("Temperature, °C")
        anchors.right: parent.right
    }
    ChartCurves {
        ShapePath {
            strokeColor: Theme.second
            strokeWidth: Theme.px(4)
            fillColor: "transparent"

            PathPolyline {
                path: chart.both.slice(chart.half).map(chart.placed)
            }
        }
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.px(5)
            fillColor: "transparent"

            PathPolyline {
                path: chart.both.slice(0, chart.half).map(chart.placed)
            }
        }
    }
    Tick {
        x: chart.across(1250)
        y: chart.up(chart.tall * 0.62)
        text: qsTr("gas")
        color: Theme.second
    }
    Tick {
        x: Math.max(chart.axisX + Theme.px(8), chart.across(640) - width)
        y: chart.up(chart.tall * 0.26)
        text: qsTr("burden")
        color: Theme.accent
    }
}
