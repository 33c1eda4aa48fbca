import QtQuick
import ui.controls
import ui.visitor

// A name, a number, a need: nothing of it has to be told, and the natural way is on without.
KioskPage {
    id: page

    required property DetailsPageModel model

    ScrollArea {
        id: area

        anchors.top: parent.top
        anchors.bottom: bar.top
        width: parent.width
        topMargin: Theme.px(page.wide ? 28 : 48)
        spacing: Theme.px(page.wide ? 18 : 34)

        PageHead {
            id: head

            width: parent.width
            title: page.model.title
            under: qsTr("You need not. Your ticket works without it.")
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        BodyText {
            width: Math.min(parent.width, measure * (page.wide ? 1.6 : 1))
            dim: true
            text: qsTr("Why optional: a place needs no name. What you write is kept apart from your booking, is used for this visit only, and is erased soon after it.")
        }
        KioskTextField {
            width: Math.min(parent.width, Theme.px(1100))
            name: qsTr("What may we call you?")
            hint: qsTr("so that the maker can greet you")
            text: page.model.name
            maximumLength: page.model.longest.name
            onEdited: text => page.model.type("name", text)
        }
        KioskTextField {
            width: Math.min(parent.width, Theme.px(1100))
            name: qsTr("Telephone")
            hint: qsTr("to call you if the session is cancelled")
            text: page.model.phone
            maximumLength: page.model.longest.phone
            inputMethodHints: Qt.ImhDialableCharactersOnly
            onEdited: text => page.model.type("phone", text)
        }
        KioskTextField {
            width: Math.min(parent.width, Theme.px(1100))
            name: qsTr("Is there something you need?")
            hint: qsTr("a low table, someone who signs, a quiet corner…")
            text: page.model.needs
            maximumLength: page.model.longest.needs
            onEdited: text => page.model.type("needs", text)
        }
    }
    // Below the fields, or at their right where the page is wide.
    WorkshopArt {
        anchors.bottom: bar.top
        anchors.bottomMargin: page.wide ? Theme.px(24) : 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        width: parent.width - Theme.margin * 2 - (page.wide ? Theme.px(1100) + Theme.margin : 0)
        room: page.wide ? width > Theme.px(400) ? area.height - head.height - Theme.px(60) : 0 : area.height - area.contentHeight
        picture: page.model.art
        alt: page.model.artAlt
    }
    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        action: page.model.empty ? qsTr("Go on without") : qsTr("Keep and go on")
        onActed: {
            // What stands in a field, and still waits for a choice of signs, was written too.
            InputMethod.commit();
            page.model.goOn();
        }
    }
}
