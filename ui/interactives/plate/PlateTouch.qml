pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives.plate

// Hands on the plate: fingers draw, tap and rub; arrow keys move a mark, Enter does what a tap would do there.
Item {
    id: touch

    required property PlateHands hands
    readonly property real radius: width / 2
    readonly property bool atWork: hands.step !== 3 && hands.step !== 5

    activeFocusOnTab: atWork
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("The plate")
    Accessible.description: qsTr("Arrow keys move the mark, Enter works there")
    Accessible.focusable: atWork
    Accessible.onPressAction: hands.act()
    Keys.onReturnPressed: hands.act()
    Keys.onEnterPressed: hands.act()
    Keys.onSpacePressed: hands.act()
    Keys.onLeftPressed: hands.moveMark(-1, 0)
    Keys.onRightPressed: hands.moveMark(1, 0)
    Keys.onUpPressed: hands.moveMark(0, -1)
    Keys.onDownPressed: hands.moveMark(0, 1)

    function place(x: real, y: real): point {
        return Qt.point(x / radius - 1, y / radius - 1);
    }

    // The master divides the circle before bending a wire.
    LinePicture {
        anchors.fill: parent
        visible: touch.hands.step === 1
        path: touch.hands.tools.guides
        colour: "#44401500"
        thickness: Theme.px(2)
    }
    // The cell in turn, and the mark of the keys.
    LinePicture {
        anchors.fill: parent
        visible: touch.hands.step === 2
        path: touch.hands.markedCell
        colour: Theme.line
        thickness: Theme.px(3.5)
        dashed: true
    }
    Rectangle {
        visible: touch.activeFocus && touch.hands.step === 1
        x: touch.radius * (1 + touch.hands.mark.x) - width / 2
        y: touch.radius * (1 + touch.hands.mark.y) - height / 2
        width: Theme.px(34)
        height: width
        radius: width / 2
        color: Qt.alpha(Theme.accentInk, 0.4)
        border.color: Theme.line
        border.width: Theme.px(4)
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.px(8)
        visible: touch.activeFocus
        radius: width / 2
        color: "transparent"
        border.color: Theme.line
        border.width: Math.max(3, Theme.px(3))
    }

    // The line that each finger draws, with its copies round the plate.
    component Line: Item {
        id: line

        property list<point> points: []

        anchors.fill: parent
        visible: points.length > 1

        Repeater {
            model: line.visible ? touch.hands.tools.folds : 0

            Shape {
                required property int index

                anchors.fill: parent
                rotation: 360 * index / touch.hands.tools.folds
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: "#FFD9B0"
                    strokeWidth: touch.radius * 0.016
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin

                    PathPolyline {
                        path: line.points
                    }
                }
            }
        }
    }
    // The polishing stone, under the finger.
    Rectangle {
        id: stone

        visible: first.pressed && touch.hands.step === 4
        x: first.x - width / 2
        y: first.y - height / 2
        width: Theme.px(120)
        height: width * 0.62
        radius: Theme.px(16)
        color: "#8A8F98"
        border.color: "#D5D9E0"
        border.width: Theme.px(3)
    }
    Repeater {
        id: lines

        model: 2

        Line {}
    }

    MultiPointTouchArea {
        id: area

        // Where each finger went down, and whether it has moved enough to draw.
        property var from: ({})

        anchors.fill: parent
        enabled: touch.atWork
        minimumTouchPoints: 1
        maximumTouchPoints: 2
        mouseEnabled: true
        touchPoints: [
            TouchPoint {
                id: first
            },
            TouchPoint {
                id: second
            }
        ]

        function inside(x: real, y: real): bool {
            return Math.hypot(x - touch.radius, y - touch.radius) <= touch.radius;
        }
        function lineOf(id: TouchPoint): Line {
            return lines.itemAt(id === first ? 0 : 1) as Line;
        }
        onGestureStarted: gesture => gesture.grab()
        onPressed: points => {
            for (const point of points)
                lineOf(point).points = inside(point.x, point.y) ? [Qt.point(point.x, point.y)] : [];
        }
        onUpdated: points => {
            for (const point of points) {
                const line = lineOf(point);
                if (touch.hands.step === 4 && inside(point.x, point.y))
                    touch.hands.rub(Math.hypot(point.x - point.previousX, point.y - point.previousY) / touch.radius);
                else if (touch.hands.step === 1 && line.points.length > 0)
                    line.points = [...line.points, Qt.point(point.x, point.y)];
            }
        }
        onReleased: points => {
            for (const point of points) {
                const line = lineOf(point);
                const way = Math.hypot(point.x - point.startX, point.y - point.startY);
                if (line.points.length > 2 && way + line.points.length * 2 > Theme.px(24))
                    touch.hands.draw(line.points.map(p => touch.place(p.x, p.y)));
                else if (inside(point.x, point.y)) {
                    const at = touch.place(point.x, point.y);
                    touch.hands.tap(at.x, at.y);
                }
                line.points = [];
            }
        }
        onCanceled: points => {
            for (const point of points)
                lineOf(point).points = [];
        }
    }
}
