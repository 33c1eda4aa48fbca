import QtQuick
import ui.controls

// One fact of a booking: its name dim at the left, what it is at the right of it, a hair line under. With large text the
// name stands above.
Item {
    id: fact

    required property string name
    required property string value
    property string under: ""
    property bool strong: false
    readonly property bool stacked: width < Theme.px(600) * Theme.textScale
    readonly property real side: stacked ? 0 : Theme.px(178) * Math.min(Theme.textScale, 1.5)

    visible: value !== ""
    implicitHeight: visible ? words.y + words.implicitHeight + Theme.px(22) : 0
    Accessible.role: Accessible.StaticText
    Accessible.name: [name, value, under].filter(part => part !== "").join(": ")
    Accessible.ignored: !visible

    Label {
        id: label

        y: Theme.px(20)
        width: fact.stacked ? fact.width : fact.side - Theme.rhythm
        text: fact.name
        small: true
        dim: true
        font.weight: 400
        // One line with the first of the value's.
        topPadding: fact.stacked ? 0 : Math.round((Theme.label - Theme.small) * 1.1)
        Accessible.ignored: true
    }
    Column {
        id: words

        x: fact.side
        y: fact.stacked ? label.y + label.implicitHeight : Theme.px(20)
        width: fact.width - x
        spacing: Theme.px(2)

        Label {
            width: parent.width
            text: fact.value
            strong: fact.strong
            font.features: ({
                    tnum: 1
                })
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: fact.under
            visible: text !== ""
            small: true
            dim: true
            font.weight: 400
            Accessible.ignored: true
        }
    }
    HairLine {
        anchors.bottom: parent.bottom
    }
}
