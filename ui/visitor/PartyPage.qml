pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// Who comes: a stepper for each category, the price adding up, what to show at the desk, and why not.
KioskPage {
    id: page

    required property PartyPageModel model
    // Two columns: where both are wide enough for the text as large as it is. In reach mode a portrait page is wide, but narrow.
    readonly property bool side: wide && width > Theme.px(1400) * Theme.textScale

    ScrollArea {
        id: area

        anchors.top: parent.top
        anchors.bottom: bar.top
        width: parent.width
        topMargin: Theme.px(page.wide ? 28 : 48)
        spacing: Theme.px(20)

        PageHead {
            width: parent.width
            title: page.model.title
            under: page.model.session === "" ? "" : page.model.session + " · " + page.model.when
        }
        Stools {
            free: page.model.free
            capacity: page.model.capacity
            words: page.model.seats
            size: Theme.px(page.side || Theme.textScale < 1.2 ? 38 : 24)
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        Message {
            width: parent.width
            text: page.model.whyNot
        }
        Grid {
            id: steppers

            width: parent.width
            columns: page.side ? 2 : 1
            columnSpacing: Theme.margin

            Repeater {
                model: page.model.categories

                Stepper {
                    required property string slug
                    required property int count
                    required property int most
                    required line

                    width: (steppers.width - (steppers.columns - 1) * steppers.columnSpacing) / steppers.columns
                    value: count
                    to: most
                    onChanged: wanted => page.model.choose(slug, wanted)
                }
            }
        }
        // What to show at the desk stands below, or beside it where the page is wide.
        Grid {
            id: rest

            readonly property real cell: (width - (columns - 1) * columnSpacing) / columns

            width: parent.width
            columns: page.side ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: Theme.px(20)

            Stepper {
                width: rest.cell
                name: qsTr("Wheelchair places")
                line: page.model.wheelchairsLine
                value: page.model.wheelchairs
                to: page.model.wheelchairsMost
                onChanged: wanted => page.model.chooseWheelchairs(wanted)
            }
            Message {
                width: rest.cell
                warning: false
                text: page.model.proof === "" ? "" : qsTr("Please show at the desk:\n%1").arg(page.model.proof)
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
        figure: page.model.total
        line: page.model.people
        action: qsTr("Continue")
        ready: page.model.ready
        onActed: page.model.goOn()
    }
}
