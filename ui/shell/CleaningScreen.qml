import QtQuick
import ui.controls
import ui.shell

// The glass is being wiped: every touch and every key is swallowed until the seconds are over.
FocusScope {
    id: screen

    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("The glass is being cleaned")

    Component.onCompleted: forceActiveFocus(Qt.OtherFocusReason)
    Keys.onPressed: event => event.accepted = true

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MultiPointTouchArea {
        anchors.fill: parent
    }
    MouseArea {
        anchors.fill: parent
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.rhythm * 2

        Heading {
            width: parent.width
            large: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("The glass is being cleaned")
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("%n second(s)", "", Shell.cleaningSeconds)
            dim: true
        }
    }
}
