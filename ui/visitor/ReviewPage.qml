pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// What is about to be booked, the seats held meanwhile, and one button that books it.
KioskPage {
    id: page

    required property ReviewPageModel model
    // Two columns: where both are wide enough for the text as large as it is. In reach mode a portrait page is wide, but narrow.
    readonly property bool side: wide && width > Theme.px(1400) * Theme.textScale

    ScrollArea {
        id: area

        anchors.top: parent.top
        anchors.bottom: bar.top
        width: parent.width
        topMargin: Theme.px(page.wide ? 28 : 48)
        spacing: Theme.px(22)

        PageHead {
            id: head

            width: parent.width
            title: page.model.title
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        Column {
            width: page.side ? (parent.width - Theme.margin) / 2 : parent.width
            visible: page.model.offer !== ""
            spacing: Theme.px(10)
            topPadding: Theme.px(30)

            Label {
                width: parent.width
                text: qsTr("The next free session")
                color: Theme.accent
                small: true
                strong: true
            }
            Heading {
                width: parent.width
                text: page.model.offerName
            }
            Row {
                width: parent.width
                spacing: Theme.px(34)

                Label {
                    id: offered

                    text: page.model.offerTime
                    font.pixelSize: Math.round(Theme.display * 1.4)
                    font.weight: 300
                    font.features: ({
                            tnum: 1
                        })
                    wrapMode: Text.NoWrap
                }
                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - offered.width - parent.spacing

                    Label {
                        width: parent.width
                        text: page.model.offerDay
                        strong: true
                    }
                    Label {
                        width: parent.width
                        text: page.model.offerFacts
                        small: true
                        dim: true
                        font.weight: 400
                    }
                }
            }
            Stools {
                free: page.model.offerFree
                capacity: page.model.offerCapacity
                size: Math.min(Theme.px(50), (parent.width / Math.max(1, drawn)) / 1.22)
            }
            Label {
                width: parent.width
                text: page.model.offerSeats
                strong: true
                color: Theme.accent
                topPadding: Theme.px(10)
            }
        }
        HoldClock {
            width: parent.width
            visible: page.model.held
            remaining: page.model.left
            part: page.model.leftPart
            hurry: page.model.hurry
        }
        Busy {
            running: page.model.changing && !page.model.held
        }
        Grid {
            id: sheet

            width: parent.width
            visible: page.model.held
            columns: page.side ? 2 : 1
            columnSpacing: Theme.margin

            Column {
                width: (sheet.width - (sheet.columns - 1) * sheet.columnSpacing) / sheet.columns

                Heading {
                    width: parent.width
                    text: page.model.what
                    bottomPadding: Theme.px(6)
                }
                FactRow {
                    width: parent.width
                    name: qsTr("When")
                    value: page.model.time
                    under: page.model.day
                    strong: true
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Where")
                    value: page.model.where
                }
                FactRow {
                    width: parent.width
                    name: qsTr("How")
                    value: page.model.facts
                }
                FactRow {
                    width: parent.width
                    name: qsTr("For you")
                    value: page.model.details
                }
            }
            Column {
                width: (sheet.width - (sheet.columns - 1) * sheet.columnSpacing) / sheet.columns

                Repeater {
                    model: page.model.lines

                    Item {
                        id: line

                        required property string who
                        required property string each
                        required property string total
                        required property string spoken

                        width: parent?.width ?? 0
                        height: Math.max(names.height, sum.height) + Theme.px(34)
                        Accessible.role: Accessible.StaticText
                        Accessible.name: spoken

                        Column {
                            id: names

                            y: Theme.px(16)
                            width: parent.width - sum.width - Theme.rhythm

                            Label {
                                width: parent.width
                                text: line.who
                                Accessible.ignored: true
                            }
                            Label {
                                width: parent.width
                                text: line.each
                                visible: text !== ""
                                small: true
                                dim: true
                                font.weight: 400
                                Accessible.ignored: true
                            }
                        }
                        Label {
                            id: sum

                            y: Theme.px(16)
                            anchors.right: parent.right
                            text: line.total
                            strong: true
                            font.features: ({
                                    tnum: 1
                                })
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                        HairLine {
                            anchors.bottom: parent.bottom
                        }
                    }
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Seats")
                    value: page.model.wheelchairs
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Payment")
                    value: page.model.payment
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Bring")
                    value: page.model.proof
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Refund")
                    value: page.model.refundRule
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.rhythm * 2
            visible: page.model.held
            topPadding: Theme.px(14)

            QuietButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Change who is coming")
                sign: "people"
                enabled: !page.model.changing
                onClicked: page.model.changeParty()
            }
            QuietButton {
                width: Math.min(implicitWidth, parent.width)
                text: page.model.details === "" ? qsTr("Leave a name (optional)") : qsTr("Change what you wrote")
                sign: "note"
                enabled: !page.model.changing
                onClicked: page.model.addDetails()
            }
        }
    }
    WorkshopArt {
        anchors.bottom: bar.top
        // Below what is said; where the page is wide, beside the session that is offered instead.
        x: page.side ? (parent.width + Theme.margin) / 2 : Theme.margin
        width: parent.width - Theme.margin - x
        room: !page.side ? area.height - area.contentHeight : page.model.held ? 0 : area.height - head.height - Theme.px(120)
        picture: page.model.art
        alt: page.model.artAlt
    }
    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        figure: page.model.held ? page.model.total : ""
        line: page.model.held ? qsTr("in all") : ""
        action: page.model.action
        ready: page.model.held || page.model.trouble !== ""
        busy: page.model.changing
        onActed: page.model.act()
    }
}
