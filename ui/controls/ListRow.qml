import QtQuick
import QtQuick.Templates as T

// One row of a list: a picture or a numeral, a name, a dim line, a value at the right edge; a hair line under it.
T.AbstractButton {
    id: row

    property string numeral: ""
    property url picture
    property string line: ""
    property string value: ""
    // What explains the value: a unit, "left".
    property string valueLine: ""
    property bool valueStrong: true
    property bool chosen: false
    // It can be seen, and why it cannot be tapped is said in `line`.
    property bool closed: false

    implicitHeight: Math.max(Theme.touch * 1.7, words.implicitHeight + Theme.px(32))
    enabled: !closed
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.description: [line, value, valueLine].filter(part => part !== "").join(", ")
    Accessible.selected: chosen
    Accessible.onPressAction: row.click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Row {
            id: lead

            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.rhythm * 2
            width: (numeral.visible ? numeral.width + spacing : 0) + (image.visible ? image.width + spacing : 0)

            Text {
                id: numeral

                visible: row.numeral !== ""
                text: row.numeral
                width: Math.max(Theme.px(72), implicitWidth)
                color: Theme.accent
                font.family: Theme.sans
                font.pixelSize: Theme.heading
                font.weight: 300
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Image {
                id: image

                visible: row.picture.toString() !== ""
                width: Theme.px(112)
                height: width
                source: row.picture
                sourceSize: Qt.size(width, height)
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                Accessible.ignored: true
            }
        }
        Column {
            id: words

            anchors.left: lead.right
            anchors.right: values.left
            anchors.rightMargin: Theme.rhythm * 2
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(4)

            Label {
                width: parent.width
                text: row.text
                strong: true
                dim: row.closed
                font.pixelSize: Math.round(Theme.label * 1.07)
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
        }
        Column {
            id: values

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter

            Label {
                anchors.right: parent.right
                text: row.value
                visible: text !== ""
                strong: row.valueStrong
                color: row.closed ? Theme.dim : Theme.accent
                font.features: ({
                        tnum: 1
                    })
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Label {
                anchors.right: parent.right
                text: row.valueLine
                visible: text !== ""
                small: true
                dim: true
                font.weight: 400
                wrapMode: Text.NoWrap
                Accessible.ignored: true
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
