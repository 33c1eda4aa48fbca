pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ui.controls
import ui.shell

// Makes the kiosk easier: everything by one button, or each thing by itself. It stands above the foot, within reach.
FocusScope {
    id: panel

    // px that it may take at most
    property real room: 10000
    // Its own words grow half as much: whoever chooses a size sees all of them.
    readonly property int labelSize: Math.round(Theme.px(30) * Theme.largeScale)
    signal closed

    implicitHeight: Math.min(room, head.height + area.contentHeight + Theme.px(36))

    Rectangle {
        anchors.fill: parent
        color: Theme.deep

        HairLine {
            color: Theme.accent
        }
    }
    // What is tapped beside a control is not meant for the page below.
    MouseArea {
        anchors.fill: parent
    }

    component Choice: T.AbstractButton {
        id: choice

        required property string sign
        property string line: ""

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        implicitHeight: Math.max(Theme.touch * 1.35, words.implicitHeight + Theme.px(20))
        checkable: false
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.CheckBox
        Accessible.name: text
        Accessible.description: line
        Accessible.checkable: true
        Accessible.checked: checked
        Accessible.onPressAction: choice.click()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        contentItem: Item {
            Icon {
                id: icon

                x: Theme.px(12)
                anchors.verticalCenter: parent.verticalCenter
                name: choice.sign
                size: Theme.px(52)
                colour: choice.checked ? Theme.accent : Theme.deepInk
            }
            Column {
                id: words

                anchors.left: icon.right
                anchors.leftMargin: Theme.px(18)
                anchors.right: mark.left
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    width: parent.width
                    text: choice.text
                    strong: true
                    font.pixelSize: panel.labelSize
                    color: choice.checked ? Theme.accent : Theme.deepInk
                    Accessible.ignored: true
                }
            }
            Icon {
                id: mark

                anchors.right: parent.right
                anchors.rightMargin: Theme.px(12)
                anchors.verticalCenter: parent.verticalCenter
                name: "check"
                visible: choice.checked
                size: Theme.px(36)
                colour: Theme.accent
            }
        }
        background: Rectangle {
            radius: Theme.corner
            color: choice.down ? Theme.pressed : "transparent"
            border.width: choice.checked ? Theme.px(2) : Theme.hair
            border.color: choice.checked ? Theme.accent : Theme.hairColour

            FocusRing {
                control: choice
            }
        }
    }

    RowLayout {
        id: head

        x: Theme.margin
        y: Theme.px(16)
        width: parent.width - 2 * Theme.margin
        spacing: Theme.rhythm * 2

        Heading {
            Layout.fillWidth: true
            text: qsTr("Make this easier")
            color: Theme.deepInk
            font.pixelSize: Math.round(Theme.heading / Theme.largeScale)
        }
        QuietButton {
            text: qsTr("Close")
            sign: "cross"
            plain: true
            font.pixelSize: panel.labelSize
            onClicked: panel.closed()
        }
    }
    ScrollArea {
        id: area

        anchors.top: head.bottom
        anchors.topMargin: Theme.px(12)
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.px(20)
        bottomMargin: Theme.px(20)

        Choice {
            id: all

            width: parent.width
            sign: "wheelchair"
            text: Ease.accessible ? qsTr("Back to normal") : qsTr("All of it")
            checked: Ease.accessible
            Accessible.description: qsTr("Large text, contrast, within reach, calm, spoken, three times as long")
            onClicked: Ease.setAccessible(!Ease.accessible)
        }
        RowLayout {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: [
                    { scale: 1.0, name: qsTr("Normal") },
                    { scale: 1.25, name: qsTr("Larger") },
                    { scale: 1.5, name: qsTr("Large") },
                    { scale: 2.0, name: qsTr("Twice") }
                ]

                T.AbstractButton {
                    id: size

                    required property var modelData
                    readonly property bool on: Math.abs(Ease.textScale - modelData.scale) < 0.01

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: Theme.touch * 1.6
                    focusPolicy: Qt.StrongFocus
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: qsTr("Size of text") + ": " + modelData.name
                    Accessible.checkable: true
                    Accessible.checked: on
                    Accessible.onPressAction: size.click()
                    Keys.onReturnPressed: click()
                    Keys.onEnterPressed: click()
                    onClicked: Ease.setTextScale(modelData.scale)

                    contentItem: Text {
                        text: Theme.lang === "zh" ? "文" : "A"
                        color: size.on ? Theme.accent : Theme.deepInk
                        font.family: Theme.serif
                        font.weight: 700
                        font.pixelSize: Math.round(Theme.px(27) * size.modelData.scale)
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        Accessible.ignored: true
                    }
                    background: Rectangle {
                        radius: Theme.corner
                        color: size.down ? Theme.pressed : "transparent"
                        border.width: size.on ? Theme.px(2) : Theme.hair
                        border.color: size.on ? Theme.accent : Theme.hairColour

                        Rectangle {
                            visible: size.on
                            width: parent.width
                            height: Theme.px(6)
                            anchors.bottom: parent.bottom
                            color: Theme.accent
                        }
                        FocusRing {
                            control: size
                        }
                    }
                }
            }
        }
        GridLayout {
            width: parent.width
            columns: width > Theme.px(560) * Theme.largeScale ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Choice {
                sign: "contrast"
                text: qsTr("Strong contrast")
                checked: Ease.highContrast
                onClicked: Ease.setHighContrast(!Ease.highContrast)
            }
            Choice {
                sign: "reach"
                text: qsTr("Within reach")
                Accessible.description: qsTr("For a wheelchair or a child: the page comes down")
                checked: Ease.reach
                onClicked: Ease.setReach(!Ease.reach)
            }
            Choice {
                sign: "calm"
                text: qsTr("Less motion")
                checked: Ease.lessMotion
                onClicked: Ease.setLessMotion(!Ease.lessMotion)
            }
            Choice {
                sign: "speaker"
                text: qsTr("Speak each page")
                checked: Ease.speech
                onClicked: Ease.setSpeech(!Ease.speech)
            }
            Choice {
                sign: "slower"
                text: qsTr("More time")
                Accessible.description: qsTr("Three times as long before the screen goes back")
                checked: Ease.moreTime
                onClicked: Ease.setMoreTime(!Ease.moreTime)
            }
            Choice {
                sign: "silent"
                text: qsTr("No sounds")
                Accessible.description: qsTr("Buttons and machines make no noise; what is read aloud is still heard")
                checked: Ease.silent
                onClicked: Ease.setSilent(!Ease.silent)
            }
        }
    }
}
