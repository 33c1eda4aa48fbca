pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// The exhibits by zone: a search, a few filters, and the list. Wide: the filters stay beside the list.
KioskPage {
    id: page

    required property ExhibitsPageModel model
    // Side by side only where both sides have room: a page brought down to a seated height is wide and yet narrow, and
    // large words need all of it.
    readonly property bool beside: wide && width > Theme.px(1300) * Theme.textScale

    Loader {
        id: rail

        active: page.beside
        width: page.beside ? Theme.px(640) : 0
        height: parent.height
        sourceComponent: ScrollArea {
            topMargin: Theme.px(48)
            rightMargin: Theme.px(40)

            Finder {
                width: parent.width
            }
        }
    }
    HairLine {
        vertical: true
        visible: page.beside
        x: rail.width
    }
    ScrollArea {
        anchors.fill: parent
        anchors.leftMargin: rail.width
        leftMargin: page.beside ? Theme.px(40) : Theme.margin
        topMargin: page.beside ? Theme.px(24) : Theme.px(48)
        spacing: 0

        Loader {
            active: !page.beside
            visible: active
            width: parent.width
            sourceComponent: Finder {}
        }
        Repeater {
            model: page.model.exhibits

            Column {
                id: entry

                required property string slug
                required property string number
                required property string name
                required property string teaser
                required property string facts
                required property string zoneName
                required property url picture
                required property string spoken
                required property bool opensZone

                width: parent?.width ?? 0

                Label {
                    visible: entry.opensZone
                    width: parent.width
                    topPadding: Theme.px(36)
                    bottomPadding: Theme.px(6)
                    text: entry.zoneName
                    strong: true
                    color: Theme.accent
                    Accessible.role: Accessible.Heading
                }
                ExhibitTile {
                    width: parent.width
                    number: entry.number
                    name: entry.name
                    teaser: entry.teaser
                    facts: entry.facts
                    picture: entry.picture
                    spoken: entry.spoken
                    onClicked: page.model.open(entry.slug)
                }
            }
        }
    }

    component Finder: Column {
        id: finder

        spacing: Theme.px(20)

        Heading {
            width: parent.width
            large: true
            text: page.model.title
        }
        Message {
            width: parent.width
            text: page.model.problem
        }
        KioskTextField {
            width: parent.width
            name: qsTr("Search")
            hint: qsTr("Name, word or pinyin initials")
            text: page.model.searchText
            maximumLength: 40
            onEdited: text => page.model.search(text)
        }
        Flow {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: page.model.zones

                ChoiceChip {
                    required property string value
                    required property string name
                    required property bool chosen
                    required property string spoken

                    text: name
                    checkable: false
                    checked: chosen
                    Accessible.name: spoken
                    Accessible.role: Accessible.RadioButton
                    onClicked: page.model.chooseZone(value)
                }
            }
        }
        HairLine {}
        Flow {
            width: parent.width
            spacing: Theme.gap

            ChoiceChip {
                visible: page.model.hasHandsOn
                text: qsTr("Hands-on")
                checkable: false
                checked: page.model.handsOn
                onClicked: page.model.setHandsOn(!page.model.handsOn)
            }
            ChoiceChip {
                text: page.model.shortName
                checkable: false
                checked: page.model.short
                onClicked: page.model.setShort(!page.model.short)
            }
            Repeater {
                model: page.model.tags

                ChoiceChip {
                    required property string value
                    required property string name
                    required property bool chosen
                    required property string spoken

                    text: name
                    checkable: false
                    checked: chosen
                    Accessible.name: spoken
                    onClicked: page.model.chooseTag(value)
                }
            }
        }
        Item {
            width: parent.width
            height: Math.max(count.height, clear.visible ? clear.height : 0)

            Label {
                id: count

                width: parent.width - (clear.visible ? clear.width + Theme.rhythm : 0)
                anchors.verticalCenter: parent.verticalCenter
                text: page.model.countLine
                small: true
                dim: true
            }
            QuietButton {
                id: clear

                anchors.right: parent.right
                visible: page.model.narrowed
                plain: true
                text: qsTr("Clear")
                onClicked: page.model.clear()
            }
        }
    }
}
