import QtQuick

// The head of a page: perhaps a numeral in accent, the name in serif, what it is called in the other language or what it
// says under it, and at the right edge a dim and a bright line; a hair line closes it.
Item {
    id: head

    required property string title
    property string under: ""
    property string numeral: ""
    property string aside: ""
    property string asideStrong: ""

    implicitHeight: column.implicitHeight + Theme.px(28)

    Text {
        id: numeral

        visible: head.numeral !== ""
        text: head.numeral
        color: Theme.accent
        font.family: Theme.sans
        font.weight: 300
        font.pixelSize: Math.round(Theme.title * 1.45)
        font.features: ({
                tnum: 1
            })
        anchors.verticalCenter: column.verticalCenter
        Accessible.ignored: true
    }
    Column {
        id: column

        anchors.left: head.numeral === "" ? parent.left : numeral.right
        anchors.leftMargin: head.numeral === "" ? 0 : Theme.px(26)
        anchors.right: side.visible ? side.left : parent.right
        anchors.rightMargin: side.visible ? Theme.rhythm * 2 : 0
        spacing: Theme.px(2)

        Heading {
            width: parent.width
            text: head.title
            large: true
            fit: true
        }
        Label {
            width: parent.width
            text: head.under
            visible: text !== ""
            small: true
            dim: true
            font.weight: 400
        }
    }
    Column {
        id: side

        visible: head.aside !== "" || head.asideStrong !== ""
        anchors.right: parent.right
        anchors.bottom: column.bottom
        width: Math.min(parent.width * 0.42, Math.max(one.implicitWidth, two.implicitWidth))

        Label {
            id: one

            width: parent.width
            horizontalAlignment: Text.AlignRight
            text: head.aside
            // Not after the count of lines: the column's width comes from these words, and they would go round in a ring.
            lineHeight: 1
            bottomPadding: 0
            visible: text !== ""
            small: true
            dim: true
        }
        Label {
            id: two

            width: parent.width
            horizontalAlignment: Text.AlignRight
            text: head.asideStrong
            lineHeight: 1
            bottomPadding: 0
            visible: text !== ""
            strong: true
            color: Theme.second
        }
    }
    HairLine {
        anchors.bottom: parent.bottom
    }
}
