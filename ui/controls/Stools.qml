pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

// Seats as stools: filled is free to sit on, an outline is taken. More than can be drawn side by side are drawn in proportion;
// the words beside them say the number.
Item {
    id: stools

    required property int free
    required property int capacity
    // The same in words, as the view model says it: "5 places left".
    property string words: ""
    property int most: 16
    property real size: Theme.px(38)
    readonly property int drawn: Math.max(0, Math.min(capacity, most))
    // At least one is drawn free while one is, and one taken while one is.
    readonly property int drawnFree: capacity <= most ? free : free === 0 ? 0 : free >= capacity ? drawn : Math.max(1, Math.min(drawn - 1, Math.round(drawn * free / capacity)))

    implicitWidth: flow.width + (label.visible ? label.implicitWidth + Theme.px(22) : 0)
    implicitHeight: Math.max(flow.height, label.visible ? label.implicitHeight : 0)
    Accessible.role: Accessible.StaticText
    Accessible.name: words
    Accessible.ignored: words === ""

    Row {
        id: flow

        spacing: stools.size * 0.21
        anchors.verticalCenter: parent.verticalCenter
        // The software renderer of Qt 6.11 does not clip a Shape to the list that it scrolls in: as a layer it is a picture,
        // which is clipped.
        layer.enabled: true

        Repeater {
            model: stools.drawn

            Shape {
                id: stool

                required property int index
                readonly property bool taken: index < stools.drawn - stools.drawnFree
                readonly property color ink: taken ? Theme.dim : Theme.line
                readonly property real k: stools.size / 38

                width: 38 * k
                height: 48 * k
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: stool.ink
                    strokeWidth: Math.max(1.5, 2.2 * stool.k)
                    fillColor: stool.taken ? "transparent" : stool.ink
                    joinStyle: ShapePath.RoundJoin
                    startX: 4 * stool.k
                    startY: 2 * stool.k
                    PathLine { x: 34 * stool.k; y: 2 * stool.k }
                    PathLine { x: 37 * stool.k; y: 30 * stool.k }
                    PathLine { x: 1 * stool.k; y: 30 * stool.k }
                    PathLine { x: 4 * stool.k; y: 2 * stool.k }
                }
                ShapePath {
                    strokeColor: stool.ink
                    strokeWidth: Math.max(1.5, 2.4 * stool.k)
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    startX: 7 * stool.k
                    startY: 33 * stool.k
                    PathLine { x: 3 * stool.k; y: 46 * stool.k }
                    PathMove { x: 31 * stool.k; y: 33 * stool.k }
                    PathLine { x: 35 * stool.k; y: 46 * stool.k }
                }
            }
        }
    }
    Label {
        id: label

        anchors.left: flow.right
        anchors.leftMargin: Theme.px(22)
        anchors.verticalCenter: parent.verticalCenter
        visible: stools.words !== ""
        text: stools.words
        strong: true
        color: stools.free > 0 ? Theme.accent : Theme.dim
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
