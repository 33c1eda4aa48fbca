pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import QtQuick.Templates as T
import ui.controls
import ui.visitor

// The plan with its zones, where the visitor stands, and the way to the zone that is chosen; the list says the same.
KioskPage {
    id: page

    required property MapPageModel model
    // Side by side only where both sides have room: a page brought down to a seated height is wide and yet narrow.
    readonly property bool beside: wide && width > Theme.px(1300)

    ScrollArea {
        anchors.fill: parent
        topMargin: Theme.px(48)

        Item {
            id: sheet

            readonly property real gutter: Theme.margin

            width: parent.width
            height: page.beside ? Math.max(drawn.height, listed.height) : listed.y + listed.height

            Column {
                id: drawn

                width: page.beside ? (sheet.width - sheet.gutter) * 0.6 : sheet.width
                spacing: Theme.px(20)

                PageHead {
                    width: parent.width
                    title: page.model.title
                    under: page.model.hereLine
                }
                Message {
                    width: parent.width
                    text: page.model.problem
                }
                Item {
                    id: plan

                    width: Math.min(parent.width, Math.max(Theme.px(360), page.height * 0.74) * page.model.aspect)
                    height: width / page.model.aspect
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: page.model.known
                    Accessible.role: Accessible.Graphic
                    Accessible.name: page.model.readAloud

                    Image {
                        anchors.fill: parent
                        source: page.model.plan
                        sourceSize: Qt.size(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
                        asynchronous: true
                        Accessible.ignored: true
                    }
                    Repeater {
                        model: page.model.zones

                        T.AbstractButton {
                            id: zone

                            required property string slug
                            required property string name
                            required property bool chosen
                            required property bool here
                            required property string spoken
                            required property rect place

                            x: place.x * plan.width - (width - place.width * plan.width) / 2
                            y: place.y * plan.height - (height - place.height * plan.height) / 2
                            width: Math.max(Theme.touch, place.width * plan.width)
                            height: Math.max(Theme.touch, place.height * plan.height)
                            visible: place.width > 0
                            focusPolicy: Qt.StrongFocus
                            Accessible.role: Accessible.Button
                            Accessible.name: spoken
                            Accessible.onPressAction: zone.click()
                            Keys.onReturnPressed: click()
                            Keys.onEnterPressed: click()
                            onClicked: page.model.choose(slug)

                            background: Rectangle {
                                color: zone.down ? Theme.pressed : zone.chosen ? Qt.alpha(Theme.accent, 0.2) : "transparent"
                                border.width: zone.chosen ? Theme.px(4) : 0
                                border.color: Theme.accent

                                FocusRing {
                                    control: zone
                                }
                            }
                            // The plan itself holds no words: they are in the visitor's language, on a ground of their own, at the
                            // foot of the place, so that they hide none of its landmark.
                            contentItem: Item {
                                Rectangle {
                                    anchors.centerIn: words
                                    width: words.width + Theme.px(16)
                                    height: words.height + Theme.px(8)
                                    color: zone.chosen ? Theme.accent : Theme.ground
                                }
                                TextMetrics {
                                    id: longest

                                    text: zone.name
                                    font.family: Theme.sans
                                    font.pixelSize: Math.min(Theme.small, Theme.px(30))
                                    font.weight: 600
                                }
                                Text {
                                    id: words

                                    anchors.bottom: parent.bottom
                                    anchors.bottomMargin: Theme.px(8)
                                    anchors.horizontalCenter: parent.horizontalCenter
                                    width: Math.min(implicitWidth, zone.width - Theme.px(8))
                                    text: zone.name
                                    color: zone.chosen ? Theme.accentInk : Theme.line
                                    font.family: Theme.sans
                                    // A long name is set smaller before it takes a second line.
                                    font.pixelSize: Math.max(Theme.px(22), Math.floor(longest.font.pixelSize * Math.min(1, (zone.width - Theme.px(12)) / longest.advanceWidth)))
                                    font.weight: 600
                                    horizontalAlignment: Text.AlignHCenter
                                    wrapMode: Text.Wrap
                                    Accessible.ignored: true
                                }
                            }
                        }
                    }
                    Shape {
                        id: way

                        property real run: 0

                        anchors.fill: parent
                        visible: page.model.way.length > 1

                        ShapePath {
                            strokeColor: Theme.ground
                            strokeWidth: Theme.px(14)
                            fillColor: "transparent"
                            capStyle: ShapePath.RoundCap
                            joinStyle: ShapePath.RoundJoin

                            PathPolyline { path: plan.line }
                        }
                        ShapePath {
                            strokeColor: Theme.accent
                            strokeWidth: Theme.px(7)
                            fillColor: "transparent"
                            capStyle: ShapePath.FlatCap
                            joinStyle: ShapePath.RoundJoin
                            strokeStyle: ShapePath.DashLine
                            dashPattern: [3, 1.6]
                            dashOffset: -way.run

                            PathPolyline { path: plan.line }
                        }
                        Timer {
                            interval: 60
                            repeat: true
                            running: way.visible && page.shown && page.visible && !Theme.lessMotion
                            onTriggered: way.run = (way.run + 0.23) % 4.6
                        }
                    }
                    // You are here.
                    Item {
                        x: page.model.here.x * plan.width
                        y: page.model.here.y * plan.height
                        visible: page.model.hasHere

                        Rectangle {
                            id: ring

                            property real wave: 0.4

                            anchors.centerIn: parent
                            width: Theme.px(30 + 54 * wave)
                            height: width
                            radius: width / 2
                            color: Qt.alpha(Theme.accent, 0.22 * (1 - wave))
                            border.width: Theme.px(3)
                            border.color: Qt.alpha(Theme.accent, 1 - wave)

                            Timer {
                                interval: 50
                                repeat: true
                                running: page.shown && page.visible && page.model.hasHere && !Theme.lessMotion
                                onTriggered: ring.wave = (ring.wave + 0.025) % 1
                            }
                        }
                        Rectangle {
                            anchors.centerIn: parent
                            width: Theme.px(30)
                            height: width
                            radius: width / 2
                            color: Theme.accent
                            border.width: Theme.px(4)
                            border.color: Theme.line
                        }
                    }

                    readonly property list<point> line: page.model.way.map(stop => Qt.point(stop.x * width, stop.y * height))
                }
            }

            Column {
                id: listed

                x: page.beside ? sheet.width - width : 0
                y: page.beside ? 0 : drawn.height + Theme.px(28)
                width: page.beside ? sheet.width - drawn.width - sheet.gutter : sheet.width

                // What is known of the chosen zone, and how to get there.
                Column {
                    width: parent.width
                    spacing: Theme.px(10)
                    bottomPadding: Theme.px(24)
                    visible: page.model.chosen !== ""

                    Heading {
                        width: parent.width
                        text: page.model.chosenName
                    }
                    Label {
                        width: parent.width
                        text: page.model.chosenOtherName
                        visible: text !== ""
                        small: true
                        dim: true
                    }
                    BodyText {
                        width: parent.width
                        text: page.model.chosenFacts
                    }
                    BodyText {
                        width: parent.width
                        text: page.model.wayLine
                        visible: text !== ""
                        color: Theme.accent
                    }
                    PrimaryButton {
                        visible: page.model.hasExhibits
                        text: qsTr("See its exhibits")
                        onClicked: page.model.showExhibits()
                    }
                }
                HairLine {
                    visible: page.model.chosen !== ""
                }
                Repeater {
                    model: page.model.zones

                    ListRow {
                        required property string slug
                        required property string name
                        required property string facts
                        required property bool here

                        width: listed.width
                        text: name
                        line: facts
                        value: here ? qsTr("You are here") : ""
                        chosen: slug === page.model.chosen
                        onClicked: page.model.choose(slug)
                    }
                }
            }
        }
    }
}
