import QtQuick
import ui.controls
import ui.shell

// What would be read aloud, where the kiosk has no voice: large, above the foot, until it is closed or the page changes.
FocusScope {
    id: words

    // px that it may take at most
    property real room: 0

    implicitHeight: Math.min(room, area.contentHeight + close.height + Theme.px(56))
    Accessible.role: Accessible.Pane
    Accessible.name: Voice.shown

    Rectangle {
        anchors.fill: parent
        color: Theme.deep

        HairLine {
            color: Theme.accent
        }
    }
    // What is tapped beside the words is not meant for the page below.
    MouseArea {
        anchors.fill: parent
    }
    QuietButton {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.px(20)
        text: qsTr("Close")
        sign: "cross"
        plain: true
        onClicked: Voice.stop()
    }
    ScrollArea {
        id: area

        width: parent.width
        anchors.top: close.bottom
        anchors.bottom: parent.bottom

        Text {
            id: shown

            width: parent.width
            text: Voice.shown
            color: Theme.deepInk
            font.family: Theme.sans
            font.pixelSize: Math.round(Theme.label * 1.3)
            lineHeight: Theme.lineHeight
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: shown.text
        }
    }
}
