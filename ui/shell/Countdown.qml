import QtQuick
import QtQuick.Layouts
import ui.controls
import ui.shell

// Nobody has touched the screen for a while: a question, the seconds that are left, two big choices. A tap anywhere else goes on.
FocusScope {
    id: countdown

    property real pageTop: 0

    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Are you still there?")
    onVisibleChanged: {
        if (visible)
            stay.forceActiveFocus(Qt.OtherFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        opacity: Theme.highContrast ? 1 : 0.97
    }
    MouseArea {
        anchors.fill: parent
        onClicked: Idle.stay()
    }
    ColumnLayout {
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        y: countdown.pageTop + Math.max(Theme.px(40), (parent.height - countdown.pageTop - height) * 0.6)
        spacing: Theme.px(28)

        Heading {
            Layout.fillWidth: true
            large: true
            text: qsTr("Are you still there?")
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("This screen will start again for the next visitor.")
        }
        Text {
            text: qsTr("%n second(s)", "", Idle.secondsLeft)
            color: Theme.accent
            font.family: Theme.sans
            font.weight: 300
            font.pixelSize: Theme.display
            font.features: ({
                    tnum: 1
                })
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        GridLayout {
            Layout.fillWidth: true
            columns: countdown.width > Theme.px(900) ? 2 : 1
            columnSpacing: Theme.px(40)
            rowSpacing: Theme.px(24)

            PrimaryButton {
                id: stay

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: Theme.px(160)
                text: qsTr("Go on")
                onClicked: Idle.stay()
            }
            QuietButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: Theme.px(160)
                font.pixelSize: Math.round(Theme.label * 1.3)
                text: qsTr("Start again")
                onClicked: Idle.leave()
            }
        }
    }
}
