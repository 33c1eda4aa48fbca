import QtQuick
import ui.controls

// The end of a page of the booking: what it comes to, perhaps a quiet way aside, and the one filled button. It stands still
// while the page above it scrolls; with large text its parts stand one above the other.
Item {
    id: bar

    required property string action
    property bool ready: true
    property bool busy: false
    // A sum, large and light, and what it is for.
    property string figure: ""
    property string line: ""
    // A second, quiet button; may be left out.
    property string aside: ""
    readonly property bool narrow: Math.max(figure.implicitWidth, Math.min(line.implicitWidth, Theme.px(380) * Theme.textScale)) + buttons.implicitWidth + Theme.rhythm * 3 > width - Theme.margin * 2
    signal acted
    signal turnedAside

    implicitHeight: (narrow ? words.height + Theme.rhythm + buttons.height : Math.max(words.height, buttons.height)) + Theme.px(narrow ? 44 : 30)

    HairLine {}
    Column {
        id: words

        x: Theme.margin
        y: bar.narrow ? Theme.px(16) : (bar.height - height) / 2
        width: bar.width - Theme.margin * 2 - (bar.narrow ? 0 : buttons.width + Theme.rhythm * 3)
        visible: bar.figure !== "" || bar.line !== ""
        height: visible ? implicitHeight : 0

        Label {
            id: figure

            width: parent.width
            text: bar.figure
            visible: text !== ""
            font.pixelSize: Theme.figure
            font.weight: 300
            font.features: ({
                    tnum: 1
                })
        }
        Label {
            id: line

            width: parent.width
            text: bar.line
            visible: text !== ""
            small: true
            dim: true
            font.weight: 400
        }
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: bar.narrow ? bar.height - height - Theme.px(22) : (bar.height - height) / 2
        spacing: Theme.rhythm * 2

        QuietButton {
            id: aside

            text: bar.aside
            visible: text !== ""
            anchors.verticalCenter: parent.verticalCenter
            onClicked: bar.turnedAside()
        }
        PrimaryButton {
            text: bar.action
            // A whole pixel more than its words, or the last of them would wrap; with large text they may.
            width: Math.min(Math.max(Math.ceil(implicitWidth) + 1, Theme.px(320)), bar.width - Theme.margin * 2 - (aside.visible ? aside.width + buttons.spacing : 0))
            enabled: bar.ready && !busy
            busy: bar.busy
            onClicked: bar.acted()
        }
    }
}
