import QtQuick
import QtQuick.Templates as T
import ui.controls

// A tool that is taken up by a tap: a picture in a frame, marked when it is in the hand.
T.Button {
    id: tool

    required property string name
    property bool chosen: false
    default property alias picture: place.data

    implicitWidth: Theme.px(96)
    implicitHeight: Theme.px(96)
    focusPolicy: Qt.StrongFocus
    text: name
    Accessible.role: Accessible.RadioButton
    Accessible.name: name
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.onPressAction: tool.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        id: place
    }
    background: Rectangle {
        radius: Theme.corner
        color: tool.down ? Theme.pressed : tool.chosen ? Theme.panel : "transparent"
        border.width: tool.chosen ? Theme.px(2) : Theme.hair
        border.color: tool.chosen ? Theme.accent : Theme.dim

        // Not by colour alone: what is in the hand also carries a bar.
        Rectangle {
            visible: tool.chosen
            width: parent.width
            height: Theme.px(6)
            anchors.bottom: parent.bottom
            color: Theme.accent
        }
        FocusRing {
            control: tool
        }
    }
}
