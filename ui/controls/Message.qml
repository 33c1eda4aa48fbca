import QtQuick

// One calm sentence about what did not work or what to know, with a bar of colour before it. Empty text: not there.
Item {
    id: message

    property string text: ""
    property bool warning: true

    visible: text !== ""
    implicitHeight: visible ? sentence.implicitHeight + Theme.px(24) : 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    Accessible.ignored: !visible

    Rectangle {
        width: Theme.px(6)
        height: parent.height
        color: message.warning ? Theme.warning : Theme.second
    }
    BodyText {
        id: sentence

        x: Theme.px(28)
        width: parent.width - x
        anchors.verticalCenter: parent.verticalCenter
        text: message.text
        color: message.warning ? Theme.warning : Theme.line
        font.weight: 500
        Accessible.ignored: true
    }
}
