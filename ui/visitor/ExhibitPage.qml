pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import ui.controls
import ui.visitor

// One exhibit. The picture stands above the story, or beside it where there is room; the neighbours are at the foot.
KioskPage {
    id: page

    required property ExhibitPageModel model
    // Side by side only where both sides have room for their words.
    readonly property bool beside: wide && width > Theme.px(1000) * Theme.textScale
    // How far a finger must have gone for a swipe to count.
    readonly property real swipe: Theme.mm(45)

    DragHandler {
        id: drag

        property real gone: 0

        target: null
        yAxis.enabled: false
        enabled: picture.zoom <= 1
        dragThreshold: Theme.mm(8)
        onActiveTranslationChanged: {
            if (active)
                gone = activeTranslation.x;
        }
        onActiveChanged: {
            if (active) {
                gone = 0;
                return;
            }
            const far = gone;
            gone = 0;
            if (far < -page.swipe)
                page.model.goAfter();
            else if (far > page.swipe)
                page.model.goBefore();
        }
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Right && page.model.afterName !== "")
            page.model.goAfter();
        else if (event.key === Qt.Key_Left && page.model.beforeName !== "")
            page.model.goBefore();
        else
            return;
        event.accepted = true;
    }

    ScrollArea {
        id: area

        anchors.fill: parent
        anchors.bottomMargin: foot.height
        topMargin: Theme.px(40)
        focus: true

        Item {
            id: sheet

            readonly property real gutter: Theme.margin
            readonly property real pictured: page.beside ? (width - gutter) * 0.56 : width

            width: parent.width
            height: Math.max(seen.height, told.y + told.height)

            Column {
                id: seen

                width: sheet.pictured
                spacing: Theme.px(18)

                PageHead {
                    id: head

                    width: parent.width
                    numeral: page.model.number
                    title: page.model.name
                    under: page.model.otherName
                    aside: brief ? page.model.where : ""
                    asideStrong: roomy ? page.model.placeLine : ""

                    readonly property bool roomy: width > Theme.px(800) * Theme.textScale
                    // A long line at the edge would leave the name no room: then it stands under the head.
                    readonly property bool brief: roomy && page.model.where.length <= 22
                }
                Label {
                    width: parent.width
                    visible: !head.brief
                    text: head.roomy ? page.model.where : page.model.where + " · " + page.model.placeLine
                    small: true
                    dim: true
                }
                Message {
                    width: parent.width
                    text: page.model.problem
                }
                Rectangle {
                    width: parent.width
                    height: Math.min(width / page.model.aspect, Math.max(Theme.px(420), page.height * (page.beside ? 0.5 : 0.46)))
                    color: Theme.deep

                    ZoomPicture {
                        id: picture

                        anchors.fill: parent
                        source: page.model.picture
                        alt: page.model.alt
                        hotspots: page.model.spots
                        currentHotspot: page.model.hotspot - 1
                        onHotspotTapped: index => page.model.choose(index + 1)
                    }
                }
                // The same numerals as words: what is hard to hit in the picture is easy to hit here.
                Flow {
                    width: parent.width
                    spacing: Theme.gap

                    Repeater {
                        model: page.model.hotspots

                        T.AbstractButton {
                            id: spot

                            required property int number
                            required property string title
                            readonly property bool chosen: number === page.model.hotspot

                            text: number + "  " + title
                            implicitWidth: word.implicitWidth + Theme.px(28)
                            implicitHeight: Math.max(Theme.touch, word.implicitHeight)
                            focusPolicy: Qt.StrongFocus
                            Accessible.role: Accessible.Button
                            Accessible.name: title
                            Accessible.onPressAction: spot.click()
                            Keys.onReturnPressed: click()
                            Keys.onEnterPressed: click()
                            onClicked: page.model.choose(number)

                            contentItem: Label {
                                id: word

                                text: spot.text
                                small: true
                                strong: spot.chosen
                                color: spot.chosen ? Theme.accent : Theme.dim
                                wrapMode: Text.NoWrap
                                verticalAlignment: Text.AlignVCenter
                                Accessible.ignored: true
                            }
                            background: Rectangle {
                                color: spot.down ? Theme.pressed : "transparent"

                                FocusRing {
                                    control: spot
                                }
                            }
                        }
                    }
                }
                Item {
                    width: parent.width
                    height: about.height + Theme.px(16)
                    visible: page.model.hotspot > 0

                    Rectangle {
                        width: Theme.px(4)
                        height: about.height
                        color: Theme.accent
                    }
                    Column {
                        id: about

                        x: Theme.px(24)
                        width: parent.width - x

                        Label {
                            width: parent.width
                            text: page.model.hotspotTitle
                            strong: true
                            color: Theme.accent
                        }
                        BodyText {
                            width: Math.min(parent.width, measure)
                            text: page.model.hotspotText
                        }
                    }
                }
            }

            Column {
                id: told

                x: page.beside ? sheet.width - width : 0
                y: page.beside ? Theme.px(12) : seen.height + Theme.px(28)
                width: page.beside ? sheet.width - sheet.pictured - sheet.gutter : sheet.width
                spacing: Theme.px(20)

                Label {
                    width: Math.min(parent.width, font.pixelSize * 28)
                    text: page.model.teaser
                    font.pixelSize: Math.round(Theme.label * 1.15)
                }
                Repeater {
                    model: page.model.story

                    BodyText {
                        required property string modelData

                        width: Math.min(told.width, measure)
                        text: modelData
                    }
                }
                Column {
                    width: parent.width
                    visible: page.model.facts.count > 0

                    Repeater {
                        model: page.model.facts

                        Item {
                            id: fact

                            required property string value
                            required property string unit
                            required property string label

                            width: parent?.width ?? 0
                            height: figure.height

                            Figure {
                                id: figure

                                width: parent.width
                                value: fact.value
                                unit: fact.unit
                                name: fact.label
                            }
                        }
                    }
                }
                Column {
                    width: parent.width
                    spacing: Theme.px(14)
                    visible: page.model.timeline.count > 0

                    Label {
                        text: qsTr("Through time")
                        strong: true
                        color: Theme.accent
                        Accessible.role: Accessible.Heading
                    }
                    Repeater {
                        model: page.model.timeline

                        Item {
                            id: moment

                            required property string when
                            required property string text

                            width: parent?.width ?? 0
                            height: Math.max(year.height, what.height) + Theme.px(10)
                            Accessible.role: Accessible.StaticText
                            Accessible.name: when + ": " + text

                            Rectangle {
                                x: Theme.px(6)
                                width: Theme.px(2)
                                height: parent.height + Theme.px(14)
                                color: Theme.hairColour
                            }
                            Rectangle {
                                y: Theme.label * 0.55
                                width: Theme.px(14)
                                height: width
                                radius: width / 2
                                color: Theme.accent
                            }
                            Label {
                                id: year

                                x: Theme.px(38)
                                width: Math.max(Theme.px(190), Theme.label * 5.4)
                                text: moment.when
                                strong: true
                                Accessible.ignored: true
                            }
                            BodyText {
                                id: what

                                anchors.left: year.right
                                anchors.leftMargin: Theme.px(16)
                                anchors.right: parent.right
                                text: moment.text
                                Accessible.ignored: true
                            }
                        }
                    }
                }
                QuietButton {
                    text: qsTr("Show on the map")
                    sign: "map"
                    onClicked: page.model.showOnMap()
                }
                Column {
                    width: parent.width
                    visible: page.model.related.count > 0

                    Label {
                        text: qsTr("See also")
                        strong: true
                        color: Theme.accent
                        Accessible.role: Accessible.Heading
                    }
                    Repeater {
                        model: page.model.related

                        ExhibitTile {
                            required property string slug

                            width: parent?.width ?? 0
                            onClicked: page.model.open(slug)
                        }
                    }
                }
                Label {
                    width: Math.min(parent.width, font.pixelSize * 40)
                    text: page.model.sources
                    small: true
                    dim: true
                    font.weight: 400
                }
            }
        }
    }

    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? Math.max(before.implicitHeight, after.implicitHeight, play.visible ? play.implicitHeight : 0) + Theme.px(28) : 0
        visible: page.model.known

        HairLine {}
        QuietButton {
            id: before

            x: Theme.margin
            width: Math.min(implicitWidth, foot.side)
            anchors.verticalCenter: parent.verticalCenter
            visible: page.model.beforeName !== ""
            sign: "left"
            plain: true
            text: page.model.beforeName
            Accessible.name: qsTr("Before: %1").arg(page.model.beforeName)
            onClicked: page.model.goBefore()
        }
        PrimaryButton {
            id: play

            anchors.centerIn: parent
            visible: page.model.canPlay
            text: qsTr("Play")
            onClicked: page.model.play()
        }
        QuietButton {
            id: after

            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            width: Math.min(implicitWidth, foot.side)
            anchors.verticalCenter: parent.verticalCenter
            visible: page.model.afterName !== ""
            sign: "right"
            plain: true
            text: page.model.afterName
            Accessible.name: qsTr("Next: %1").arg(page.model.afterName)
            onClicked: page.model.goAfter()
        }

        readonly property real side: (width - 2 * Theme.margin - (play.visible ? play.width + Theme.rhythm * 2 : Theme.rhythm)) / 2
    }
}
