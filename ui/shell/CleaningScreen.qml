import QtQuick
import ui.controls
import ui.shell

// The glass is being wiped: every touch is swallowed until the seconds are over.
Rectangle {
    id: screen

    color: Theme.ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("The glass is being cleaned")

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
