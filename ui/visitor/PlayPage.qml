pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.interactives
import ui.shell
import ui.visitor

// A machine to play with: its face on top (or at the left), its readings and knobs, something to try, and what it means.
KioskPage {
    id: page

    required property PlayPageModel model

    Binding {
        target: page.model.runner
        property: "running"
        value: page.shown && page.visible
        when: page.model.known
    }

    ScrollArea {
        id: area

        anchors.fill: parent
        topMargin: Theme.px(40)

        PageHead {
            width: parent.width
            numeral: page.model.number
            title: page.model.name
            under: page.model.idea
        }
        Message {
            width: parent.width
            text: page.model.problem
        }
        Item {
            id: sheet

            readonly property real half: page.wide ? (width - Theme.margin) / 2 : width

            width: parent.width
            height: page.wide ? Math.max(left.height, right.height) : left.height + right.height + Theme.px(20)
            visible: page.model.known

            Column {
                id: left

                width: sheet.half
                spacing: Theme.px(16)

                MachinePart {
                    width: parent.width
                    height: Math.min(width * 0.9, page.height * (page.wide ? 0.7 : 0.4))
                    part: page.model.face
                    runner: page.model.runner
                }
                TextBlock {
                    id: goal

                    width: parent.width
                    text: page.model.goal
                    color: page.model.goalReached ? Theme.accent : Theme.second
                    font.pixelSize: Theme.label
                    font.weight: 700
                    Accessible.role: Accessible.AlertMessage
                }
            }
            Column {
                id: right

                x: page.wide ? sheet.width - width : 0
                y: page.wide ? 0 : left.height + Theme.px(20)
                width: sheet.half
                spacing: Theme.px(18)

                Item {
                    id: readings

                    readonly property bool charted: page.model.chart.toString() !== ""
                    readonly property bool beside: Theme.textScale < 1.4
                    readonly property real column: beside ? (width - Theme.px(50)) / 2 : width

                    width: parent.width
                    height: charted && !beside ? curve.height + figures.height : Math.max(curve.height, figures.height)

                    MachinePart {
                        id: curve

                        width: readings.column
                        height: readings.charted ? Math.round(Math.min(width * 0.75, Theme.px(330))) : 0
                        part: page.model.chart
                        runner: page.model.runner
                    }
                    Grid {
                        id: figures

                        readonly property int across: readings.charted || !readings.beside ? 1 : 2

                        x: readings.charted && readings.beside ? readings.width - width : 0
                        y: readings.charted && !readings.beside ? curve.height : 0
                        width: readings.charted ? readings.column : readings.width
                        columns: across
                        columnSpacing: Theme.px(50)
                        rowSpacing: Theme.px(8)

                        Repeater {
                            model: page.model.gauges

                            GaugeFigure {
                                width: (figures.width - (figures.across - 1) * figures.columnSpacing) / figures.across
                                reading: page.model.runner?.state[key] ?? 0
                            }
                        }
                    }
                }
                Repeater {
                    model: page.model.knobs

                    Knob {
                        width: right.width
                        onTurned: (name, value) => page.model.runner.turn(name, value)
                    }
                }
                Item {
                    width: parent.width
                    height: Math.max(depth.height, again.height)

                    SegmentedChoice {
                        id: depth

                        width: parent.width - again.width - Theme.rhythm * 2
                        name: qsTr("Explained")
                        options: [qsTr("simply"), qsTr("more"), qsTr("in depth")]
                        current: page.model.level
                        onChosen: index => page.model.explain(index)
                    }
                    QuietButton {
                        id: again

                        anchors.right: parent.right
                        text: qsTr("Start again")
                        onClicked: page.model.startAgain()
                    }
                }
                BodyText {
                    width: parent.width
                    text: page.model.explanation
                }
                Label {
                    width: parent.width
                    text: page.model.pace
                    visible: text !== ""
                    small: true
                    dim: true
                }
            }
        }
    }
}
