pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// A booking that was looked up: what it is, and what can still be done with it. Giving it up asks first.
KioskPage {
    id: page

    required property MyBookingPageModel model
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
            width: parent.width
            title: page.model.what === "" ? page.model.title : page.model.what
            under: page.model.code
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        Message {
            width: parent.width
            text: page.side ? "" : page.model.stateLine
            warning: page.model.state !== "confirmed"
        }
        Grid {
            id: sheet

            width: parent.width
            visible: page.model.known
            columns: page.side ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: Theme.px(30)

            Column {
                width: (sheet.width - (sheet.columns - 1) * sheet.columnSpacing) / sheet.columns

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
                Repeater {
                    model: page.model.lines

                    FactRow {
                        required property int index
                        required property string who
                        required property string total

                        width: parent?.width ?? 0
                        name: index === 0 ? qsTr("Who") : " "
                        value: who
                        under: total
                    }
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Seats")
                    value: page.model.wheelchairs
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Price")
                    value: page.model.price
                }
                FactRow {
                    width: parent.width
                    name: qsTr("You told us")
                    value: page.model.needs
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Refund")
                    value: page.model.refundRule
                }
            }
            Column {
                id: ways

                width: (sheet.width - (sheet.columns - 1) * sheet.columnSpacing) / sheet.columns
                spacing: Theme.px(18)
                topPadding: page.side ? Theme.px(20) : 0

                Message {
                    width: parent.width
                    text: page.side ? page.model.stateLine : ""
                    warning: page.model.state !== "confirmed"
                }
                Message {
                    width: parent.width
                    text: page.model.whyNot
                    warning: false
                }
                Message {
                    width: parent.width
                    text: page.model.printed
                    warning: false
                }
                Column {
                    width: parent.width
                    spacing: Theme.px(18)
                    visible: !page.model.asking

                    QuietButton {
                        width: parent.width
                        visible: page.model.state === "confirmed"
                        enabled: page.model.canMove
                        text: qsTr("Move to another session")
                        sign: "move"
                        onClicked: page.model.move()
                    }
                    QuietButton {
                        width: parent.width
                        visible: page.model.state === "confirmed"
                        enabled: page.model.canPrint
                        text: qsTr("Print the ticket again")
                        sign: "printer"
                        onClicked: page.model.printAgain()
                    }
                    QuietButton {
                        width: parent.width
                        visible: page.model.state === "confirmed"
                        enabled: page.model.canCancel
                        text: qsTr("Cancel the booking")
                        sign: "cross"
                        onClicked: page.model.askCancel()
                    }
                }
                Column {
                    width: parent.width
                    spacing: Theme.px(18)
                    visible: page.model.asking

                    Heading {
                        width: parent.width
                        text: qsTr("Cancel this booking?")
                    }
                    Label {
                        width: parent.width
                        text: page.model.refund
                    }
                    QuietButton {
                        width: parent.width
                        text: qsTr("Yes, cancel it")
                        sign: "cross"
                        colour: Theme.warning
                        busy: page.model.changing
                        onClicked: page.model.cancel()
                    }
                }
            }
        }
    }
    WorkshopArt {
        anchors.bottom: bar.top
        x: page.side ? (parent.width + Theme.margin) / 2 : Theme.margin
        width: parent.width - Theme.margin - x
        room: !page.side ? area.height - area.contentHeight : area.overflows ? 0 : area.height - area.topMargin - sheet.y - ways.height - Theme.px(20)
        picture: page.model.art
        alt: page.model.artAlt
    }
    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.model.known && page.model.state !== "cancelled"
        height: visible ? implicitHeight : 0
        action: page.model.asking ? qsTr("No, keep it") : page.model.state === "moved" ? qsTr("Open the new booking") : qsTr("Show the ticket")
        onActed: page.model.asking ? page.model.keep() : page.model.state === "moved" ? page.model.openNew() : page.model.showTicket()
    }
}
