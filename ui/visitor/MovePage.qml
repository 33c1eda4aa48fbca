pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import ui.controls
import ui.visitor

// Another session for a booking: days, sessions with the difference in price, and one button that moves it.
KioskPage {
    id: page

    required property MovePageModel model
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
            title: page.model.title
            under: page.model.what
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        FactRow {
            width: parent.width
            name: qsTr("Booked now")
            value: page.model.now
        }
        DayStrip {
            width: parent.width
            days: page.model.days
            onChosen: iso => page.model.chooseDay(iso)
        }
        BodyText {
            width: parent.width
            text: page.model.nothing
            visible: text !== ""
            dim: true
            topPadding: Theme.px(40)
        }
        GridLayout {
            id: list

            width: parent.width
            columns: page.side ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: 0
            uniformCellWidths: true

            Repeater {
                model: page.model.offers

                SessionLine {
                    required property string id
                    required chosen
                    required line

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onClicked: page.model.choose(id)
                }
            }
        }
    }
    WorkshopArt {
        anchors.bottom: bar.top
        x: Theme.margin
        width: parent.width - Theme.margin * 2
        room: area.height - area.contentHeight
        picture: page.model.art
        alt: page.model.artAlt
    }
    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        line: [page.model.then, page.model.difference].filter(part => part !== "").join("\n")
        action: page.model.action
        ready: page.model.ready
        busy: page.model.changing
        onActed: page.model.confirm()
    }
}
