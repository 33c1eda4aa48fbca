pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives

// The city's day from midnight to midnight: what it will ask for, what it was given, and what o'clock it is.
Item {
    id: day

    required property MachineRunner runner
    readonly property var now: runner.state
    required property real zoom
    required property int leftEdge
    required property int topEdge
    // In reach mode the face is half as wide, and its letters are not smaller for that.
    readonly property bool small: zoom < 0.6
    // Something is said in place of the hours.
    required property bool silent
    readonly property real minute: now.minute ?? 0
    readonly property int quarter: Math.floor(minute / 15)
    readonly property real demand: now.load ?? 0
    // Quarters of an hour of this day that are over: how much light there was, and whether the frequency was good.
    property list<point> given: []
    property int lastQuarter: -1

    function across(hour: real): real {
        return leftEdge + (306 + 684 * hour / 24) * zoom;
    }
    function up(percent: real): real {
        return topEdge + (159 - percent * 1.25) * zoom;
    }

    onQuarterChanged: {
        const next = quarter < lastQuarter ? [] : given.slice();
        while (next.length < quarter)
            next.push(Qt.point(0, 0));
        next[quarter] = Qt.point(now.delivered ?? 0, Math.abs((now.frequency ?? 0) - 50) <= 0.5 ? 1 : 0);
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
            readonly property point share: day.given[index]

            x: Math.round(day.across(index / 4))
            y: Math.round(day.up(share.x))
            width: Math.round(day.across((index + 1) / 4)) - x
            height: day.up(0) - y
            visible: share.x > 0
            color: share.y > 0 ? Theme.second : Theme.warning
            opacity: 0.32
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
        model: day.silent ? [] : day.small ? [0, 12, 24] : [0, 6, 12, 18, 24]

        Small {
            required property real modelData

            x: Math.min(day.across(modelData) - width / 2, day.across(24) - width)
            y: day.topEdge - Theme.px(4)
            text: modelData
        }
    }
    Text {
        x: day.leftEdge + Math.round(134 * day.zoom)
        y: day.topEdge - Math.round(14 * day.zoom)
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
    Small {
        visible: !day.small
        x: day.leftEdge + Math.round(136 * day.zoom)
        y: day.topEdge + Math.round(46 * day.zoom)
        text: qsTr("a day in 5 min")
    }
}
