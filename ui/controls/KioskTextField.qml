pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// One line that can be typed into: its name above it, a line under it, and what is wrong with it in a sentence.
FocusScope {
    id: field

    required property string name
    property alias text: input.text
    property string hint: ""
    property string problem: ""
    property int inputMethodHints: Qt.ImhNoPredictiveText
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    // Large, spaced signs, as for a booking code.
    property bool code: false
    property int size: code ? Theme.heading : Math.round(Theme.label * 1.1)
    signal edited(string text)
    signal accepted

    implicitWidth: Theme.px(900)
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Theme.px(6)

        Label {
            width: parent.width
            text: field.name
            strong: true
            Accessible.ignored: true
        }
        T.TextField {
            id: input

            width: parent.width
            implicitHeight: Math.max(Theme.touch * 1.5, contentHeight + topPadding + bottomPadding)
            leftPadding: Theme.px(22)
            rightPadding: Theme.px(22)
            topPadding: Theme.px(12)
            bottomPadding: Theme.px(12)
            focus: true
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.line
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            placeholderTextColor: Theme.dim
            font.family: Theme.sans
            font.pixelSize: field.size
            font.letterSpacing: field.code ? field.size * 0.12 : 0
            font.weight: field.code ? 600 : 400
            inputMethodHints: field.inputMethodHints
            // A visitor's words are not to be marked, dragged out or kept by a clipboard for the next.
            selectByMouse: false
            activeFocusOnTab: true
            Accessible.role: Accessible.EditableText
            Accessible.name: field.name
            Accessible.description: field.problem !== "" ? field.problem : field.hint
            onTextEdited: field.edited(text)
            onAccepted: field.accepted()

            Text {
                x: input.leftPadding
                width: input.width - input.leftPadding - input.rightPadding
                anchors.verticalCenter: parent.verticalCenter
                visible: input.text === "" && input.preeditText === ""
                text: field.hint
                color: Theme.dim
                font.family: Theme.sans
                font.pixelSize: Theme.label
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            cursorDelegate: Rectangle {
                width: Theme.px(3)
                color: Theme.accent
                visible: input.activeFocus
            }

            background: Rectangle {
                color: Theme.panel
                radius: Theme.corner

                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: input.activeFocus ? Theme.px(5) : Theme.px(2)
                    color: field.problem !== "" ? Theme.warning : input.activeFocus ? Theme.accent : Theme.dim
                }
            }
        }
        Message {
            width: parent.width
            text: field.problem
        }
    }
}
