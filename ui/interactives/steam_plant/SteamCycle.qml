pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// Temperature over entropy: the bell under which water boils, and the round that the steam makes now.
Item {
    id: chart

    required property MachineRunner runner
    readonly property real mostEntropy: 9
    readonly property real mostTemperature: 600
    readonly property int letters: Math.max(Theme.px(22), Theme.small * 0.88)
    readonly property int axisX: Math.round(letters * 1.9 + Theme.px(14))
    readonly property int axisY: Math.round(height - letters * 1.6 - Theme.px(8))
    readonly property int ceiling: Math.round(letters * 2.1)

    // Where the numerals stand, beside the middles of the lines of the round (`WaterRound.on_paper` says which point is which).
    readonly property list<point> corners: {
        const at = runner.trace.map(placed);
        if (at.length < 14)
            return [];
        const aside = Theme.px(18);
        return [Qt.point((at[4].x + at[5].x) / 2, at[4].y + aside), Qt.point((at[11].x + at[12].x) / 2 + aside, (at[11].y + at[12].y) / 2), Qt.point((at[12].x + at[13].x) / 2 + aside, (at[12].y + at[13].y) / 2 - aside / 2), Qt.point((at[13].x + at[0].x) / 2, at[0].y - aside), Qt.point(at[0].x - aside / 5, at[0].y - 1.7 * aside)];
    }

    function placed(at: point): point {
        return Qt.point(axisX + at.x / mostEntropy * (width - axisX), axisY - at.y / mostTemperature * (axisY - ceiling));
    }

    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Temperature over entropy: where water boils, and the round of the steam")

    component Tick: Text {
        color: Theme.dim
        font.family: Theme.sans
        font.pixelSize: chart.letters
    }

    Repeater {
        model: [2, 4, 6, 8]

        Item {
            id: column

            required property real modelData

            x: chart.placed(Qt.point(modelData, 0)).x

            Rectangle {
                y: chart.ceiling
                width: Theme.hair
                height: chart.axisY - chart.ceiling
                color: Theme.hairColour
                opacity: 0.5
            }
            Tick {
                x: -width / 2
                y: chart.axisY + Theme.px(4)
                text: column.modelData
            }
        }
    }
    Repeater {
        model: [200, 400, 600]

        Item {
            id: row

            required property real modelData

            y: chart.placed(Qt.point(0, modelData)).y

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
    Image {
        x: chart.axisX
        y: chart.ceiling
        width: Math.max(1, chart.width - chart.axisX)
        height: Math.max(1, chart.axisY - chart.ceiling)
        sourceSize: Qt.size(width, height)
        source: Qt.resolvedUrl("boiling.svg")
        asynchronous: true
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
        text: qsTr("Temperature, °C")
        x: 0
        y: 0
    }
    Tick {
        text: qsTr("Entropy, kJ/(kg·K)")
        anchors.right: parent.right
        y: 0
    }
    // The parts of the plant by their numerals, where the steam meets them: boiler, blades, condenser, pump.
    Repeater {
        model: chart.corners.length === 0 ? [] : chart.corners

        Text {
            required property point modelData
            required property int index

            x: modelData.x - width / 2
            y: modelData.y - height / 2
            text: index + 1
            color: Theme.line
            font.family: Theme.sans
            font.weight: 700
            font.pixelSize: Theme.px(22)
            Accessible.ignored: true
        }
    }
    ChartCurves {
        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.px(4)
            joinStyle: ShapePath.RoundJoin
            fillColor: Qt.alpha(Theme.accent, 0.22)

            PathPolyline {
                path: chart.runner.trace.map(chart.placed)
            }
        }
    }
}
