import QtQuick
import QtQuick.Templates as T
import ui.controls

// An exhibit in a list: its picture on a deep ground, its number, its name in serif, and what it is about.
T.AbstractButton {
    id: tile

    required property string number
    required property string name
    required property string teaser
    required property string facts
    required property url picture
    required property string spoken
    readonly property real pictureWidth: Math.min(Theme.px(220), width * 0.3)

    implicitHeight: Math.max(pictureWidth * 0.75, words.implicitHeight) + Theme.px(36)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.description: teaser
    Accessible.onPressAction: tile.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Rectangle {
            id: frame

            width: tile.pictureWidth
            height: width * 0.75
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.deep

            Image {
                anchors.fill: parent
                anchors.margins: Theme.px(6)
                source: tile.picture
                sourceSize: Qt.size(Math.max(1, width), Math.max(1, height))
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                Accessible.ignored: true
            }
        }
        Text {
            id: numeral

            anchors.left: frame.right
            anchors.leftMargin: Theme.px(30)
            anchors.top: words.top
            text: tile.number
            color: Theme.accent
            font.family: Theme.sans
            font.pixelSize: Theme.heading
            font.weight: Font.Light
            font.features: ({
                    tnum: 1
                })
            Accessible.ignored: true
        }
        Column {
            id: words

            anchors.left: numeral.right
            anchors.leftMargin: Theme.px(24)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(4)

            Heading {
                width: parent.width
                text: tile.name
                size: Math.round(Theme.heading * 0.8)
                fit: true
                topPadding: Theme.px(8)
                Accessible.ignored: true
            }
            BodyText {
                width: parent.width
                text: tile.teaser
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: tile.facts
                small: true
                dim: true
                font.weight: 400
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        color: tile.down ? Theme.pressed : "transparent"

        HairLine {
            anchors.bottom: parent.bottom
        }
        FocusRing {
            control: tile
        }
    }
}
