import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// What an indicator writes on a cylinder: pressure before the piston over the room that it has left. Its area is the work.
ChartPaper {
    id: chart

    required property MachineRunner runner
    readonly property var now: runner.state

    mostX: 115
    mostY: 1600
    // Left of the stroke lies the clearance.
    marksX: [10, 60, 110]
    noughtX: 10
    marksY: [500, 1000, 1500]
    nameX: qsTr("Stroke, %")
    nameY: qsTr("Pressure, kPa")
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Indicator diagram: the pressure in the cylinder over its volume, in a turn of the wheels")

    ChartCurves {
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.px(4)
            joinStyle: ShapePath.RoundJoin
            fillColor: Qt.alpha(Theme.accent, 0.16)

            PathPolyline {
                path: chart.runner.trace.map(chart.placed)
            }
        }
    }
    ChartDot {
        at: Qt.point(chart.across(chart.now.volume), chart.up(chart.now.front))
    }
}
