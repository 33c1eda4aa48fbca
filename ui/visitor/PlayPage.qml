pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.interactives
import ui.visitor

// A machine to play with: its face on top (or at the left), its readings and knobs, something to try, and what it means.
KioskPage {
    id: page

    required property PlayPageModel model
    // Read once for all figures: every reading of it is made anew of what Python has.
    readonly property var now: model.runner?.state ?? ({})
    // Two things stand side by side where there is room for their words.
    readonly property bool beside: Theme.textScale < 1.4 && sheet.half >= Theme.px(760)

    Binding {
        target: page.model.runner
        property: "running"
        value: page.shown && page.visible
        when: page.model.known
    }

    component Head: PageHead {
        numeral: page.model.number
        title: page.model.name
        under: page.model.idea
    }

    ScrollArea {
        id: area

        anchors.fill: parent
        topMargin: Theme.px(40)

        // Over both columns where they are narrow, else at the top of the left one.
        Head {
            id: over

            width: parent.width
            visible: page.wide && sheet.half < Theme.px(760)
        }
        Item {
            id: sheet

            readonly property real half: page.wide ? (width - Theme.margin) / 2 : width

            width: parent.width
            height: page.wide ? Math.max(left.height, right.height) : left.height + right.height + Theme.px(16)

            Column {
                id: left

                width: sheet.half
                spacing: Theme.px(14)

                Head {
                    width: parent.width
                    visible: !over.visible
                }
                Message {
                    width: parent.width
                    text: page.model.problem
                }
                Item {
                    id: machine

                    width: parent.width
                    height: Math.min(width * page.model.sheet.height / page.model.sheet.width, Math.max(Theme.px(440), page.height * (page.wide ? 0.58 : readings.charted ? 0.31 : 0.36)))
                    visible: page.model.known

                    MachinePart {
                        anchors.fill: parent
                        part: page.model.face
                        runner: page.model.runner
                    }
                    Callouts {
                        anchors.fill: parent
                        rows: page.model.callouts
                        sheet: page.model.sheet
                    }
                }
                Flow {
                    width: parent.width
                    spacing: Theme.px(6)
                    visible: page.model.known

                    Repeater {
                        model: page.model.callouts

                        Label {
                            required property int number
                            required property string label

                            rightPadding: Theme.px(26)
                            width: Math.min(Math.ceil(implicitWidth) + 1, left.width)
                            text: number + " " + label
                            small: true
                            dim: true
                        }
                    }
                }
                Item {
                    id: attempt

                    readonly property real line: page.beside ? Math.max(goal.height, again.height) : goal.height

                    width: parent.width
                    height: page.beside ? line : line + Theme.rhythm + again.height
                    visible: page.model.known

                    Label {
                        id: count

                        anchors.baseline: goal.baseline
                        text: page.model.goalNumber
                        small: true
                        dim: true
                    }
                    TextBlock {
                        id: goal

                        y: (attempt.line - height) / 2
                        anchors.left: count.right
                        anchors.leftMargin: count.text === "" ? 0 : Theme.rhythm * 1.5
                        anchors.right: page.beside ? again.left : parent.right
                        anchors.rightMargin: page.beside ? Theme.rhythm * 2 : 0
                        text: page.model.goal
                        color: page.model.goalReached ? Theme.accent : Theme.second
                        font.pixelSize: Theme.label
                        font.weight: 700
                        Accessible.role: Accessible.AlertMessage
                    }
                    QuietButton {
                        id: again

                        x: parent.width - width
                        y: parent.height - height - (page.beside ? (attempt.line - height) / 2 : 0)
                        text: qsTr("Start again")
                        onClicked: page.model.startAgain()
                    }
                }
            }
            Column {
                id: right

                x: page.wide ? sheet.width - width : 0
                y: page.wide ? 0 : left.height + Theme.px(16)
                width: sheet.half
                spacing: Theme.px(16)
                visible: page.model.known

                Item {
                    id: readings

                    readonly property bool charted: page.model.chart.toString() !== ""
                    readonly property real column: page.beside ? (width - Theme.px(50)) / 2 : width

                    width: parent.width
                    height: charted && !page.beside ? curve.height + figures.height : Math.max(curve.height, figures.height)

                    MachinePart {
                        id: curve

                        width: readings.column
                        height: readings.charted ? (page.beside ? figures.height : Math.round(width * 0.5)) : 0
                        part: page.model.chart
                        runner: page.model.runner
                    }
                    Grid {
                        id: figures

                        readonly property int across: readings.charted || !page.beside ? 1 : 2

                        x: readings.charted && page.beside ? readings.width - width : 0
                        y: readings.charted && !page.beside ? curve.height : 0
                        width: readings.charted ? readings.column : readings.width
                        columns: across
                        columnSpacing: Theme.px(50)
                        // Beside a curve all figures stand in one column: closer, with the air taken from above their digits.
                        rowSpacing: across === 1 && page.beside ? -Theme.px(12) : 0

                        Repeater {
                            model: page.model.gauges

                            GaugeFigure {
                                width: (figures.width - (figures.across - 1) * figures.columnSpacing) / figures.across
                                reading: page.now[key] ?? 0
                            }
                        }
                    }
                }
                Grid {
                    id: knobs

                    // Three and more stand two by two, so that all of them are in sight.
                    readonly property int across: page.beside && page.model.knobs.count > 2 ? 2 : 1

                    width: parent.width
                    columns: across
                    columnSpacing: Theme.px(50)
                    rowSpacing: Theme.px(4)

                    Repeater {
                        model: page.model.knobs

                        Knob {
                            width: (knobs.width - (knobs.across - 1) * knobs.columnSpacing) / knobs.across
                            runner: page.model.runner
                        }
                    }
                }
                SegmentedChoice {
                    width: parent.width
                    name: qsTr("Explained")
                    options: [qsTr("simply"), qsTr("more"), qsTr("in depth")]
                    current: page.model.level
                    onChosen: index => page.model.explain(index)
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
