import QtQuick
import ui.controls

// How long the seats are still held: said in minutes and seconds, and drawn as a rail that runs out.
Item {
    id: clock

    required property string remaining
    required property real part
    property bool hurry: false

    implicitHeight: words.implicitHeight + Theme.px(30)
    Accessible.role: Accessible.StaticText
    Accessible.name: sentence.text + " " + remaining

    Row {
        id: words

        width: parent.width
        spacing: Theme.px(18)

        Label {
            id: sentence

            width: Math.min(implicitWidth, parent.width - time.width - parent.spacing)
            text: qsTr("We hold your places for")
            anchors.baseline: time.baseline
            Accessible.ignored: true
        }
        Label {
            id: time

            text: clock.remaining
            color: clock.hurry ? Theme.warning : Theme.second
            font.pixelSize: Theme.heading
            font.weight: 300
            font.features: ({
                    tnum: 1
                })
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.px(8)
        color: Theme.panel

        Rectangle {
            width: parent.width * clock.part
            height: parent.height
            color: clock.hurry ? Theme.warning : Theme.second
        }
    }
}
