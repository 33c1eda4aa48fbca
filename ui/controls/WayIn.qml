import QtQuick
import QtQuick.Templates as T

// A way in, as on the home page: a drawn sign, a name in serif, a dim line of what is behind it.
T.AbstractButton {
    id: way

    required property string sign
    property string line: ""

    implicitWidth: Theme.px(480)
    implicitHeight: Math.max(Theme.px(150), words.implicitHeight + Theme.px(36))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: line
    Accessible.onPressAction: way.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Icon {
            id: sign

            name: way.sign
            size: Theme.px(88)
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(8)
        }
        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: sign.right
            anchors.leftMargin: Theme.px(36)
            anchors.right: parent.right
            spacing: Theme.px(2)

            Heading {
                width: parent.width
                text: way.text
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: way.line
                visible: text !== ""
                small: true
                dim: true
                font.weight: 400
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        color: way.down ? Theme.pressed : "transparent"
        radius: Theme.corner

        FocusRing {
            control: way
        }
    }
}
