import QtQuick
import QtQuick.Templates as T
import ui.controls

// One of today's sessions in the home page's row: its hour large and light, its name, its free places in words.
T.AbstractButton {
    id: tile

    required property string time
    required property string name
    required property string seats
    required property bool bookable
    required property string spoken

    implicitWidth: Math.max(Theme.px(226), Math.min(Theme.px(330), words.implicitWidth)) + Theme.px(24)
    implicitHeight: words.implicitHeight + Theme.px(24)
    enabled: bookable
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.onPressAction: tile.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Column {
            id: words

            width: parent.width
            anchors.verticalCenter: parent.verticalCenter

            Label {
                text: tile.time
                color: tile.bookable ? Theme.line : Theme.dim
                font.pixelSize: Theme.heading
                font.weight: 300
                font.features: ({
                        tnum: 1
                    })
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Label {
                width: Math.min(implicitWidth, Theme.px(330))
                text: tile.name
                color: tile.bookable ? Theme.line : Theme.dim
                strong: true
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Label {
                width: Math.min(implicitWidth, Theme.px(330))
                text: tile.seats
                small: true
                color: tile.bookable ? Theme.accent : Theme.dim
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        color: tile.down ? Theme.pressed : "transparent"

        HairLine {
            vertical: true
            x: -Theme.px(14)
        }
        FocusRing {
            control: tile
        }
    }
}
