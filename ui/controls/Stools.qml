pragma ComponentBehavior: Bound
import QtQuick

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

    // One sign after another: a picture as often as there are seats, which costs the renderer as much as a single one.
    component Seats: Icon {
        required property int count

        size: Math.round(stools.size * 46 / 38)
        width: count * size
        height: Math.round(stools.size * 48 / 38)
        visible: count > 0
        sourceSize: Qt.size(size, height)
        fillMode: Image.TileHorizontally
        horizontalAlignment: Image.AlignLeft
        verticalAlignment: Image.AlignTop
    }

    implicitWidth: flow.width + (label.visible ? label.implicitWidth + Theme.px(22) : 0)
    implicitHeight: Math.max(flow.height, label.visible ? label.implicitHeight : 0)
    Accessible.role: Accessible.StaticText
    Accessible.name: words
    Accessible.ignored: words === ""

    Row {
        id: flow

        anchors.verticalCenter: parent.verticalCenter

        Seats {
            name: "stool-taken"
            colour: Theme.dim
            count: stools.drawn - stools.drawnFree
        }
        Seats {
            name: "stool-free"
            colour: Theme.line
            count: stools.drawnFree
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
