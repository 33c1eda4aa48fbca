pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ui.controls
import ui.shell

// The foot of every page, the same words in the same places: back, home, easier, read aloud, help, the other language.
Rectangle {
    id: foot

    signal easierWanted
    property bool easierOpen: false

    // All words in one size: the one at which they have room side by side.
    readonly property real wordSize: Theme.px(32) * (1 + (Theme.textScale - 1) * 0.5)
    readonly property real pad: Theme.px(width > Theme.px(900) ? 28 : 14)
    readonly property real fit: Math.min(1, (words.width - 6 * (words.spacing + pad)) / (back.natural + home.natural + easier.natural + aloud.natural + help.natural + other.natural))

    implicitHeight: Theme.foot
    height: implicitHeight
    color: Theme.deep
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Foot of the page")

    component Word: T.Button {
        id: word

        property color colour: Theme.deepInk
        property bool on: false

        Layout.fillHeight: true
        Layout.minimumWidth: Theme.touch
        Layout.maximumWidth: implicitWidth
        Layout.fillWidth: true
        // px of its text at the size that is wished for
        readonly property real natural: metrics.advanceWidth
        implicitWidth: Math.ceil(natural * foot.fit) + foot.pad
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.onPressAction: word.click()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        TextMetrics {
            id: metrics

            text: word.text
            font.family: Theme.sans
            font.weight: 600
            font.pixelSize: Math.round(foot.wordSize)
        }

        contentItem: Text {
            text: word.text
            color: word.colour
            opacity: word.enabled ? 1 : 0.4
            font.family: Theme.sans
            font.pixelSize: Math.max(Math.floor(foot.wordSize * foot.fit), Math.round(Theme.px(20)))
            font.weight: 600
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        background: Rectangle {
            color: word.down ? Theme.pressed : "transparent"

            Rectangle {
                visible: word.on
                anchors.top: parent.top
                width: parent.width
                height: Theme.px(5)
                color: Theme.accent
            }
            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.px(5)
                visible: word.visualFocus
                color: "transparent"
                border.width: Math.max(3, Theme.px(3))
                border.color: Theme.deepInk
                radius: Theme.corner
            }
        }
    }

    RowLayout {
        id: words

        anchors.fill: parent
        anchors.leftMargin: Theme.margin - Theme.px(14)
        anchors.rightMargin: Theme.margin - Theme.px(14)
        spacing: Math.max(Theme.gap, (foot.width - Theme.px(900)) / 12)

        Word {
            id: back

            text: "‹ " + qsTr("Back")
            Accessible.name: qsTr("Back")
            enabled: Shell.canGoBack
            onClicked: Shell.back()
        }
        Word {
            id: home

            text: qsTr("Home")
            enabled: Shell.pageName !== "home"
            onClicked: Shell.home()
        }
        Word {
            id: easier

            text: qsTr("Easier")
            on: foot.easierOpen
            onClicked: foot.easierWanted()
        }
        Word {
            id: aloud

            text: Voice.reading ? qsTr("Stop reading") : qsTr("Read aloud")
            enabled: Shell.readAloud !== ""
            on: Voice.reading
            onClicked: Voice.reading ? Voice.stop() : Voice.read(Shell.readAloud, Shell.lang)
        }
        Word {
            id: help

            text: qsTr("Help")
            enabled: Shell.pageName !== "help"
            onClicked: Shell.go("help")
        }
        Item {
            Layout.fillWidth: true
        }
        Word {
            id: other

            text: Shell.otherLanguage
            colour: Theme.accent
            onClicked: Shell.switchLanguage()
        }
    }
}
