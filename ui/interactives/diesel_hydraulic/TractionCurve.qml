import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// Pull over speed: what the engine gives through its oil, what the train asks for on the hill, and where it is now.
ChartPaper {
    id: chart

    required property MachineRunner runner
    readonly property var now: runner.state

    function shown(at: point): bool {
        return at.y <= mostY && at.x <= mostX;
    }

    mostX: 50
    mostY: 120
    marksX: [10, 20, 30, 40, 50]
    marksY: [40, 80, 120]
    nameX: qsTr("Speed, km/h")
    nameY: qsTr("Pull, kN")
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Pull over speed: what the engine gives, and what the train needs on the hill")

    ChartCurves {
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.px(5)
            fillColor: "transparent"

            PathPolyline {
                path: chart.runner.trace.filter(chart.shown).map(chart.placed)
            }
        }
        ShapePath {
            strokeColor: Theme.second
            strokeWidth: Theme.px(5)
            fillColor: "transparent"

            PathPolyline {
                path: chart.runner.secondTrace.filter(chart.shown).map(chart.placed)
            }
        }
    }
    ChartDot {
        at: Qt.point(chart.across(Math.max(0, chart.now.speed)), chart.up(chart.now.pull))
    }
}
