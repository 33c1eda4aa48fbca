pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.interactives
import ui.shell
import ui.visitor

// What is seen from across the hall: the park's name, its machine with one handle, what is on next, and where to touch.
// A touch anywhere opens the kiosk and presses nothing that lies below; a hand on the handle may play first.
KioskPage {
    id: page

    required property AttractPageModel model
    readonly property real rest: page.wide ? (width - Theme.margin * 3) / 2 : width - Theme.margin * 2
    // Its words are in the language of the moment, which isn't the theme's.
    readonly property real spacing: page.model.shownLang === "zh" ? 0.06 : 0
    readonly property int nameSize: Math.round(Math.max(Theme.heading, Math.min(Theme.display * (page.wide ? 1.5 : 1.25), 100 * rest / measure.advanceWidth * 0.98)))
    readonly property bool moves: page.shown && page.visible && !Theme.lessMotion

    onMovesChanged: page.model?.move(moves)
    focus: true
    whole: machine.status === Loader.Ready
    Accessible.role: Accessible.Pane
    Keys.onPressed: event => {
        event.accepted = true;
        Shell.home();
    }

    MouseArea {
        id: glass

        anchors.fill: parent
        Accessible.role: Accessible.Button
        Accessible.name: page.model.hint
        Accessible.onPressAction: Shell.home()
        onClicked: Shell.home()
    }

    TextMetrics {
        id: measure

        text: page.model.siteName
        font.family: Theme.serif
        font.weight: 700
        font.pixelSize: 100
        font.letterSpacing: 100 * page.spacing
    }

    Column {
        id: names

        x: Theme.margin
        y: Theme.px(page.wide ? 84 : 96)
        width: page.rest
        spacing: Theme.px(10)

        Heading {
            width: parent.width
            display: true
            text: page.model.siteName
            // As large as one line allows, for it is read from afar.
            font.pixelSize: page.nameSize
            font.letterSpacing: page.nameSize * page.spacing
        }
        Label {
            width: parent.width
            text: page.model.tagline
            color: Theme.accent
        }
    }

    MachinePart {
        id: machine

        x: page.wide ? page.width - width - Theme.margin : Theme.margin
        // Where the names end in any language: what moves must not jump when the words change.
        y: page.wide ? Theme.px(70) : names.y + Math.max(names.height, Theme.display * 1.9 + Theme.label * 1.5) + Theme.px(30)
        width: page.rest
        height: handle.y - y - Theme.px(30)
        part: page.model.face
        runner: page.model.runner
    }

    PlateWall {
        anchors.fill: machine
        wall: page.model.wall
        caption: page.model.platesCaption
    }

    Item {
        id: handle

        x: machine.x
        y: page.wide ? page.height - height - Theme.px(60) : next.y - height - Theme.px(56)
        width: page.rest
        height: slider.height
        opacity: page.model.invitation === "" ? 0 : 1

        Behavior on opacity {
            enabled: page.whole

            NumberAnimation {
                duration: Theme.slow
            }
        }
        KioskSlider {
            id: slider

            width: parent.width
            name: page.model.invitation
            shown: page.model.reading
            from: page.model.low
            to: page.model.high
            onMoved: page.model.turn(value)
            onPressedChanged: page.model.grip(pressed)

            Binding on value {
                value: page.model.handle
                when: !slider.pressed
                restoreMode: Binding.RestoreNone
            }
        }
        // It glows: this is what may be pulled.
        Rectangle {
            x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - Theme.px(76)) + Theme.px(38) - width / 2
            y: slider.topPadding + (slider.availableHeight - height) / 2
            z: -1
            width: Theme.px(128)
            height: width
            radius: width / 2
            color: Qt.alpha(Theme.accent, 0.16)
        }
    }

    Item {
        id: next

        x: Theme.margin
        y: hint.y - height - Theme.px(48)
        width: page.rest
        // Room for a name of two lines, also while it has one.
        height: Math.max(words.height, when.height, Theme.heading * 3 + Theme.label * 1.6)

        HairLine {
            y: -Theme.px(24)
        }
        Column {
            id: words

            anchors.bottom: parent.bottom
            width: parent.width - when.width - Theme.rhythm * 2
            spacing: Theme.px(6)

            Label {
                text: page.model.nextLabel
                visible: text !== ""
                strong: true
                color: Theme.accent
            }
            Heading {
                width: parent.width
                text: page.model.nextName
                font.letterSpacing: Theme.heading * page.spacing
            }
        }
        Column {
            id: when

            anchors.right: parent.right
            anchors.bottom: words.bottom

            Label {
                anchors.right: parent.right
                text: page.model.nextWhen
                font.pixelSize: Theme.figure
                font.weight: 300
                wrapMode: Text.NoWrap
            }
            Label {
                anchors.right: parent.right
                text: page.model.nextFree
                color: Theme.accent
                strong: true
                wrapMode: Text.NoWrap
            }
        }
        HairLine {
            y: parent.height + Theme.px(20)
        }
    }

    Row {
        id: hint

        x: page.wide ? Theme.margin : (page.width - width) / 2
        y: page.height - height - Theme.px(page.wide ? 70 : 84)
        spacing: Theme.px(24)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "hand"
            size: Theme.px(64)
            colour: Theme.accent
        }
        Heading {
            anchors.verticalCenter: parent.verticalCenter
            text: page.model.hint
            font.letterSpacing: Theme.heading * page.spacing
            color: Theme.accent
            wrapMode: Text.NoWrap
        }
    }

    // The glass answers where it is touched, before the home page stands.
    Rectangle {
        x: glass.mouseX - width / 2
        y: glass.mouseY - height / 2
        width: Theme.px(170)
        height: width
        radius: width / 2
        visible: glass.pressed
        color: Qt.alpha(Theme.accent, 0.3)
        border.width: Theme.px(3)
        border.color: Theme.accent
    }
}
