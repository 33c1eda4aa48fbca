import QtQuick
import QtQuick.Templates as T

// A rail of 10 px and a knob of 76 that glows when held. A tap anywhere on the rail takes the knob there; arrow keys step it.
T.Slider {
    id: slider

    required property string name
    // The value as it is read: "1450 r/min".
    property string shown: ""

    implicitWidth: Theme.px(900)
    implicitHeight: words.height + Theme.px(100)
    topPadding: words.height
    focusPolicy: Qt.StrongFocus
    snapMode: stepSize > 0 ? T.Slider.SnapAlways : T.Slider.NoSnap
    touchDragThreshold: 0
    Accessible.role: Accessible.Slider
    Accessible.name: slider.name
    Accessible.description: slider.shown
    Accessible.onIncreaseAction: slider.nudge(1)
    Accessible.onDecreaseAction: slider.nudge(-1)
    Keys.onUpPressed: nudge(1)
    Keys.onRightPressed: nudge(1)
    Keys.onDownPressed: nudge(-1)
    Keys.onLeftPressed: nudge(-1)

    function nudge(steps: int): void {
        const by = stepSize > 0 ? stepSize : (to - from) / 20;
        const wanted = Math.max(Math.min(from, to), Math.min(Math.max(from, to), value + steps * by));
        if (wanted !== value) {
            value = wanted;
            moved();
        }
    }

    Item {
        id: words

        width: slider.width
        height: Math.max(nameLabel.implicitHeight, shownLabel.implicitHeight)

        Label {
            id: nameLabel

            text: slider.name
            strong: true
            Accessible.ignored: true
        }
        Label {
            id: shownLabel

            anchors.right: parent.right
            text: slider.shown
            strong: true
            font.features: ({
                    tnum: 1
                })
            Accessible.ignored: true
        }
    }

    handle: Item {
        x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
        y: slider.topPadding + (slider.availableHeight - height) / 2
        implicitWidth: Theme.px(76)
        implicitHeight: Theme.px(76)

        Rectangle {
            anchors.centerIn: parent
            width: Theme.px(112)
            height: width
            radius: width / 2
            color: Theme.accent
            opacity: 0.1
            visible: slider.pressed
        }
        Rectangle {
            anchors.centerIn: parent
            width: Theme.px(94)
            height: width
            radius: width / 2
            color: Theme.accent
            opacity: 0.2
            visible: slider.pressed
        }
        Rectangle {
            anchors.fill: parent
            radius: width / 2
            color: Theme.ground
            border.width: Theme.px(5)
            border.color: Theme.accent
        }
        Rectangle {
            anchors.centerIn: parent
            width: Theme.px(26)
            height: width
            radius: width / 2
            color: Theme.accent
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.px(6)
            radius: width / 2
            color: "transparent"
            border.width: Theme.px(3)
            border.color: Theme.line
            visible: slider.visualFocus
        }
    }

    background: Item {
        x: slider.leftPadding
        y: slider.topPadding
        width: slider.availableWidth
        height: slider.availableHeight

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Theme.px(10)
            radius: height / 2
            // 3:1 on the ground: the rail is a control too.
            color: Theme.dim
            opacity: Theme.highContrast ? 1 : 0.7
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: slider.handle.x + slider.handle.width / 2 - slider.leftPadding
            height: Theme.px(10)
            radius: height / 2
            color: Theme.accent
        }
    }
}
