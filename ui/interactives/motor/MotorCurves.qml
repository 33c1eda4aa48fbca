pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// Torque over speed, both in the direction in which the field turns: what the motor can give, what the load asks for, and where
// it is now.
Item {
    id: chart

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property int poles: runner.inputs.poles ?? 4
    readonly property real way: (runner.inputs.swap ?? 0) > 0.5 ? -1 : 1
    // Two poles turn twice as fast as any other; eight give the most torque.
    readonly property real mostSpeed: poles === 2 ? 3600 : 1800
    readonly property real mostTorque: poles > 5 ? 450 : 300
    readonly property real letters: Math.max(Theme.px(22), Theme.small * 0.88)
    readonly property real axisX: letters * 1.8 + Theme.px(22)
    readonly property real axisY: height - letters * 1.6 - Theme.px(8)
    readonly property real ceiling: letters * 2.1

    function across(speed: real): real {
        return axisX + Math.max(0, Math.min(speed, mostSpeed)) / mostSpeed * (width - axisX - Theme.px(8));
    }
    function up(torque: real): real {
        return axisY - Math.max(0, Math.min(torque, mostTorque)) / mostTorque * (axisY - ceiling);
    }
    function onPaper(at: point): bool {
        return at.x <= mostSpeed && at.y <= mostTorque;
    }
    function placed(at: point): point {
        return Qt.point(across(at.x), up(at.y));
    }

    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Torque over speed: the motor's curve, the load's curve, and where it runs now")

    component Tick: Text {
        color: Theme.dim
        font.family: Theme.sans
        font.pixelSize: chart.letters
    }

    Repeater {
        model: [1, 2, 3]

        Item {
            id: column

            required property real modelData
            readonly property real speed: modelData * chart.mostSpeed / 3

            x: chart.across(speed)

            Rectangle {
                y: chart.ceiling
                width: Theme.hair
                height: chart.axisY - chart.ceiling
                color: Theme.hairColour
                opacity: 0.5
            }
            Tick {
                x: Math.min(-width / 2, chart.width - column.x - width)
                y: chart.axisY + Theme.px(4)
                text: column.speed
            }
        }
    }
    Repeater {
        model: [1, 2, 3]

        Item {
            id: row

            required property real modelData
            readonly property real torque: modelData * chart.mostTorque / 3

            y: chart.up(torque)

            Rectangle {
                x: chart.axisX
                width: chart.width - chart.axisX
                height: Theme.hair
                color: Theme.hairColour
                opacity: 0.5
            }
            Tick {
                x: chart.axisX - width - Theme.px(14)
                y: -height / 2
                text: row.torque
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
        text: qsTr("Torque, N·m")
        x: 0
        y: 0
    }
    Tick {
        text: qsTr("r/min")
        anchors.right: parent.right
        y: 0
    }
    ChartCurves {
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.px(5)
            capStyle: ShapePath.FlatCap
            fillColor: "transparent"

            PathPolyline {
                path: chart.runner.trace.filter(chart.onPaper).map(chart.placed)
            }
        }
        ShapePath {
            strokeColor: Theme.second
            strokeWidth: Theme.px(5)
            capStyle: ShapePath.FlatCap
            fillColor: "transparent"

            PathPolyline {
                path: chart.runner.secondTrace.filter(chart.onPaper).map(chart.placed)
            }
        }
    }
    // Over the top of its curve.
    Tick {
        readonly property point peak: chart.runner.trace.reduce((best, at) => at.y > best.y ? at : best, Qt.point(0, 0))

        x: Math.max(chart.axisX + Theme.px(12), chart.across(peak.x) - width / 2)
        y: Math.max(chart.ceiling, chart.up(peak.y) - height - Theme.px(6))
        visible: chart.runner.trace.length > 0
        text: qsTr("Motor")
        color: Theme.accent
        font.weight: 700
        style: Text.Outline
        styleColor: Theme.ground
    }
    Tick {
        readonly property real line: chart.runner.secondTrace.length > 0 ? chart.placed(chart.runner.secondTrace[0]).y : 0

        x: chart.axisX + Theme.px(12)
        y: line + height > chart.axisY ? line - height - Theme.px(2) : line + Theme.px(4)
        text: qsTr("Load")
        color: Theme.second
        font.weight: 700
    }
    Rectangle {
        x: chart.across((chart.now.speed ?? 0) * chart.way) - width / 2
        y: chart.up((chart.now.torque ?? 0) * chart.way) - height / 2
        width: Theme.px(36)
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
