pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.shell

// What stands round every page: the foot, the easier panel, the countdown, the keyboard, the cleaning screen.
Item {
    id: furniture

    property real aboveReach: 0
    readonly property bool attract: Shell.pageName === "attract"
    readonly property bool typing: keyboard.status === Loader.Ready && InputMethod.visible
    // The space that is left to the page.
    // Under a high page top and above the keyboard the field must still be seen: the page then keeps 45 % of the screen.
    readonly property real pageTop: !Ease.reach || attract ? 0 : typing ? Math.max(0, Math.min(aboveReach, keyboard.y - height * 0.45)) : aboveReach
    readonly property real pageBottom: attract ? height : typing ? keyboard.y : foot.y
    readonly property real keyboardHeight: typing ? height - keyboard.y : 0
    property bool easier: false

    objectName: "furniture"

    function closeAll(): void {
        easier = false;
        InputMethod.reset();
        InputMethod.hide();
        // Made anew for the next visitor: the language that was chosen on it goes too.
        if (attract)
            keyboard.wanted = false;
    }
    function followFocus(): void {
        if (!(Window.window.activeFocusItem instanceof TextInput))
            return;
        keyboard.wanted = true;
        if (keyboard.status === Loader.Ready)
            InputMethod.show();
    }

    FootBar {
        id: foot

        width: parent.width
        visible: !furniture.attract
        y: parent.height - height
        easierOpen: furniture.easier
        onEasierWanted: furniture.easier = !furniture.easier
    }
    // A tap beside the panel closes it, and does nothing else.
    MouseArea {
        anchors.fill: parent
        anchors.bottomMargin: foot.height
        visible: furniture.easier
        onClicked: furniture.easier = false
    }
    Loader {
        id: easierPanel

        width: parent.width
        active: furniture.easier
        y: foot.y - height

        sourceComponent: EasierPanel {
            room: foot.y
            focus: true
            onClosed: furniture.easier = false
            Component.onCompleted: forceActiveFocus(Qt.OtherFocusReason)
        }
    }
    // A kiosk without a voice shows what it would say.
    Loader {
        id: spoken

        width: parent.width
        active: Voice.shown !== ""
        y: foot.y - height

        sourceComponent: SpokenWords {
            room: (foot.y - furniture.pageTop) * 0.6
            focus: true
            Component.onCompleted: forceActiveFocus(Qt.OtherFocusReason)
        }
    }
    Loader {
        id: keyboard

        // Once a field has asked for it, it stays until the visitor has gone. By its file: to know its type would load Qt's keyboard.
        property bool wanted: false

        width: parent.width
        visible: furniture.typing
        y: furniture.height - height
        asynchronous: true
        source: wanted ? "TouchKeyboard.qml" : ""
        onLoaded: furniture.followFocus()
    }
    Connections {
        target: furniture.Window.window
        function onActiveFocusItemChanged(): void {
            furniture.followFocus();
        }
    }
    Connections {
        target: Shell
        function onPageChanged(): void {
            furniture.closeAll();
        }
    }
    Loader {
        anchors.fill: parent
        active: Idle.asking

        sourceComponent: Countdown {
            pageTop: furniture.pageTop
            focus: true
        }
    }
    // The corner that staff know: five taps within three seconds. Nothing is shown, and it only asks who is there.
    MouseArea {
        property int taps: 0

        width: Theme.touch
        height: Theme.touch
        propagateComposedEvents: true
        onPressed: mouse => {
            taps += 1;
            counting.restart();
            if (taps >= 5) {
                taps = 0;
                Shell.askForStaff();
            }
            mouse.accepted = false;
        }

        Timer {
            id: counting

            interval: 3000
            onTriggered: parent.taps = 0
        }
    }
    Loader {
        anchors.fill: parent
        active: Shell.cleaning
        source: active ? "CleaningScreen.qml" : ""
    }
}
