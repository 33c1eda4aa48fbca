pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import ui.controls
import ui.visitor

// What is on: a strip of days, the workshops to choose from, and the sessions of the day.
KioskPage {
    id: page

    required property WorkshopsPageModel model
    // Two columns: where both are wide enough for the text as large as it is. In reach mode a portrait page is wide, but narrow.
    readonly property string when: [page.model.heading, page.model.note].filter(part => part !== "").join(" · ")
    readonly property bool side: wide && width > Theme.px(1400) * Theme.textScale

    ScrollArea {
        id: area

        anchors.fill: parent
        topMargin: Theme.px(page.wide ? 28 : 48)
        spacing: Theme.px(22)

        PageHead {
            width: parent.width
            title: page.model.title
            under: page.side ? "" : page.when
            asideStrong: page.side ? page.when : ""
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        DayStrip {
            width: parent.width
            days: page.model.days
            onChosen: iso => page.model.chooseDay(iso)
        }
        Flow {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: page.model.workshops

                ChoiceChip {
                    required property string slug
                    required property string name
                    required property bool chosen

                    text: name
                    checkable: false
                    checked: chosen
                    Accessible.role: Accessible.RadioButton
                    onClicked: page.model.chooseWorkshop(slug)
                }
            }
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
                model: page.model.sessions

                SessionLine {
                    required property string id
                    required property string facts

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    line: facts
                    filled: id === page.model.firstBookable ? qsTr("Book") : ""
                    onClicked: page.model.openSession(id)
                }
            }
        }
    }
}
