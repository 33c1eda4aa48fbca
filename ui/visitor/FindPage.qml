pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// By code or by scanning: nine boxes, a keypad, and a line that says that the ticket can be held to the scanner.
KioskPage {
    id: page

    required property FindPageModel model

    focus: true
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.model.enter();
        else if (event.key === Qt.Key_Backspace)
            page.model.erase();
        else if (event.text.trim() !== "" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier)))
            page.model.key(event.text);
        else
            return;
        event.accepted = true;
    }

    // Where the keys go while nothing else has the focus: a hand scanner types without asking.
    Item {
        focus: true
    }
    ScrollArea {
        id: area

        anchors.top: parent.top
        anchors.bottom: bar.top
        width: parent.width
        topMargin: Theme.px(page.wide ? 28 : 48)
        spacing: Theme.px(26)

        PageHead {
            id: head

            width: parent.width
            title: page.model.title
            under: qsTr("Type the nine signs of your code.")
        }
        Row {
            id: boxes

            readonly property real boxWidth: Math.min(Theme.px(104), (width - Theme.px(10) * 8 - Theme.px(40) * 2) / 9)

            width: Math.min(parent.width, Theme.px(1200))
            spacing: Theme.px(10)
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Your code: %1").arg(page.model.typed)

            Repeater {
                model: page.model.boxes

                Item {
                    id: box

                    required property int index
                    required property string modelData

                    // The code is written in groups of four, four and one.
                    width: boxes.boxWidth + (index === 3 || index === 7 ? Theme.px(40) : 0)
                    height: Math.round(Theme.title * 1.5)

                    Label {
                        width: boxes.boxWidth
                        anchors.verticalCenter: parent.verticalCenter
                        horizontalAlignment: Text.AlignHCenter
                        text: box.modelData.trim()
                        font.pixelSize: Math.min(Theme.title, Math.round(boxes.boxWidth))
                        font.weight: 600
                        font.features: ({
                                tnum: 1
                            })
                        Accessible.ignored: true
                    }
                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: boxes.boxWidth
                        height: box.index === page.model.typed.replace(/-/g, "").length ? Theme.px(6) : Theme.px(2)
                        color: box.index === page.model.typed.replace(/-/g, "").length ? Theme.accent : Theme.dim
                    }
                }
            }
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        CodePad {
            width: parent.width
            wide: page.wide && (width - spacing * 10) / 11 >= Theme.touch
            keyHeight: Math.min(Theme.px(wide ? 124 : 156), Math.max(Theme.px(88), (area.height - head.height - boxes.height - Theme.px(wide ? 360 : 420)) / (wide ? 3 : 7)))
            digits: page.model.digits
            letters: page.model.letters
            empty: page.model.empty
            onTyped: sign => page.model.type(sign)
            onErased: page.model.erase()
            onEntered: page.model.enter()
        }
        Row {
            width: parent.width
            spacing: Theme.px(24)
            topPadding: Theme.px(10)

            Icon {
                id: scanner

                name: "scan"
                size: Theme.px(72)
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                width: parent.width - scanner.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Or hold the square code of your ticket, on paper or on your phone, to the scanner.")
            }
        }
    }
    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        aside: page.model.empty ? "" : qsTr("Start again")
        action: qsTr("Find my booking")
        ready: page.model.full
        busy: page.model.busy
        onTurnedAside: page.model.clear()
        onActed: page.model.submit()
    }
}
