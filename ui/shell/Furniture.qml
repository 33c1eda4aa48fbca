import QtQuick
import ui.controls
import ui.shell

// What stands round every page: the foot, the easier panel, the countdown, the keyboard, the cleaning screen.
Item {
    id: furniture

    property real aboveReach: 0
    readonly property bool attract: Shell.pageName === "attract"
    // The space that is left to the page.
    readonly property real pageTop: Ease.reach && !attract ? aboveReach : 0
    readonly property real pageBottom: attract ? height : foot.y

    FootBar {
        id: foot

        width: parent.width
        visible: !furniture.attract
        y: parent.height - height
    }
}
