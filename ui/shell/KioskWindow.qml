pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.shell

// The one window: the sheet (turned as the screen is), the page, the foot, and what lies over them. All but the page is
// loaded after the first frame.
Window {
    id: window

    property int turned: 0
    property bool framed: false
    property bool furnished: false
    readonly property alias host: host
    readonly property alias sheet: sheet
    // px from the top of the sheet that are above what a seated visitor reaches
    property real aboveReach: 0

    flags: framed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    color: Theme.ground
    title: "Gongfang"

    Item {
        id: sheet

        readonly property bool upright: window.turned % 180 === 0

        anchors.centerIn: parent
        width: upright ? window.width : window.height
        height: upright ? window.height : window.width
        rotation: window.turned

        PageHost {
            id: host

            objectName: "pageHost"

            y: (furniture.item as Furniture)?.pageTop ?? 0
            width: parent.width
            height: ((furniture.item as Furniture)?.pageBottom ?? parent.height) - y
        }
        Loader {
            id: furniture

            anchors.fill: parent
            active: window.furnished
            sourceComponent: Furniture {
                aboveReach: window.aboveReach
            }
        }
    }
}
