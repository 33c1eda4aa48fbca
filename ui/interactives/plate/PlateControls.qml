pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.interactives
import ui.interactives.plate

// The bench's tools: the six steps, what each of them needs, and a way to keep the plate.
Column {
    id: bench

    required property MachineRunner runner
    property PlateHands hands: null
    readonly property list<string> names: [qsTr("Copper"), qsTr("Wire"), qsTr("Fill"), qsTr("Fire"), qsTr("Polish"), qsTr("Gild")]
    readonly property int step: hands?.step ?? 0
    readonly property bool finished: (runner.state.stage ?? 0) >= 5
    readonly property bool narrow: Theme.textScale > 1.3

    spacing: Theme.rhythm

    // How often a line or a colour is repeated round the plate.
    component Folds: SegmentedChoice {
        width: implicitWidth
        implicitWidth: Math.min(bench.width, (Math.max(Theme.touch * 1.4, Theme.label * 1.7 + Theme.px(44)) + Theme.gap) * 4 + Theme.px(8))
        name: qsTr("Repeat round the plate")
        options: bench.hands?.tools.allFolds.map(folds => "×" + folds) ?? []
        current: bench.hands ? bench.hands.tools.allFolds.indexOf(String(bench.hands.tools.folds)) : 0
        onChosen: index => bench.hands.tools.chooseFolds(index)
    }

    Flow {
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: bench.names

            ChoiceChip {
                id: chip

                required property int index
                required property string modelData

                // At the usual size of text the six stand in a row.
                width: Math.max(bench.narrow ? implicitWidth : implicitWidth - Theme.px(30), (bench.width - 5 * Theme.gap) / 6)
                text: modelData
                line: index + 1
                checkable: false
                checked: index === bench.step
                enabled: bench.hands !== null && index >= bench.hands.firstOpen && index <= bench.hands.lastOpen
                Accessible.role: Accessible.RadioButton
                onClicked: bench.hands.goTo(index)
            }
        }
    }
    Item {
        width: parent.width
        height: Math.max(hint.height, bench.narrow ? hint.height + Theme.gap + next.height : next.height)

        TextBlock {
            id: hint

            y: bench.narrow ? 0 : (parent.height - height) / 2
            width: bench.narrow ? parent.width : parent.width - next.width - Theme.rhythm * 2
            text: bench.hands?.hint ?? ""
            color: Theme.line
            font.pixelSize: Theme.label
            Accessible.role: Accessible.AlertMessage
        }
        QuietButton {
            id: next

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            // What is not yet possible is only named by the steps above.
            opacity: text === "" ? 0 : 1
            enabled: text !== "" && bench.hands !== null && bench.step < bench.hands.lastOpen
            text: [qsTr("On to the wire"), qsTr("On to filling"), qsTr("On to firing"), qsTr("On to polishing"), qsTr("On to gilding")][bench.step] ?? ""
            Accessible.ignored: text === ""
            onClicked: bench.hands.goTo(bench.step + 1)
        }
    }

    // ---- wire
    Flow {
        width: parent.width
        spacing: Theme.gap
        visible: bench.step === 1

        Repeater {
            model: bench.hands?.tools.pieces ?? []

            ToolChip {
                id: tool

                required property var modelData

                width: Math.max(Theme.touch * 1.4, Math.floor((bench.width - 5 * Theme.gap) / 6))
                name: modelData.label
                chosen: bench.hands?.tools.piece === modelData.name
                onClicked: bench.hands.tools.choosePiece(modelData.name)

                LinePicture {
                    anchors.centerIn: parent
                    width: Theme.px(140)
                    height: width
                    path: tool.modelData.path
                    colour: "#E9A876"
                    thickness: Theme.px(4)
                    rotation: tool.modelData.name === "ring" ? 0 : bench.hands?.tools.turn ?? 0
                }
            }
        }
    }
    // ---- filling
    Flow {
        width: parent.width
        spacing: Theme.gap
        visible: bench.step === 2

        Repeater {
            model: bench.hands?.tools.colours ?? []

            ToolChip {
                id: jar

                required property var modelData

                width: Math.max(Theme.touch, Math.floor((bench.width - 9 * Theme.gap) / 10))
                name: modelData.label
                chosen: bench.hands?.tools.colour === modelData.name
                onClicked: bench.hands.tools.chooseColour(modelData.name)

                Rectangle { // as glass, with the powder on it
                    anchors.centerIn: parent
                    width: Theme.px(56)
                    height: width
                    radius: width / 2
                    color: jar.modelData.fired
                    border.color: Qt.alpha(Theme.line, 0.6)
                    border.width: Theme.px(2)

                    Rectangle {
                        anchors.centerIn: parent
                        width: Theme.px(22)
                        height: width
                        radius: width / 2
                        color: jar.modelData.powder
                    }
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap

        Folds {
            visible: bench.step === 1 || bench.step === 2
        }
        QuietButton {
            visible: bench.step === 1
            text: qsTr("Turn")
            onClicked: bench.hands.tools.turnPiece()
        }
        QuietButton {
            visible: bench.step === 1
            text: qsTr("Size")
            onClicked: bench.hands.tools.sizePiece()
        }
        QuietButton {
            visible: bench.step === 2
            text: qsTr("Next cell")
            onClicked: bench.hands.nextCell()
        }
        QuietButton {
            visible: bench.step === 2
            text: qsTr("Fill this cell")
            onClicked: bench.hands.act()
        }
        QuietButton {
            visible: bench.step === 2
            text: qsTr("Fill the rest")
            onClicked: bench.hands.fillRest()
        }
        QuietButton {
            visible: bench.step === 1 || bench.step === 2
            text: qsTr("Undo")
            onClicked: bench.hands.undo()
        }
        QuietButton {
            visible: bench.step > 2 && !bench.finished
            enabled: !(bench.hands?.kept ?? true)
            text: bench.hands?.kept ? qsTr("Your plate is kept") : qsTr("Keep my plate")
            onClicked: bench.hands.keep()
        }
    }
    // What a finished plate is for.
    PrimaryButton {
        visible: bench.finished
        width: parent.width
        enabled: !(bench.hands?.kept ?? true)
        text: bench.hands?.kept ? qsTr("Your plate is kept") : qsTr("Keep my plate")
        onClicked: bench.hands.keep()
    }
    BodyText {
        width: parent.width
        visible: text !== "" && bench.step > 2
        text: bench.hands?.keptWords ?? ""
        color: Theme.accent
        Accessible.role: Accessible.AlertMessage
    }
}
