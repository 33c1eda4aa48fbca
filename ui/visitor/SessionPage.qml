import QtQuick
import ui.controls
import ui.visitor

// One session: what, when, where, for whom, how many stools are free; one person is chosen already.
KioskPage {
    id: page

    required property SessionPageModel model
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
            title: page.model.name
            under: page.model.otherName
            aside: page.model.zone
        }
        Message {
            width: parent.width
            text: page.model.trouble
        }
        Item {
            id: sheet

            readonly property real half: page.side ? (width - Theme.margin) / 2 : width

            width: parent.width
            height: page.side ? Math.max(left.height, right.height) : right.y + right.height
            visible: page.model.known

            Column {
                id: left

                width: sheet.half
                spacing: Theme.px(26)

                Image {
                    id: picture

                    width: parent.width
                    height: Math.round(Math.min(width * 0.62, page.height * (page.side ? 0.42 : 0.3)))
                    visible: page.model.picture.toString() !== ""
                    source: page.model.picture
                    sourceSize: Qt.size(Math.round(width), Math.round(height))
                    fillMode: Image.PreserveAspectFit
                    asynchronous: true
                    Accessible.role: Accessible.Graphic
                    Accessible.name: page.model.pictureAlt
                }
                BodyText {
                    width: Math.min(parent.width, measure)
                    text: page.model.summary
                    font.weight: 500
                }
                BodyText {
                    width: Math.min(parent.width, measure)
                    text: page.model.story
                    visible: text !== ""
                    dim: true
                }
            }
            Column {
                id: right

                x: page.side ? sheet.half + Theme.margin : 0
                y: page.side ? 0 : left.height + Theme.px(30)
                width: sheet.half

                Flow {
                    id: when

                    readonly property real rest: width - hour.width - spacing

                    width: parent.width
                    spacing: Theme.px(34)

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
                            text: page.model.day
                            strong: true
                        }
                        Label {
                            width: parent.width
                            text: [page.model.span, page.model.length, page.model.spokenIn].join(" · ")
                            small: true
                            dim: true
                            font.weight: 400
                        }
                    }
                }
                Item {
                    width: parent.width
                    height: stools.height + seats.height + Theme.px(46)

                    Stools {
                        id: stools

                        y: Theme.px(10)
                        free: page.model.free
                        capacity: page.model.capacity
                        size: Math.min(Theme.px(50), (parent.width / Math.max(1, drawn)) / 1.22)
                    }
                    Label {
                        id: seats

                        anchors.top: stools.bottom
                        anchors.topMargin: Theme.px(14)
                        width: parent.width
                        text: [page.model.seats, page.model.wheelchair].filter(part => part !== "").join(" · ")
                        strong: true
                        color: page.model.bookable ? Theme.accent : Theme.warning
                    }
                    HairLine {
                        anchors.bottom: parent.bottom
                    }
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Meet at")
                    value: page.model.meetingPoint
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Age")
                    value: page.model.age
                }
                FactRow {
                    width: parent.width
                    name: qsTr("Good to know")
                    value: page.model.needs
                }
                Item {
                    width: parent.width
                    height: Theme.px(24)
                }
                Message {
                    width: parent.width
                    text: page.model.whyNot
                }
            }
        }
    }
    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.model.known
        figure: page.model.bookable ? page.model.total : page.model.insteadTime
        line: page.model.bookable ? page.model.who : page.model.insteadLine
        action: page.model.bookable || page.model.instead === "" ? qsTr("Continue") : qsTr("See that session")
        ready: page.model.bookable ? page.model.ready : page.model.instead !== ""
        aside: page.model.bookable ? qsTr("More people") : ""
        onTurnedAside: page.model.chooseParty()
        onActed: page.model.bookable ? page.model.goOn() : page.model.takeInstead()
    }
}
