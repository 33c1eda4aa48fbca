pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import ui.controls
import ui.shell

// Days side by side. The one that is chosen stands in the middle, so that a tap on the last that is seen brings the next.
ListView {
    id: strip

    required property Rows days
    property int chosenIndex: 0
    signal chosen(string iso)

    implicitHeight: Theme.px(40) + (Theme.label + Theme.small * 2) * 1.5
    orientation: ListView.Horizontal
    model: days
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    spacing: 0
    currentIndex: chosenIndex
    highlightRangeMode: ListView.ApplyRange
    preferredHighlightBegin: width / 2 - Theme.px(90)
    preferredHighlightEnd: width / 2 + Theme.px(90)
    highlightMoveDuration: Theme.normal
    highlightFollowsCurrentItem: true
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

        width: Math.max(Theme.px(160), words.implicitWidth + Theme.px(36))
        height: strip.height
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.RadioButton
        Accessible.name: spoken
        Accessible.checkable: true
        Accessible.checked: chosen
        Accessible.onPressAction: day.click()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()
        onChosenChanged: if (chosen)
            strip.chosenIndex = index
        Component.onCompleted: if (chosen)
            strip.chosenIndex = index
        onClicked: strip.chosen(iso)
        onActiveFocusChanged: if (activeFocus)
            strip.positionViewAtIndex(index, ListView.Contain)

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

    HairLine {
        parent: strip
        anchors.bottom: parent.bottom
    }
}
