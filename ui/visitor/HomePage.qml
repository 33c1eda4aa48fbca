pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.shell
import ui.visitor

// The park at a glance: what it is, what is on next, the ways in, and the rest of today.
KioskPage {
    id: page

    required property HomePageModel model

    ScrollArea {
        id: area

        anchors.fill: parent
        topMargin: Theme.px(48)
        bottomMargin: Theme.px(18)

        Item {
            id: sheet

            readonly property real half: page.wide ? (width - Theme.margin * 1.2) / 2 : width

            width: parent.width
            height: rest.y + rest.height
            readonly property real upper: page.wide ? Math.max(park.height, actions.height) : actions.y + actions.height

            Column {
                id: park

                width: sheet.half
                spacing: Theme.px(20)

                Item {
                    id: head

                    width: parent.width
                    height: Math.max(names.height, time.height)

                    Column {
                        id: names

                        width: parent.width - time.width - Theme.rhythm * 2
                        spacing: Theme.px(6)

                        Heading {
                            width: parent.width
                            display: true
                            text: page.model.siteName
                            font.pixelSize: Math.round(Theme.display * Math.min(1, Math.max(0.62, 11 / Math.max(1, text.length))))
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
                    // What the words leave of the page, but never less than a picture's worth.
                    readonly property real room: page.height - area.topMargin - area.bottomMargin - head.height - Theme.px(20) - rest.height - Theme.px(18) - (page.wide ? 0 : actions.height + Theme.px(12))

                    width: parent.width
                    height: Math.max(Theme.px(page.wide ? 360 : 300), Math.min(room, width * 0.94))
                    name: page.model.scene
                    picture: page.model.picture
                    moving: page.shown && !Theme.lessMotion
                    Accessible.ignored: true
                }
            }

            Column {
                id: actions

                x: page.wide ? sheet.width - width : 0
                y: page.wide ? 0 : park.height + Theme.px(12)
                width: sheet.half
                spacing: Theme.px(18)

                Message {
                    width: parent.width
                    text: page.model.problem
                }

                // What is on next, with the page's one filled button.
                Item {
                    width: parent.width
                    height: page.model.hasNext ? Math.max(next.height, book.height) : 0
                    visible: page.model.hasNext

                    Column {
                        id: next

                        width: parent.width - book.width - Theme.rhythm * 2
                        
                        Label {
                            text: qsTr("Next")
                            strong: true
                            color: Theme.accent
                        }
                        Heading {
                            width: parent.width
                            large: true
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
                                size: Math.min(Theme.px(32), next.width / 17)
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
                HairLine {
                    visible: page.model.hasNext
                }

                Grid {
                    id: ways

                    readonly property bool narrow: width < Theme.px(700) * Theme.largeScale

                    width: parent.width
                    columns: narrow ? 1 : 2
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
                        text: qsTr("My booking")
                        line: qsTr("Change, cancel, print again")
                        sign: "ticket"
                        onClicked: Shell.go("find")
                    }
                }
            }

            // The rest of today, and one quiet line about the other parks: along the whole page.
            Column {
                id: rest

                y: sheet.upper + Theme.px(18)
                width: parent.width
                spacing: Theme.px(18)

                HairLine {}
                Item {
                    width: parent.width
                    height: Math.max(heading.height, said.height)

                    Label {
                        id: heading

                        text: page.model.todayHeading
                        strong: true
                        color: Theme.accent
                    }
                    Label {
                        id: said

                        anchors.right: parent.right
                        anchors.bottom: heading.bottom
                        width: parent.width - heading.implicitWidth - Theme.rhythm * 3
                        horizontalAlignment: Text.AlignRight
                        text: [page.model.opening, page.model.onNow].filter(part => part !== "").join(" · ")
                        small: true
                        dim: true
                        font.weight: 400
                    }
                }
                ListView {
                    id: today

                    width: parent.width
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
                        onActiveFocusChanged: {
                            if (activeFocus)
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
                        width: Math.min(parent.width * 0.4, Theme.px(250) * Theme.textScale)
                        plain: true
                        text: qsTr("How was it?")
                        onClicked: Shell.go("feedback")
                    }
                }
            }
        }
    }

    component Way: WayIn {
        width: ways.narrow ? ways.width : (ways.width - ways.columnSpacing) / 2
    }
}
