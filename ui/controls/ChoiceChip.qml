import QtQuick
import QtQuick.Templates as T

// One of several that can be on or off: an outline; filled with the panel colour and marked under when it is on.
T.Button {
    id: chip

    property string line: ""

    implicitWidth: Math.max(Theme.touch * 1.4, words.implicitWidth + Theme.px(44))
    implicitHeight: Math.max(Theme.touch * 1.3, words.implicitHeight + Theme.px(22))
    checkable: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: line
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: chip.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Column {
            id: words

            anchors.centerIn: parent
            opacity: chip.enabled ? 1 : 0.55

            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                text: chip.text
                color: chip.checked ? Theme.accent : Theme.line
                font.family: Theme.sans
                font.pixelSize: Theme.label
                font.weight: chip.checked ? 700 : 500
                Accessible.ignored: true
            }
            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: text !== ""
                text: chip.line
                color: Theme.dim
                font.family: Theme.sans
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.corner
        color: chip.down ? Theme.pressed : chip.checked ? Theme.panel : "transparent"
        border.width: chip.checked ? Theme.px(2) : Theme.hair
        border.color: chip.checked ? Theme.accent : Theme.dim

        // Not by colour alone: what is chosen also carries a bar.
        Rectangle {
            visible: chip.checked
            width: parent.width
            height: Theme.px(6)
            anchors.bottom: parent.bottom
            color: Theme.accent
        }
        FocusRing {
            control: chip
        }
    }
}
