pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// Head over flow: what the pump gives, what the pipe asks for, and the point where they meet.
Item {
    id: chart

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property real mostFlow: 160
    readonly property real mostHead: 60
    readonly property real axisX: Math.max(Theme.px(22), Theme.small * 0.88) * 1.2 + Theme.px(22)
    readonly property real axisY: height - Math.max(Theme.px(22), Theme.small * 0.88) * 1.6 - Theme.px(8)
    readonly property real ceiling: Math.max(Theme.px(22), Theme.small * 0.88) * 2.1

    function across(flow: real): real {
        return axisX + Math.min(flow, mostFlow) / mostFlow * (width - axisX - Theme.px(8));
    }
    function up(head: real): real {
        return axisY - Math.min(head, mostHead) / mostHead * (axisY - ceiling);
    }
    function onPaper(at: point): bool {
        return at.x <= mostFlow && at.y <= mostHead;
    }
    function placed(at: point): point {
        return Qt.point(across(at.x), up(at.y));
    }

    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Head over flow: the pump's curve, the pipe's curve, and where they meet")

    component Tick: Text {
        color: Theme.dim
        font.family: Theme.sans
        font.pixelSize: Math.max(Theme.px(22), Theme.small * 0.88)
    }

    Repeater {
        model: [40, 80, 120, 160]

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
                x: -width / 2 - (column.modelData === chart.mostFlow ? width / 3 : 0)
                y: chart.axisY + Theme.px(4)
                text: column.modelData
            }
        }
    }
    Repeater {
        model: [20, 40, 60]

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
        text: qsTr("Head, m")
        x: 0
        y: 0
    }
    Tick {
        text: qsTr("Flow, m³/h")
        anchors.right: parent.right
        y: 0
    }
    // What it gives at other speeds: by the affinity laws all these curves are one, stretched.
    Repeater {
        model: chart.runner.family

        Item {
            id: other

            required property var modelData
            readonly property list<point> onSheet: modelData.points.filter(chart.onPaper).map(chart.placed)

            width: chart.width
            height: chart.height

            ChartCurves {
                ShapePath {
                    strokeColor: Qt.alpha(Theme.accent, 0.6)
                    strokeWidth: Theme.px(2)
                    fillColor: "transparent"
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [1.5, 4]

                    PathPolyline {
                        path: other.onSheet
                    }
                }
            }
            // Under the end of its curve, where there is room for it.
            Tick {
                readonly property point end: other.onSheet[other.onSheet.length - 1]

                x: chart.width - width
                y: end.y + Theme.px(2)
                visible: other.onSheet.length > 1 && y + height < chart.axisY
                text: other.modelData.at
                color: Theme.accent
            }
        }
    }
    ChartCurves {
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.px(5)
            fillColor: "transparent"

            PathPolyline {
                path: chart.runner.trace.filter(chart.onPaper).map(chart.placed)
            }
        }
        ShapePath {
            strokeColor: Theme.second
            strokeWidth: Theme.px(5)
            fillColor: "transparent"

            PathPolyline {
                path: chart.runner.secondTrace.filter(chart.onPaper).map(chart.placed)
            }
        }
    }
    // From the point to both axes.
    Rectangle {
        x: chart.axisX
        y: chart.up(chart.now.head)
        width: chart.across(chart.now.flow) - x
        height: Theme.hair
        color: Theme.line
        opacity: 0.6
    }
    Rectangle {
        x: chart.across(chart.now.flow)
        y: chart.up(chart.now.head)
        width: Theme.hair
        height: chart.axisY - y
        color: Theme.line
        opacity: 0.6
    }
    Rectangle {
        x: chart.across(chart.now.flow) - width / 2
        y: chart.up(chart.now.head) - height / 2
        width: Theme.px(40)
        height: width
        radius: width / 2
        color: Qt.alpha(Theme.line, 0.18)

        Rectangle {
            anchors.centerIn: parent
            width: Theme.px(20)
            height: width
            radius: width / 2
            color: Theme.line
        }
    }
}
