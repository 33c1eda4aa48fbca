pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls

// A part of a machine that a finger can pull or turn: two discs of accent glow on it, and small arrows show the way it goes. What
// it does is also done by the knob of the same input below the machine, which has the name, the keys and the voice.
Item {
    id: handle

    // What it lies on, and where the machine's own sheet lies in that.
    required property Item sheet
    required property real zoom
    required property point offset
    required property MachineRunner runner
    required property string key
    required property string motion
    required property list<point> points
    required property real turns
    required property real low
    required property real high
    required property real size
    required property real step
    required property string unit
    required property int decimals
    readonly property real now: runner?.inputs[key] ?? low
    readonly property real part: Math.max(0, Math.min(1, (now - low) / (high - low)))
    readonly property bool held: touch.active || drag.active
    readonly property bool slides: motion === "slide"
    readonly property bool turning: motion === "turn"
    readonly property list<real> lengths: measured()
    readonly property real whole: lengths.reduce((sum, length) => sum + length, 0)
    readonly property point place: slides ? along(part) : points[0]
    // Which way it goes from where it lies, in degrees clockwise from «to the right».
    readonly property real way: heading(part)
    readonly property real inner: Math.max(Theme.px(27), size * zoom)
    // Where the hand was, and how far it had turned things, when it took hold and as it went on.
    property point grip
    property real gone: 0
    property real angle: 0

    x: offset.x + place.x * zoom - width / 2
    y: offset.y + place.y * zoom - height / 2
    width: Math.max(Theme.mm(20), inner * 2.6)
    height: width
    Accessible.ignored: true

    function measured(): list<real> {
        const all = [];
        for (let i = 1; i < points.length; ++i)
            all.push(Math.hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y));
        return all;
    }
    // The stretch of the path that lies so far along it, and the rest within that stretch.
    function stretch(part: real): var {
        let left = part * whole;
        let at = 0;
        while (at < lengths.length - 1 && left > lengths[at])
            left -= lengths[at++];
        return [at, left];
    }
    function along(part: real): point {
        const [at, left] = stretch(part);
        const a = points[at];
        const b = points[at + 1];
        const share = left / lengths[at];
        return Qt.point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }
    function heading(part: real): real {
        if (turning)
            return 0;
        const at = slides ? stretch(part)[0] : 0;
        return Math.atan2(points[at + 1].y - points[at].y, points[at + 1].x - points[at].x) * 180 / Math.PI;
    }
    // How far along the path the place lies that is nearest to a point.
    function nearest(to: point): real {
        let best = Infinity;
        let found = 0;
        let before = 0;
        for (let i = 0; i < lengths.length; ++i) {
            const a = points[i];
            const across = (points[i + 1].x - a.x) / lengths[i];
            const down = (points[i + 1].y - a.y) / lengths[i];
            const far = Math.max(0, Math.min(lengths[i], (to.x - a.x) * across + (to.y - a.y) * down));
            const off = Math.hypot(a.x + across * far - to.x, a.y + down * far - to.y);
            if (off < best) {
                best = off;
                found = before + far;
            }
            before += lengths[i];
        }
        return found / whole;
    }
    function onSheet(scene: point): point {
        const at = sheet.mapFromItem(null, scene.x, scene.y);
        return Qt.point((at.x - offset.x) / zoom, (at.y - offset.y) / zoom);
    }
    function bearing(at: point): real {
        return Math.atan2(at.y - points[0].y, at.x - points[0].x);
    }
    function take(scene: point): void {
        const at = onSheet(scene);
        grip = slides ? Qt.point(at.x - place.x, at.y - place.y) : at;
        gone = part;
        angle = bearing(at);
    }
    function pull(scene: point): void {
        const at = onSheet(scene);
        if (slides) {
            gone = nearest(Qt.point(at.x - grip.x, at.y - grip.y));
        } else if (turning) {
            // Close to the middle a finger has no bearing: there a hair's breadth would be half a turn.
            if (Math.hypot(at.x - points[0].x, at.y - points[0].y) < size * 0.25)
                return;
            const swept = bearing(at) - angle;
            angle += swept;
            // The short way round, kept within the range: at the stop the hand slips, and turns back at once.
            gone = Math.max(0, Math.min(1, gone + (swept - 2 * Math.PI * Math.round(swept / (2 * Math.PI))) / (2 * Math.PI * turns)));
        } else {
            gone += ((at.x - grip.x) * (points[1].x - points[0].x) + (at.y - grip.y) * (points[1].y - points[0].y)) / (whole * whole);
            gone = Math.max(0, Math.min(1, gone));
            grip = at;
        }
        const value = low + gone * (high - low);
        const least = Math.min(low, high);
        runner.turn(key, step > 0 ? least + Math.round((value - least) / step) * step : value);
    }

    // It answers a touch in the next frame, before it has moved.
    PointHandler {
        id: touch

        acceptedButtons: Qt.LeftButton
    }
    // Taken from the first movement on, so that the page doesn't scroll away under the hand: from a TapHandler and from a
    // MultiPointTouchArea the Flickable below takes the finger back (Qt 6.11.3), also when it leaps further at once than it must
    // to scroll.
    DragHandler {
        id: drag

        target: null
        dragThreshold: 0
        grabPermissions: PointerHandler.CanTakeOverFromAnything
        onActiveChanged: {
            if (active) {
                handle.take(centroid.scenePressPosition);
                handle.pull(centroid.scenePosition);
            }
        }
        onCentroidChanged: {
            if (active)
                handle.pull(centroid.scenePosition);
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: handle.inner * 2.6
        height: width
        radius: width / 2
        color: Qt.alpha(Theme.accent, handle.held ? 0.2 : 0.1)
    }
    Rectangle {
        anchors.centerIn: parent
        width: handle.inner * 2
        height: width
        radius: width / 2
        color: Qt.alpha(Theme.accent, handle.held ? 0.4 : 0.2)
        border.width: Theme.px(2)
        border.color: Qt.alpha(Theme.accent, 0.7)
    }
    // To both sides where it can still go; round where it turns.
    Item {
        anchors.fill: parent
        rotation: handle.way
        visible: !handle.turning

        Arrow {
            x: parent.width / 2 + handle.inner * 1.02
            opacity: handle.part < 1 ? 1 : 0.25
        }
        Arrow {
            x: parent.width / 2 - handle.inner * 1.02 - width
            rotation: 180
            opacity: handle.part > 0 ? 1 : 0.25
        }
    }
    Shape {
        anchors.fill: parent
        visible: handle.turning
        preferredRendererType: Shape.GeometryRenderer

        Round {
            startAngle: -160
        }
        Head {
            angle: handle.turns > 0 ? -40 : -160
        }
        Round {
            startAngle: 20
        }
        Head {
            angle: handle.turns > 0 ? 140 : 20
        }
    }
    // What it is set to, above the hand that covers it.
    Rectangle {
        x: (parent.width - width) / 2
        y: -height - Theme.px(6)
        width: value.implicitWidth + Theme.px(28)
        height: value.implicitHeight + Theme.px(8)
        visible: handle.held && handle.unit !== ""
        radius: Theme.corner
        color: Theme.ground
        border.width: Theme.px(2)
        border.color: Theme.accent

        Text {
            id: value

            anchors.centerIn: parent
            text: handle.now.toFixed(handle.decimals) + " " + handle.unit
            color: Theme.line
            font.family: Theme.sans
            font.weight: 700
            font.pixelSize: Theme.small
            font.features: ({
                    tnum: 1
                })
            Accessible.ignored: true
        }
    }

    component Arrow: Shape {
        y: (parent.height - height) / 2
        width: handle.inner * 0.26
        height: width * 1.3
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.accent

            PathLine {
                x: handle.inner * 0.26
                y: handle.inner * 0.169
            }
            PathLine {
                x: 0
                y: handle.inner * 0.338
            }
        }
    }
    component Round: ShapePath {
        property alias startAngle: line.startAngle

        strokeColor: Theme.accent
        strokeWidth: Theme.px(4)
        fillColor: "transparent"

        PathAngleArc {
            id: line

            centerX: handle.width / 2
            centerY: handle.height / 2
            radiusX: handle.inner * 1.3
            radiusY: radiusX
            sweepAngle: 120
        }
    }
    // The arrow's head at that angle of the circle, along it.
    component Head: ShapePath {
        id: head

        required property real angle
        readonly property real way: angle * Math.PI / 180
        readonly property real long: handle.inner * 0.36 * (handle.turns > 0 ? 1 : -1)

        strokeColor: "transparent"
        fillColor: Theme.accent
        startX: handle.width / 2 + handle.inner * 1.1 * Math.cos(way)
        startY: handle.height / 2 + handle.inner * 1.1 * Math.sin(way)

        PathLine {
            x: handle.width / 2 + handle.inner * 1.5 * Math.cos(head.way)
            y: handle.height / 2 + handle.inner * 1.5 * Math.sin(head.way)
        }
        PathLine {
            x: handle.width / 2 + handle.inner * 1.3 * Math.cos(head.way) - head.long * Math.sin(head.way)
            y: handle.height / 2 + handle.inner * 1.3 * Math.sin(head.way) + head.long * Math.cos(head.way)
        }
    }
}
