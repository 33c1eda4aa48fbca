pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import ui.controls
import ui.interactives
import ui.interactives.plate

// The bench's tools: the six steps, what each of them needs, and a way to keep the plate.
Column {
    id: bench

    required property MachineRunner runner
    property PlateHands hands: null
    readonly property list<string> names: [qsTr("Body"), qsTr("Wire"), qsTr("Filling"), qsTr("Firing"), qsTr("Polishing"), qsTr("Gilding")]
    readonly property int step: hands?.step ?? 0

    spacing: Theme.rhythm

    Flow {
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: bench.names

            ChoiceChip {
                id: chip

                required property int index
                required property string modelData

                width: Math.max(implicitWidth - Theme.px(30), (bench.width - 5 * Theme.gap) / 6)
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
    TextBlock {
        width: parent.width
        text: bench.hands?.hint ?? ""
        color: Theme.line
        font.pixelSize: Theme.label
        Accessible.role: Accessible.AlertMessage
    }

    // ---- wire
    Flow {
        width: parent.width
        spacing: Theme.gap
        visible: bench.step === 1

        Repeater {
            model: bench.hands?.pieces ?? []

            ToolChip {
                id: tool

                required property var modelData

                name: modelData.label
                chosen: bench.hands?.piece === modelData.name
                onClicked: bench.hands.choosePiece(modelData.name)

                Shape {
                    id: shown

                    anchors.centerIn: parent
                    width: 100
                    height: 100
                    scale: Theme.px(tool.modelData.name === "ring" || tool.modelData.name === "lotus" ? 64 : 70) / 100
                    rotation: tool.modelData.name === "ring" ? 0 : bench.hands?.turn ?? 0
                    preferredRendererType: Shape.CurveRenderer

                    ShapePath {
                        strokeColor: "#E9A876"
                        strokeWidth: 5
                        fillColor: "transparent"
                        capStyle: ShapePath.RoundCap
                        joinStyle: ShapePath.RoundJoin

                        PathSvg {
                            path: tool.modelData.path
                        }
                    }
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        visible: bench.step === 1 || bench.step === 2

        Label {
            height: Theme.touch * 1.3
            rightPadding: Theme.rhythm
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Repeat")
            strong: true
            Accessible.ignored: true
        }
        SegmentedChoice {
            width: Math.min(bench.width, Theme.px(420) * Math.max(1, Theme.textScale * 0.8))
            name: qsTr("Repeat round the plate")
            options: bench.hands?.allFolds ?? []
            current: bench.hands ? bench.hands.allFolds.indexOf(String(bench.hands.folds)) : 0
            onChosen: index => bench.hands.chooseFolds(index)
        }
    }

    // ---- filling
    Flow {
        width: parent.width
        spacing: Theme.gap
        visible: bench.step === 2

        Repeater {
            model: bench.hands?.colours ?? []

            ToolChip {
                id: jar

                required property var modelData

                width: Math.max(Theme.touch, Math.floor((bench.width - 9 * Theme.gap) / 10))
                name: modelData.label
                chosen: bench.hands?.colour === modelData.name
                onClicked: bench.hands.chooseColour(modelData.name)

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

        QuietButton {
            visible: bench.step === 1
            text: qsTr("Turn the piece")
            onClicked: bench.hands.turnPiece()
        }
        QuietButton {
            visible: bench.step === 1
            text: qsTr("Another size")
            onClicked: bench.hands.sizePiece()
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
            visible: bench.step < 5 && text !== ""
            enabled: bench.hands !== null && bench.step < bench.hands.lastOpen
            text: [qsTr("On to the wire"), qsTr("On to filling"), qsTr("On to firing"), qsTr("On to polishing"), qsTr("On to gilding")][bench.step] ?? ""
            onClicked: bench.hands.goTo(bench.step + 1)
        }
        QuietButton {
            visible: (bench.hands?.lastOpen ?? 0) > 1
            enabled: !(bench.hands?.kept ?? true)
            text: bench.hands?.kept ? qsTr("Your plate is kept") : qsTr("Keep my plate")
            onClicked: bench.hands.keep()
        }
    }
}
