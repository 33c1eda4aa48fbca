pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.shell
import ui.visitor

// The park at a glance: what it is, what is on next, the ways in, and the rest of today.
KioskPage {
    id: page

    required property HomePageModel model
    // Side by side only where both sides have room: a page brought down to a seated height is wide and yet narrow.
    readonly property bool beside: wide && width > Theme.px(1300)

    ScrollArea {
        id: area

        anchors.fill: parent
        focus: true
        topMargin: Theme.px(page.beside ? 28 : 48)
        bottomMargin: Theme.px(18)

        Item {
            id: sheet

            // Beside each other: the words, which must not wrap, have the greater part.
            readonly property real wordsWidth: page.beside ? (width - Theme.margin) * 0.56 : width
            readonly property real artWidth: page.beside ? width - wordsWidth - Theme.margin : width

            width: parent.width
            height: rest.y + rest.height

            Item {
                id: head

                width: parent.width
                height: Math.max(names.height, time.height)

                Column {
                    id: names

                    width: (page.beside ? sheet.wordsWidth : parent.width - time.width) - Theme.rhythm * 2
                    spacing: Theme.px(6)

                    Heading {
                        width: parent.width
                        display: true
                        text: page.model.siteName
                        size: Math.round(Theme.display * Math.min(1, Math.max(0.62, (page.beside ? 9.6 : 10.4) / Math.max(1, text.length))))
                        fit: true
                    }
                    Label {
                        width: parent.width
                        text: page.model.tagline
                        color: Theme.accent
                    }
                }
                Column {
                    id: time

                    anchors.right: parent.right

                    Label {
                        anchors.right: parent.right
                        text: page.model.clock
                        font.pixelSize: Math.round(Theme.heading * 0.88)
                        font.weight: 300
                        font.features: ({
                                tnum: 1
                            })
                        wrapMode: Text.NoWrap
                    }
                    Label {
                        anchors.right: parent.right
                        text: page.model.weekday
                        small: true
                        dim: true
                        wrapMode: Text.NoWrap
                    }
                }
            }
            HomeScene {
                id: scene

                // What the words leave of the page, but never less than a picture's worth.
                readonly property real room: page.height - area.topMargin - area.bottomMargin - head.height - next.height - ways.height - rest.height - Theme.px(66)

                x: page.beside ? sheet.width - sheet.artWidth : 0
                y: page.beside ? 0 : head.height + Theme.px(14)
                width: page.beside ? sheet.artWidth - time.width - Theme.rhythm * 2 : sheet.width
                height: page.beside ? Math.max(Theme.px(330), head.height + Theme.px(20) + next.height) : Math.max(Theme.px(300), Math.min(room, width * 0.94))
                name: page.model.scene
                picture: page.model.picture
                moving: page.shown && !Theme.lessMotion
                Accessible.ignored: true
            }

            // What is on next, with the page's one filled button.
            Column {
                id: next

                y: page.beside ? head.height + Theme.px(20) : scene.y + scene.height + Theme.px(12)
                width: sheet.wordsWidth
                spacing: Theme.px(18)

                Message {
                    width: parent.width
                    text: page.model.problem
                }

                Item {
                    width: parent.width
                    height: page.model.hasNext ? Math.max(session.height, book.height) : 0
                    visible: page.model.hasNext

                    Column {
                        id: session

                        width: parent.width - book.width - Theme.rhythm * 2

                        Label {
                            text: qsTr("Next")
                            strong: true
                            color: Theme.accent
                        }
                        Heading {
                            width: parent.width
                            large: !page.beside
                            fit: true
                            text: page.model.nextName
                        }
                        Label {
                            width: parent.width
                            text: page.model.nextWhen + " · " + page.model.nextPrice
                        }
                        Flow {
                            width: parent.width
                            topPadding: Theme.px(6)
                            spacing: Theme.px(20)

                            Stools {
                                free: page.model.nextFree
                                capacity: page.model.nextCapacity
                                most: 12
                                size: Math.min(Theme.px(page.beside ? 28 : 32), session.width / 17)
                            }
                            Label {
                                text: page.model.nextSeats
                                strong: true
                                color: Theme.accent
                            }
                        }
                    }
                    PrimaryButton {
                        id: book

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        implicitHeight: Theme.px(142)
                        text: qsTr("Book")
                        focus: true
                        Accessible.name: qsTr("Book") + ": " + page.model.nextSpoken
                        onClicked: page.model.bookNext()
                    }
                }
            }
            Column {
                id: ways

                y: Math.max(next.y + next.height, scene.y + scene.height) + Theme.px(18)
                width: sheet.width
                spacing: Theme.px(10)

                HairLine {}
                Grid {
                    id: grid

                    readonly property real room: width / Theme.largeScale

                    width: parent.width
                    columns: room > Theme.px(1560) ? 4 : room < Theme.px(800) ? 1 : 2
                    columnSpacing: Theme.px(24)

                    Way {
                        text: qsTr("Exhibits")
                        line: page.model.exhibitsLine
                        sign: "pieces"
                        onClicked: Shell.go("exhibits")
                    }
                    Way {
                        text: qsTr("Take part")
                        line: page.model.workshopsLine
                        sign: "bench"
                        onClicked: Shell.go("workshops")
                    }
                    Way {
                        text: qsTr("Map")
                        line: page.model.mapLine
                        sign: "map"
                        onClicked: Shell.go("map")
                    }
                    Way {
                        text: qsTr("My ticket")
                        line: qsTr("Change, cancel, print again")
                        sign: "ticket"
                        onClicked: Shell.go("find")
                    }
                }
            }

            // The rest of today, and one quiet line about the other parks: along the whole page.
            Column {
                id: rest

                y: ways.y + ways.height + Theme.px(10)
                width: parent.width
                spacing: Theme.px(page.beside ? 8 : 18)

                HairLine {}
                Item {
                    // A long sentence of opening times goes below the day, not beside it.
                    readonly property bool together: heading.implicitWidth + said.implicitWidth + Theme.rhythm * 3 <= width

                    width: parent.width
                    height: together ? Math.max(heading.height, said.height) : said.y + said.height

                    Label {
                        id: heading

                        text: page.model.todayHeading
                        strong: true
                        color: Theme.accent
                    }
                    Label {
                        id: said

                        y: parent.together ? heading.height - height : heading.height
                        width: parent.width
                        horizontalAlignment: parent.together ? Text.AlignRight : Text.AlignLeft
                        text: [page.model.opening, page.model.onNow].filter(part => part !== "").join(" · ")
                        small: true
                        dim: true
                        font.weight: 400
                    }
                }
                ListView {
                    id: today

                    // To the page's own edge: what runs off it can be drawn in from there.
                    width: parent.width + area.rightMargin
                    rightMargin: area.rightMargin
                    height: contentItem.childrenRect.height > 0 ? Theme.px(168) * Theme.largeScale : 0
                    visible: count > 0
                    orientation: ListView.Horizontal
                    spacing: Theme.px(28)
                    boundsBehavior: Flickable.DragOverBounds
                    clip: true
                    keyNavigationEnabled: true
                    activeFocusOnTab: false
                    model: page.model.today
                    delegate: SessionTile {
                        required property string id

                        onClicked: Shell.go("session", {
                            id: id
                        })
                        // By keys alone: what a finger is on stays under it.
                        onVisualFocusChanged: {
                            if (visualFocus)
                                today.positionViewAtIndex(today.indexAt(x + 1, y + 1), ListView.Contain);
                        }
                    }
                }
                Item {
                    width: parent.width
                    height: Math.max(others.height, tell.height)

                    Label {
                        id: others

                        width: parent.width - tell.width - Theme.rhythm * 2
                        anchors.verticalCenter: parent.verticalCenter
                        text: page.model.othersLine
                        small: true
                        dim: true
                        font.weight: 400
                    }
                    QuietButton {
                        id: tell

                        anchors.right: parent.right
                        width: Math.min(parent.width * 0.4, implicitWidth)
                        rightPadding: 0
                        plain: true
                        text: qsTr("How was it?")
                        onClicked: Shell.go("feedback")
                    }
                }
            }
        }
    }

    component Way: WayIn {
        width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns
    }
}
