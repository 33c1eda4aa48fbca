pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// The ticket on the screen: code to scan and code to read, what to do now, and how the printing goes.
KioskPage {
    id: page

    required property TicketPageModel model
    readonly property string printState: model.printState
    property string printedBefore: "none"

    // Heard when paper comes out of this kiosk, not when an old ticket is looked at.
    onPrintStateChanged: {
        if (printedBefore === "printing" && printState === "printed")
            Sound.play("ticket");
        printedBefore = printState;
    }
    // Two columns: where both are wide enough for the text as large as it is. In reach mode a portrait page is wide, but narrow.
    readonly property bool side: wide && width > Theme.px(1400) * Theme.textScale

    ScrollArea {
        anchors.top: parent.top
        anchors.bottom: bar.top
        width: parent.width
        topMargin: Theme.px(page.wide ? 28 : 48)
        spacing: Theme.px(26)

        PageHead {
            width: parent.width
            title: page.model.title
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        Item {
            id: sheet

            readonly property bool side: page.side
            readonly property real half: side ? (width - Theme.margin * 1.5) / 2 : width

            width: parent.width
            height: Math.max(ticket.y + ticket.height, words.y + words.height)
            visible: page.model.known

            Flow {
                id: when

                readonly property real rest: width - hour.width - spacing

                x: sheet.side ? sheet.half + Theme.margin * 1.5 : 0
                width: sheet.half
                spacing: Theme.px(30)

                Label {
                    id: hour

                    text: page.model.time
                    font.pixelSize: Math.round(Theme.display * 1.4)
                    font.weight: 300
                    font.features: ({
                            tnum: 1
                        })
                    wrapMode: Text.NoWrap
                }
                Column {
                    width: when.rest < Theme.px(300) * Theme.textScale ? when.width : when.rest
                    topPadding: width < when.width ? Theme.px(20) : 0

                    Label {
                        width: parent.width
                        text: page.model.what
                        color: Theme.second
                        strong: true
                    }
                    // Under its name, for whoever asks the way in the other language.
                    Label {
                        width: parent.width
                        text: page.model.otherName
                        small: true
                        dim: true
                        font.weight: 400
                    }
                    Label {
                        width: parent.width
                        text: page.model.day
                        strong: true
                    }
                    Label {
                        width: parent.width
                        text: page.model.who
                    }
                    Label {
                        width: parent.width
                        visible: text !== ""
                        text: page.model.wheelchairs
                    }
                    Label {
                        width: parent.width
                        text: page.model.price
                        color: Theme.accent
                    }
                }
            }
            Column {
                id: ticket

                y: sheet.side ? Theme.px(12) : when.height + spacing
                width: sheet.half
                spacing: Theme.px(26)

                QrImage {
                    anchors.horizontalCenter: parent.horizontalCenter
                    rows: page.model.modules
                    size: Math.min(sheet.half, sheet.side ? page.height * 0.5 / Theme.largeScale : page.height * 0.345)
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: page.model.valid ? page.model.code : ""
                    font.pixelSize: Theme.title
                    font.weight: 600
                    font.letterSpacing: Theme.title * 0.06
                    font.features: ({
                            tnum: 1
                        })
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.label
                    wrapMode: Text.NoWrap
                }
            }
            Column {
                id: words

                x: sheet.side ? sheet.half + Theme.margin * 1.5 : 0
                y: sheet.side ? when.height + Theme.px(22) : ticket.y + ticket.height + Theme.px(24)
                width: sheet.half
                spacing: Theme.px(16)

                HairLine {}
                Repeater {
                    model: page.model.steps

                    Item {
                        id: step

                        required property int index
                        required property string modelData

                        width: parent?.width ?? 0
                        height: Math.max(ring.height, sentence.implicitHeight)
                        Accessible.role: Accessible.ListItem
                        Accessible.name: modelData

                        Rectangle {
                            id: ring

                            width: Theme.label * 1.6
                            height: width
                            radius: width / 2
                            color: "transparent"
                            border.width: Theme.px(2)
                            border.color: Theme.line

                            Label {
                                anchors.centerIn: parent
                                text: step.index + 1
                                font.pixelSize: Theme.small
                                strong: true
                                Accessible.ignored: true
                            }
                        }
                        Label {
                            id: sentence

                            anchors.verticalCenter: parent.verticalCenter
                            x: ring.width + Theme.px(24)
                            width: parent.width - x
                            text: step.modelData
                            Accessible.ignored: true
                        }
                    }
                }
                HairLine {
                    visible: page.model.valid
                }
                Row {
                    id: printing

                    visible: page.model.valid
                    width: parent.width
                    spacing: Theme.px(24)

                    Icon {
                        id: printer

                        name: page.model.printState === "failed" ? "photograph" : "printer"
                        size: Theme.label * 1.6
                        colour: page.model.printState === "failed" ? Theme.warning : page.model.printState === "printed" ? Theme.ok : Theme.line
                    }
                    Label {
                        width: parent.width - printer.width - parent.spacing
                        text: page.model.printLine
                        color: page.model.printState === "failed" ? Theme.warning : Theme.line
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Refund")
                    value: page.model.refundRule
                }
            }
        }
    }
    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.model.known
        aside: page.model.canPrint ? page.model.printState === "failed" || page.model.printState === "none" ? qsTr("Print it") : qsTr("Print again") : ""
        action: qsTr("Done")
        onTurnedAside: page.model.printAgain()
        onActed: page.model.finish()
    }
}
