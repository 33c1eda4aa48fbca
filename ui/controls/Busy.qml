pragma ComponentBehavior: Bound
import QtQuick

// Something is under way: three points that go round calmly. It is still with less motion, and stops when unseen.
Row {
    id: busy

    property bool running: true
    property color colour: Theme.accent
    property int step: 0

    visible: running
    spacing: Theme.px(12)
    Accessible.role: Accessible.Animation
    Accessible.name: qsTr("Working")
    Accessible.ignored: !running

    Repeater {
        model: 3

        Rectangle {
            required property int index

            width: Theme.px(14)
            height: width
            radius: width / 2
            color: busy.colour
            opacity: Theme.lessMotion || busy.step === index ? 1 : 0.35
        }
    }
    Timer {
        interval: 400
        repeat: true
        running: busy.running && busy.visible && !Theme.lessMotion
        onTriggered: busy.step = (busy.step + 1) % 3
    }
}
