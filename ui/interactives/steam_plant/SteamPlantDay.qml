pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// The city's day from midnight to midnight: what it will ask for, what it was given, and what o'clock it is.
Item {
    id: day

    required property MachineRunner runner
    required property real zoom
    required property int leftEdge
    required property int topEdge
    required property bool dark
    required property bool starting
    readonly property real minute: runner.state.minute ?? 0
    readonly property int quarter: Math.floor(minute / 15)
    readonly property real demand: runner.state.load ?? 0
    // Quarters of an hour of this day that are over: how much light there was, by quarter.
    property list<real> given: []
    property int lastQuarter: -1

    function across(hour: real): real {
        return leftEdge + (306 + 684 * hour / 24) * zoom;
    }
    function up(percent: real): real {
        return topEdge + (90 - percent * 0.6) * zoom;
    }

    onQuarterChanged: {
        const next = quarter < lastQuarter ? [] : given.slice();
        while (next.length < quarter)
            next.push(-1);
        next[quarter] = runner.state.delivered ?? 0;
        lastQuarter = quarter;
        given = next;
    }

    component Small: Text {
        color: Theme.dim
        font.family: Theme.sans
        font.pixelSize: Math.max(Theme.px(22), 22 * day.zoom)
    }

    Repeater {
        model: day.given.length

        Rectangle {
            required property int index
            readonly property real share: day.given[index]

            x: day.across(index / 4)
            y: day.up(share)
            width: Math.max(1, 684 / 96 * day.zoom - 1)
            height: day.up(0) - y
            visible: share > 0
            color: Theme.accent
            opacity: 0.38
        }
    }
    Shape {
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            strokeColor: Theme.second
            strokeWidth: Theme.px(3)
            fillColor: "transparent"

            PathPolyline {
                path: day.runner.secondTrace.map(at => Qt.point(day.across(at.x), day.up(at.y)))
            }
        }
    }
    Rectangle {
        readonly property bool sunUp: day.minute > 450 && day.minute < 1010

        x: Math.round(day.across(day.minute / 60)) - width / 2
        y: Math.round(day.up(day.demand)) - height / 2
        width: Theme.px(24)
        height: width
        radius: width / 2
        color: sunUp ? "#FFD27A" : "#DCE9EC"
        border.width: Theme.px(2)
        border.color: Theme.ground
    }
    Repeater {
        model: [0, 6, 12, 18, 24]

        Small {
            required property real modelData

            x: Math.min(day.across(modelData) - width / 2, day.across(24) - width)
            y: day.topEdge - Theme.px(4)
            text: modelData
        }
    }
    Text {
        x: day.leftEdge + 134 * day.zoom
        y: day.topEdge - Theme.px(6)
        text: Math.floor(day.minute / 60).toString().padStart(2, "0") + ":" + (day.quarter % 4 * 15).toString().padStart(2, "0")
        color: Theme.line
        font.family: Theme.sans
        font.weight: 300
        font.pixelSize: 52 * day.zoom
        font.features: {
            "tnum": 1
        }
        Accessible.name: text
    }
    Text {
        visible: day.dark || day.starting
        x: day.leftEdge + (306 + 684 / 2) * day.zoom - width / 2
        y: day.topEdge + 30 * day.zoom
        text: day.dark ? qsTr("Blackout") : qsTr("Light comes back, block by block")
        color: day.dark ? Theme.warning : Theme.line
        font.family: Theme.serif
        font.weight: 700
        font.pixelSize: 40 * day.zoom
        style: Text.Outline
        styleColor: Theme.ground
    }
}
