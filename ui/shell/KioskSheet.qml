pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.shell

// What lies on the window, turned as the screen is: the page, the foot, and what lies over them. All but the page is
// loaded when the attract page has been seen.
Item {
    id: sheet

    property int turned: 0
    property bool furnished: false
    // px from the top of the sheet that are above what a seated visitor reaches
    property real aboveReach: 0
    readonly property bool upright: turned % 180 === 0

    anchors.centerIn: parent
    width: upright ? parent?.width ?? 0 : parent?.height ?? 0
    height: upright ? parent?.height ?? 0 : parent?.width ?? 0
    rotation: turned

    Binding {
        target: sheet.Window.window
        property: "color"
        value: Theme.ground
        when: sheet.Window.window !== null
    }
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
        active: sheet.furnished
        sourceComponent: Furniture {
            aboveReach: sheet.aboveReach
        }
    }
}
