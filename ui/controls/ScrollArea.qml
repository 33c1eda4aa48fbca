import QtQuick
import QtQuick.Templates as T

// What is longer than the page: dragged, or moved by two buttons in the right margin, which also show that there is more.
// It spans the page from edge to edge and keeps the page's margins itself; its children stand in a column (width: parent.width).
FocusScope {
    id: area

    default property alias content: column.data
    property alias spacing: column.spacing
    property alias contentY: flick.contentY
    property real leftMargin: Theme.margin
    // Room for the two buttons also where they are not needed: else they would make the text narrower, hence longer, hence
    // be needed.
    property real rightMargin: Math.max(Theme.margin, Theme.touch + Theme.px(4))
    property real topMargin: 0
    property real bottomMargin: Theme.rhythm * 2
    readonly property bool overflows: flick.contentHeight > flick.height + 1
    readonly property alias atEnd: flick.atYEnd
    readonly property alias contentHeight: flick.contentHeight

    clip: true

    function up(): void {
        glide(flick.contentY - flick.height * 0.8);
    }
    function down(): void {
        glide(flick.contentY + flick.height * 0.8);
    }
    function glide(to: real): void {
        motion.stop();
        motion.to = Math.max(0, Math.min(flick.contentHeight - flick.height, to));
        motion.start();
    }
    // Bring an item of the content into view, as when the keyboard comes up or the focus goes there by Tab.
    function reveal(item: Item): void {
        const top = item.mapToItem(flick.contentItem, 0, 0).y;
        const room = Theme.rhythm * 2;
        if (top - room < flick.contentY)
            glide(top - room);
        else if (top + item.height + room > flick.contentY + flick.height)
            glide(Math.min(top - room, top + item.height + room - flick.height));
    }
    function revealFocus(): void {
        const item = area.Window.activeFocusItem;
        // What a finger has pressed stays under it; only what keys have reached is brought into sight, and what is typed into.
        if (item === null || item === flick || (item as T.Control)?.visualFocus === false)
            return;
        for (let above = item.parent; above !== null; above = above.parent) {
            if (above === column) {
                reveal(item);
                return;
            }
        }
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown)
            down();
        else if (event.key === Qt.Key_PageUp)
            up();
        else
            return;
        event.accepted = true;
    }
    onHeightChanged: Qt.callLater(revealFocus)

    Connections {
        target: area.Window.window
        function onActiveFocusItemChanged(): void {
            area.revealFocus();
        }
    }

    Flickable {
        id: flick

        anchors.fill: parent
        contentWidth: width
        contentHeight: column.height + area.topMargin + area.bottomMargin
        flickableDirection: Flickable.VerticalFlick
        boundsBehavior: Flickable.DragOverBounds
        interactive: area.overflows

        Column {
            id: column

            x: area.leftMargin
            y: area.topMargin
            width: flick.width - area.leftMargin - area.rightMargin
            spacing: Theme.rhythm * 2
        }
    }
    NumberAnimation {
        id: motion

        target: flick
        property: "contentY"
        duration: Theme.normal
        easing.type: Easing.OutCubic
    }

    component ScrollKey: T.Button {
        id: key

        required property string sign

        width: Theme.touch
        height: Theme.touch * 1.2
        focusPolicy: Qt.NoFocus
        autoRepeat: true
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.onPressAction: key.click()

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: key.sign
                size: Theme.px(36)
                colour: Theme.accent
                opacity: key.enabled ? 1 : 0.3
            }
        }
        background: Rectangle {
            radius: Theme.corner
            color: key.down ? Theme.pressed : Theme.ground
        }
    }

    Column {
        id: keys

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(2)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(4)
        spacing: Theme.gap
        visible: area.overflows

        ScrollKey {
            text: qsTr("Scroll up")
            sign: "up"
            enabled: !flick.atYBeginning
            onClicked: area.up()
        }
        // Where in the whole this is.
        Item {
            width: Theme.touch
            height: Math.min(Theme.px(160), flick.height - Theme.touch * 3)
            visible: height > Theme.px(60)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.hair * 2
                height: parent.height
                color: Theme.hairColour
            }
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.px(6)
                height: Math.max(Theme.px(18), parent.height * flick.visibleArea.heightRatio)
                y: Math.max(0, Math.min(parent.height - height, parent.height * flick.visibleArea.yPosition))
                color: Theme.accent
            }
        }
        ScrollKey {
            text: qsTr("Scroll down")
            sign: "down"
            enabled: !flick.atYEnd
            onClicked: area.down()
        }
    }
    // The visible end: while more lies below, a hair line closes the page.
    HairLine {
        anchors.bottom: parent.bottom
        visible: area.overflows && !flick.atYEnd
    }
}
