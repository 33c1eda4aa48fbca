import QtQuick
import QtQuick.Templates as T

// The one filled button of a page: what the visitor most likely wants next.
T.Button {
    id: button

    // It has been pressed and the answer is not there yet: a second press would do nothing.
    property bool busy: false
    property int size: Math.round(Theme.heading * 0.84)

    implicitWidth: Math.max(Theme.px(214), contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.px(108), contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.px(40)
    rightPadding: Theme.px(40)
    topPadding: Theme.px(14)
    bottomPadding: Theme.px(14)
    enabled: !busy
    focusPolicy: Qt.StrongFocus
    font.family: Theme.serif
    font.pixelSize: size
    font.weight: 700
    font.letterSpacing: Theme.lang === "zh" ? size * 0.1 : 0
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    onClicked: Sound.play("tap")

    contentItem: Text {
        text: button.text
        font: button.font
        color: button.enabled || button.busy ? Theme.accentInk : Theme.dim
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        opacity: button.busy ? 0 : 1
        Accessible.ignored: true
    }

    background: Rectangle {
        radius: Theme.corner
        color: button.enabled || button.busy ? Theme.accent : "transparent"
        border.width: button.enabled || button.busy ? 0 : Theme.px(2)
        border.color: Theme.dim

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.accentInk
            opacity: button.down ? 0.28 : 0
        }
        Busy {
            anchors.centerIn: parent
            running: button.busy
            colour: Theme.accentInk
        }
        FocusRing {
            control: button
        }
    }
}
