pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// How the kiosk works, and what the park says about itself. Wide: side by side.
KioskPage {
    id: page

    required property HelpPageModel model

    ScrollArea {
        anchors.fill: parent
        topMargin: Theme.px(48)

        PageHead {
            width: parent.width
            title: page.model.title
            under: page.model.siteName
        }
        Message {
            width: parent.width
            text: page.model.problem
        }
        Item {
            id: sheet

            readonly property real part: page.wide ? (width - Theme.margin) / 2 : width

            width: parent.width
            height: page.wide ? Math.max(kiosk.height, park.height) : park.y + park.height

            Column {
                id: kiosk

                width: sheet.part
                spacing: Theme.px(26)

                Repeater {
                    model: page.model.topics

                    Column {
                        id: topic

                        required property string heading
                        required property string text
                        required property string action
                        required property string button

                        width: kiosk.width
                        spacing: Theme.px(8)

                        Heading {
                            width: parent.width
                            text: topic.heading
                            font.pixelSize: Math.round(Theme.heading * 0.72)
                        }
                        BodyText {
                            width: Math.min(parent.width, measure)
                            text: topic.text
                        }
                        QuietButton {
                            visible: topic.action !== ""
                            plain: true
                            text: topic.button
                            sign: "right"
                            onClicked: page.model.open(topic.action)
                        }
                        HairLine {}
                    }
                }
            }
            Column {
                id: park

                x: page.wide ? sheet.width - width : 0
                y: page.wide ? 0 : kiosk.height + Theme.px(36)
                width: sheet.part
                spacing: Theme.px(14)

                Heading {
                    width: parent.width
                    text: page.model.siteName
                    font.pixelSize: Math.round(Theme.heading * 0.86)
                }
                BodyText {
                    width: Math.min(parent.width, measure)
                    text: page.model.about
                    bottomPadding: Theme.px(14)
                }
                Repeater {
                    model: page.model.park

                    Item {
                        id: line

                        required property string label
                        required property string text

                        width: park.width
                        height: Math.max(name.height, what.height) + Theme.px(22)
                        Accessible.role: Accessible.StaticText
                        Accessible.name: label + ": " + text

                        Label {
                            id: name

                            width: parent.width * 0.36
                            text: line.label
                            dim: true
                            Accessible.ignored: true
                        }
                        Label {
                            id: what

                            x: parent.width * 0.4
                            width: parent.width * 0.6
                            text: line.text
                            Accessible.ignored: true
                        }
                        HairLine {
                            anchors.bottom: parent.bottom
                        }
                    }
                }
            }
        }
    }
}
