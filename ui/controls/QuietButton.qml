import QtQuick
import QtQuick.Templates as T

// Any other button: a hair outline (none with `plain`), words in accent, perhaps a sign before them.
T.Button {
    id: button

    property string sign: ""
    property bool plain: false
    property bool busy: false
    property color colour: Theme.accent

    implicitWidth: Math.max(Theme.touch, contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch * 1.3, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: plain ? Theme.px(6) : Theme.px(30)
    rightPadding: leftPadding
    topPadding: Theme.px(8)
    bottomPadding: Theme.px(8)
    enabled: !busy
    focusPolicy: Qt.StrongFocus
    font.family: Theme.sans
    font.pixelSize: Theme.label
    font.weight: 600
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        // Of the words unwrapped: the row's own width follows from the room that is left.
        implicitWidth: Math.ceil(label.implicitWidth) + row.signWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row

            readonly property real signWidth: button.sign === "" ? 0 : Theme.label * 1.3 + spacing

            anchors.centerIn: parent
            spacing: Theme.rhythm
            opacity: button.enabled || button.busy ? 1 : 0.55

            Icon {
                name: button.sign
                visible: button.sign !== ""
                size: Theme.label * 1.3
                colour: button.enabled ? button.colour : Theme.dim
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: label

                text: button.text
                width: Math.min(implicitWidth, Math.max(Theme.touch, button.availableWidth - row.signWidth))
                font: button.font
                color: button.enabled ? button.colour : Theme.dim
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.corner
        color: button.down ? Theme.pressed : "transparent"
        border.width: button.plain ? 0 : Theme.px(2)
        border.color: button.enabled ? button.colour : Theme.dim

        FocusRing {
            control: button
        }
    }
}
