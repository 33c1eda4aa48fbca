pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import ui.controls
import ui.shell

// The on-screen keyboard, inside our one window and in our own hand: letters and pinyin, figures and signs. It stands in the
// place of the foot, and never takes the focus from the field.
Rectangle {
    id: keyboard

    // What the field says it takes.
    property int hints: 0
    readonly property bool figuresOnly: (hints & (Qt.ImhDigitsOnly | Qt.ImhDialableCharactersOnly | Qt.ImhFormattedNumbersOnly)) !== 0
    readonly property bool latinOnly: (hints & (Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhEmailCharactersOnly | Qt.ImhPreferUppercase)) !== 0
    property bool capitals: false
    property bool figures: false
    readonly property real gap: Theme.px(9)
    readonly property real keyHeight: Theme.touch * 1.3
    readonly property real keyWidth: (width - 2 * Theme.px(24) - 9 * gap) / 10
    signal dismissed

    implicitHeight: column.height + Theme.px(40)
    color: Theme.deep

    function begin(fieldHints: int): void {
        hints = fieldHints;
        figures = figuresOnly;
        capitals = (fieldHints & (Qt.ImhUppercaseOnly | Qt.ImhPreferUppercase)) !== 0;
        Typing.begin(Shell.lang === "zh" && !figuresOnly && !latinOnly);
    }

    component BoardKey: T.Button {
        id: key

        property real span: 1
        property string sign: ""
        property bool strong: false

        width: keyboard.keyWidth * span + keyboard.gap * (span - 1)
        height: keyboard.keyHeight
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.onPressAction: key.click()

        contentItem: Item {
            Text {
                anchors.centerIn: parent
                visible: key.sign === ""
                text: key.text
                color: key.strong ? Theme.accent : Theme.deepInk
                font.family: Theme.sans
                font.pixelSize: Math.round(Theme.px(key.text.length > 1 ? 30 : 38))
                font.weight: key.strong ? 700 : 500
                Accessible.ignored: true
            }
            Icon {
                anchors.centerIn: parent
                visible: key.sign !== ""
                name: key.sign
                size: Theme.px(40)
                colour: Theme.deepInk
            }
        }
        background: Rectangle {
            radius: Theme.corner
            // The page keeps the one filled button.
            color: Theme.panel
            border.width: key.checked || key.strong ? Theme.px(3) : Theme.hair
            border.color: key.checked || key.strong ? Theme.accent : Theme.hairColour

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: Theme.line
                opacity: key.down ? 0.3 : 0
            }
        }
    }

    component Letters: Row {
        id: letters

        required property string signs

        anchors.horizontalCenter: parent?.horizontalCenter
        spacing: keyboard.gap

        Repeater {
            model: letters.signs.length

            BoardKey {
                required property int index

                text: keyboard.capitals ? letters.signs[index].toUpperCase() : letters.signs[index]
                onClicked: Typing.press(text)
            }
        }
    }

    HairLine {
        color: Theme.accent
    }
    // What lies between two keys is not meant for the page.
    MouseArea {
        anchors.fill: parent
    }
    Column {
        id: column

        x: Theme.px(24)
        y: Theme.px(20)
        width: parent.width - 2 * x
        spacing: keyboard.gap

        // What can be chosen for the pinyin that has been typed.
        Row {
            visible: Typing.chinese && !keyboard.figures
            width: parent.width
            height: keyboard.keyHeight
            spacing: keyboard.gap

            Label {
                id: composing

                width: Math.max(Theme.px(120), implicitWidth)
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                text: Typing.composing
                color: Theme.accent
                wrapMode: Text.NoWrap
            }
            ListView {
                width: parent.width - composing.width - parent.spacing
                height: parent.height
                orientation: ListView.Horizontal
                clip: true
                spacing: keyboard.gap
                model: Typing.candidates

                delegate: BoardKey {
                    required property int index
                    required property string modelData

                    text: modelData
                    onClicked: Typing.choose(index)
                }
            }
        }
        Letters {
            signs: "1234567890"
        }
        Letters {
            visible: !keyboard.figures
            signs: "qwertyuiop"
        }
        Letters {
            visible: !keyboard.figures
            signs: "asdfghjkl"
        }
        Row {
            visible: !keyboard.figures
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: keyboard.gap

            BoardKey {
                span: 1.5
                sign: "up"
                text: qsTr("Capitals")
                checked: keyboard.capitals
                enabled: !Typing.chinese
                onClicked: keyboard.capitals = !keyboard.capitals
            }
            Letters {
                anchors.horizontalCenter: undefined
                signs: "zxcvbnm"
            }
            BoardKey {
                span: 1.5
                sign: "left"
                text: qsTr("Erase")
                autoRepeat: true
                onClicked: Typing.erase()
            }
        }
        Letters {
            visible: keyboard.figures
            signs: "-+.,@/()#"
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: keyboard.gap

            BoardKey {
                span: 1.5
                text: keyboard.figures ? "abc" : "-@#"
                visible: !keyboard.figuresOnly
                Accessible.name: keyboard.figures ? qsTr("Letters") : qsTr("Signs")
                onClicked: keyboard.figures = !keyboard.figures
            }
            BoardKey {
                span: 1.5
                text: Typing.chinese ? "中" : "EN"
                visible: !keyboard.figuresOnly && !keyboard.latinOnly
                Accessible.name: Typing.chinese ? qsTr("Write letters") : qsTr("Write Chinese")
                onClicked: Typing.switchLanguage()
            }
            BoardKey {
                span: keyboard.figuresOnly ? 4 : 3.5
                text: " "
                Accessible.name: qsTr("Space")
                onClicked: Typing.press(" ")

                Rectangle {
                    anchors.centerIn: parent
                    width: parent.width * 0.5
                    height: Theme.px(3)
                    color: Theme.deepInk
                }
            }
            BoardKey {
                span: 1.5
                visible: keyboard.figures
                sign: "left"
                text: qsTr("Erase")
                autoRepeat: true
                onClicked: Typing.erase()
            }
            BoardKey {
                span: 2
                strong: true
                text: qsTr("Done")
                onClicked: {
                    Typing.enter();
                    keyboard.dismissed();
                }
            }
        }
    }
}
