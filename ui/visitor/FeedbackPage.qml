pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import ui.controls
import ui.shell
import ui.visitor

// How was it: five drawn faces, one tap. It is about the whole visit, unless something else is chosen first.
KioskPage {
    id: page

    required property FeedbackPageModel model

    ScrollArea {
        anchors.fill: parent
        topMargin: Theme.px(48)
        spacing: Theme.px(36)

        PageHead {
            width: parent.width
            title: page.model.thanked ? qsTr("Thank you") : page.model.title
            under: page.model.thanked ? qsTr("It helps us to do better.") : qsTr("One tap is enough. Nobody sees who you are.")
        }
        Message {
            width: parent.width
            text: page.model.problem
        }
        Column {
            width: parent.width
            spacing: Theme.px(14)
            visible: !page.model.thanked

            Label {
                width: parent.width
                text: qsTr("What is it about?")
                strong: true
                color: Theme.accent
            }
            Flow {
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: page.model.topics

                    ChoiceChip {
                        required property string slug
                        required property string name
                        required property bool chosen

                        text: name
                        checkable: false
                        checked: chosen
                        Accessible.role: Accessible.RadioButton
                        onClicked: page.model.about(slug)
                    }
                }
            }
        }
        Grid {
            id: faces

            // Side by side on a wide page with room for the words under them; else one under the other, the best on top.
            readonly property bool across: page.wide && width > Theme.px(1100) * Theme.textScale
            readonly property real size: across ? Theme.px(190) : Math.max(Theme.px(96), Math.min(Theme.px(176), page.height / 8.6))

            width: parent.width
            columns: across ? 5 : 1
            rowSpacing: Theme.gap

            Repeater {
                model: page.model.steps

                T.AbstractButton {
                    id: step

                    required property int score
                    required property string name
                    required property bool chosen

                    width: faces.across ? faces.width / 5 : faces.width
                    implicitHeight: faces.across ? face.height + word.implicitHeight + Theme.px(48) : Math.max(face.height, word.implicitHeight) + Theme.px(28)
                    enabled: page.model.score === 0 || chosen
                    opacity: enabled ? 1 : 0.4
                    visible: !page.model.thanked || chosen
                    focusPolicy: Qt.StrongFocus
                    Accessible.role: Accessible.Button
                    Accessible.name: name
                    Accessible.onPressAction: step.click()
                    Keys.onReturnPressed: click()
                    Keys.onEnterPressed: click()
                    onClicked: page.model.give(score)

                    contentItem: Item {
                        Face {
                            id: face

                            x: faces.across ? (parent.width - width) / 2 : Theme.px(12)
                            y: faces.across ? Theme.px(16) : (parent.height - height) / 2
                            width: faces.across ? Math.min(faces.size, step.width * 0.8) : faces.size
                            height: width
                            score: step.score
                            filled: step.chosen || step.down
                        }
                        Label {
                            id: word

                            x: faces.across ? 0 : face.width + Theme.px(48)
                            y: faces.across ? face.y + face.height + Theme.px(14) : (parent.height - height) / 2
                            width: parent.width - x
                            horizontalAlignment: faces.across ? Text.AlignHCenter : Text.AlignLeft
                            text: step.name
                            font.pixelSize: Math.round(Theme.heading * 0.8)
                            strong: step.chosen
                            color: step.chosen ? Theme.accent : Theme.line
                            Accessible.ignored: true
                        }
                    }
                    background: Item {
                        FocusRing {
                            control: step
                        }
                    }
                }
            }
        }
        PrimaryButton {
            visible: page.model.thanked
            text: qsTr("Back to the start")
            onClicked: Shell.home()
        }
    }
}
