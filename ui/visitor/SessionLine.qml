import QtQuick
import QtQuick.Templates as T
import ui.controls

// One session of a list: its hour large and light, its name, its seats as stools and in words, its price at the right edge.
T.AbstractButton {
    id: row

    required property string time
    required property string name
    property string line: ""
    required property string seats
    required property int free
    required property int capacity
    required property string price
    required property bool bookable
    property bool chosen: false
    required property string spoken
    // The one of the page that carries the filled button.
    property string filled: ""
    readonly property bool stacked: width < Theme.px(760) * Theme.textScale

    implicitHeight: Math.max(words.implicitHeight, stacked ? 0 : hour.implicitHeight, side.implicitHeight) + Theme.px(44)
    enabled: bookable
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.selected: chosen
    Accessible.onPressAction: row.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Label {
            id: hour

            visible: !row.stacked
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.figure * 2.95
            text: row.time
            color: row.chosen ? Theme.accent : row.bookable ? Theme.line : Theme.dim
            font.pixelSize: Theme.figure
            font.weight: 300
            font.features: ({
                    tnum: 1
                })
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Column {
            id: words

            anchors.left: hour.visible ? hour.right : parent.left
            anchors.right: side.left
            anchors.rightMargin: Theme.rhythm * 2
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(6)

            Label {
                width: parent.width
                visible: row.stacked
                text: row.time
                color: row.chosen ? Theme.accent : row.bookable ? Theme.line : Theme.dim
                font.pixelSize: Theme.figure
                font.weight: 300
                font.features: ({
                        tnum: 1
                    })
                Accessible.ignored: true
            }
            Heading {
                width: parent.width
                text: row.name
                visible: text !== ""
                font.pixelSize: Math.round(Theme.heading * 0.76)
                color: row.bookable ? Theme.line : Theme.dim
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: row.line
                visible: text !== ""
                small: true
                dim: true
                font.weight: 400
                Accessible.ignored: true
            }
            Flow {
                width: parent.width
                spacing: Theme.px(18)

                Stools {
                    id: stools

                    visible: row.capacity > 0 && row.bookable
                    free: row.free
                    capacity: row.capacity
                    most: 12
                    // Smaller before the words would have to go under them.
                    size: Math.max(Theme.px(20), Math.min(Theme.px(27), (parent.width - said.implicitWidth - parent.spacing - 2) / Math.max(1, drawn * 1.21 - 0.21)))
                    Accessible.ignored: true
                }
                Label {
                    id: said

                    width: Math.min(implicitWidth, parent.width)
                    text: row.seats
                    strong: true
                    color: row.bookable ? Theme.accent : Theme.dim
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
        Column {
            id: side

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(8)

            Label {
                anchors.right: parent.right
                text: row.price
                visible: text !== ""
                strong: row.bookable
                color: row.bookable ? Theme.line : Theme.dim
                font.features: ({
                        tnum: 1
                    })
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            PrimaryButton {
                visible: row.filled !== ""
                text: row.filled
                implicitWidth: Math.max(Theme.px(170), contentItem.implicitWidth + leftPadding * 2)
                implicitHeight: Theme.px(88)
                leftPadding: Theme.px(24)
                rightPadding: Theme.px(24)
                font.pixelSize: Math.round(Theme.heading * 0.72)
                focusPolicy: Qt.NoFocus
                Accessible.name: row.filled + ", " + row.spoken
                onClicked: row.clicked()
            }
        }
    }

    background: Rectangle {
        color: row.down ? Theme.pressed : "transparent"

        Rectangle {
            visible: row.chosen
            width: Theme.px(6)
            height: parent.height
            x: -Theme.px(18)
            color: Theme.accent
        }
        HairLine {
            anchors.bottom: parent.bottom
        }
        FocusRing {
            control: row
        }
    }
}
