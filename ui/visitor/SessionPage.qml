import QtQuick
import ui.controls
import ui.visitor

// One session: what, when, where, for whom, how many stools are free; one person is chosen already.
KioskPage {
    id: page

    required property SessionPageModel model

    ScrollArea {
        anchors.top: parent.top
        anchors.bottom: bar.top
        width: parent.width
        topMargin: Theme.px(48)
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

            readonly property real half: page.wide ? (width - Theme.margin) / 2 : width

            width: parent.width
            height: page.wide ? Math.max(left.height, right.height) : right.y + right.height
            visible: page.model.known

            Column {
                id: left

                width: sheet.half
                spacing: Theme.px(26)

                Image {
                    id: picture

                    width: parent.width
                    height: Math.round(Math.min(width * (implicitHeight / Math.max(1, implicitWidth)), page.height * (page.wide ? 0.42 : 0.3)))
                    visible: status === Image.Ready
                    source: page.model.picture
                    sourceSize: Qt.size(Math.round(width), Math.round(width))
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

                x: page.wide ? sheet.half + Theme.margin : 0
                y: page.wide ? 0 : left.height + Theme.px(30)
                width: sheet.half

                Row {
                    id: when

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
                        anchors.verticalCenter: hour.verticalCenter
                        width: when.width - hour.width - when.spacing

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
                QuietButton {
                    text: qsTr("More people, children, reduced prices")
                    sign: "people"
                    width: Math.min(implicitWidth, parent.width)
                    visible: page.model.bookable
                    onClicked: page.model.chooseParty()
                }
                Message {
                    width: parent.width
                    warning: false
                    text: page.model.instead === "" ? "" : qsTr("The next free session: %1").arg(page.model.instead)
                }
            }
        }
    }
    ActionBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.model.known
        figure: page.model.bookable ? page.model.total : ""
        line: page.model.bookable ? page.model.who : ""
        action: page.model.bookable || page.model.instead === "" ? qsTr("Continue") : qsTr("See that session")
        ready: page.model.bookable ? page.model.ready : page.model.instead !== ""
        onActed: page.model.bookable ? page.model.goOn() : page.model.takeInstead()
    }
}
