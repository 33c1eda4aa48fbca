pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// What visitors have made, in the place of the machine while that rests: one to four plates, each with its code.
Item {
    id: hall

    required property PlateWallModel wall
    required property string caption

    readonly property int count: wall?.plates.count ?? 0
    readonly property int across: count > 1 ? 2 : 1
    readonly property int down: Math.ceil(count / 2)
    readonly property real gap: Theme.px(36)
    readonly property real under: Theme.label * 1.7
    readonly property real side: Math.floor(Math.max(1, Math.min((width - (across - 1) * gap) / across, (height - heading.height - gap - down * (gap + under)) / Math.max(1, down))))
    readonly property real firstY: heading.height + gap + (height - heading.height - gap - down * (side + under) - (down - 1) * gap) / 2

    opacity: wall?.hung ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.normal
        }
    }

    // The machine stands behind it.
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.px(12)
        color: Theme.ground
    }
    Label {
        id: heading

        width: parent.width
        text: hall.caption
        strong: true
        horizontalAlignment: Text.AlignHCenter
    }
    Repeater {
        model: hall.wall?.plates

        Item {
            id: plate

            required property string code
            required property url picture
            required property int index
            readonly property int row: Math.floor(index / 2)
            readonly property int inRow: row === hall.down - 1 ? hall.count - 2 * row : 2

            x: Math.round((hall.width - inRow * width - (inRow - 1) * hall.gap) / 2 + (index % 2) * (width + hall.gap))
            y: Math.round(hall.firstY + row * (height + hall.gap))
            width: hall.side
            height: hall.side + hall.under

            Image {
                width: hall.side
                height: hall.side
                source: plate.picture
                sourceSize: Qt.size(hall.side, hall.side)
                asynchronous: true
                Accessible.ignored: true
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                text: plate.code
                dim: true
                font.pixelSize: Math.min(Theme.label, hall.side * 0.22)
                font.letterSpacing: hall.side * 0.01
            }
        }
    }
}
