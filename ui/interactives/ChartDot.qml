import QtQuick
import ui.controls

// Where the machine stands now on its chart.
Rectangle {
    required property point at

    x: at.x - width / 2
    y: at.y - height / 2
    width: Theme.px(40)
    height: width
    radius: width / 2
    color: Qt.alpha(Theme.line, 0.18)

    Rectangle {
        anchors.centerIn: parent
        width: Theme.px(20)
        height: width
        radius: width / 2
        color: Theme.line
    }
}
