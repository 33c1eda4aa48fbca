pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import ui.controls
import ui.shell

// Days side by side, as many as fit whole. The one that is chosen stands in the middle; a sign in the page's margin at either
// end brings the next ones.
Item {
    id: strip

    required property Rows days
    // The room that a day's words need, and what each day gets so that none is cut.
    property real widest: 0
    readonly property real dayWidth: Math.floor(width / Math.max(1, Math.floor(width / Math.max(Theme.px(150), widest))))
    signal chosen(string iso)

    implicitHeight: Theme.px(40) + (Theme.label + Theme.small * 2) * 1.5

    function glideTo(first: real): void {
        glide.stop();
        glide.to = list.originX + Math.max(0, Math.min(list.count * dayWidth - list.width, first * dayWidth));
        glide.start();
    }
    function turn(by: int): void {
        const seen = Math.floor(width / dayWidth);
        glideTo(Math.round((list.contentX - list.originX) / dayWidth) + by * Math.max(1, seen - 1));
    }
    function showChosen(): void {
        glideTo(list.chosenIndex - Math.floor((width / dayWidth - 1) / 2));
    }

    Connections {
        target: Theme
        function onLangChanged(): void {
            strip.widest = 0;
        }
        function onTextScaleChanged(): void {
            strip.widest = 0;
        }
    }
    NumberAnimation {
        id: glide

        target: list
        property: "contentX"
        duration: Theme.normal
        easing.type: Easing.OutCubic
    }
    ListView {
        id: list

        property int chosenIndex: 0

        anchors.fill: parent
        orientation: ListView.Horizontal
        model: strip.days
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        snapMode: ListView.SnapToItem
        spacing: 0
        currentIndex: -1
        highlightFollowsCurrentItem: false
        onChosenIndexChanged: strip.showChosen()
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Days")

        delegate: T.AbstractButton {
            id: day

            required property int index
            required property string iso
            required property string head
            required property string date
            required property string free
            required property bool open
            required property bool chosen
            required property string spoken
            readonly property real needs: words.implicitWidth + Theme.px(30)

            width: strip.dayWidth
            height: list.height
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.RadioButton
            Accessible.name: spoken
            Accessible.checkable: true
            Accessible.checked: chosen
            Accessible.onPressAction: day.click()
            Keys.onReturnPressed: click()
            Keys.onEnterPressed: click()
            onNeedsChanged: strip.widest = Math.max(strip.widest, needs)
            onChosenChanged: if (chosen)
                list.chosenIndex = index
            Component.onCompleted: {
                strip.widest = Math.max(strip.widest, needs);
                if (chosen)
                    list.chosenIndex = index;
            }
            onClicked: strip.chosen(iso)
            // By keys alone: what a finger is on stays under it.
            onVisualFocusChanged: if (visualFocus)
                list.positionViewAtIndex(index, ListView.Contain)

            contentItem: Item {
                Column {
                    id: words

                    anchors.horizontalCenter: parent.horizontalCenter
                    y: Theme.px(10)

                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: day.head
                        strong: day.chosen
                        color: day.chosen ? Theme.accent : day.open ? Theme.line : Theme.dim
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: day.date
                        small: true
                        color: day.open ? Theme.line : Theme.dim
                        font.weight: 400
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: day.free
                        small: true
                        dim: true
                        font.weight: 400
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
            background: Rectangle {
                color: day.down ? Theme.pressed : "transparent"

                HairLine {
                    vertical: true
                    visible: day.index > 0
                }
                // Not by colour alone: what is chosen carries a bar.
                Rectangle {
                    visible: day.chosen
                    width: parent.width
                    height: Theme.px(6)
                    anchors.bottom: parent.bottom
                    color: Theme.accent
                }
                FocusRing {
                    control: day
                    anchors.margins: Theme.px(4)
                }
            }
        }
    }
    HairLine {
        anchors.bottom: parent.bottom
    }

    component Turn: T.Button {
        id: turn

        required property string sign

        width: Theme.touch
        height: strip.height
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.onPressAction: turn.click()

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: turn.sign
                size: Theme.px(36)
                colour: Theme.accent
            }
        }
        background: Rectangle {
            radius: Theme.corner
            color: turn.down ? Theme.pressed : "transparent"
        }
    }

    Turn {
        anchors.right: list.left
        visible: !list.atXBeginning
        text: qsTr("Earlier days")
        sign: "left"
        onClicked: strip.turn(-1)
    }
    Turn {
        anchors.left: list.right
        visible: !list.atXEnd
        text: qsTr("Later days")
        sign: "right"
        onClicked: strip.turn(1)
    }
}
