import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// How many: a name, what explains it, and − n +. The arrow keys do the same.
T.Control {
    id: stepper

    required property string name
    property string line: ""
    property int value: 0
    property int from: 0
    property int to: 99
    // Said by the page when − or + was tapped; the page's model answers by changing `value`.
    signal changed(int value)

    implicitWidth: Theme.px(900)
    implicitHeight: Math.max(minus.implicitHeight + Theme.px(28), words.implicitHeight + Theme.px(24))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.SpinBox
    Accessible.name: name + ", " + value
    Accessible.description: line
    Accessible.onIncreaseAction: ask(value + 1)
    Accessible.onDecreaseAction: ask(value - 1)
    Keys.onUpPressed: ask(value + 1)
    Keys.onRightPressed: ask(value + 1)
    Keys.onDownPressed: ask(value - 1)
    Keys.onLeftPressed: ask(value - 1)

    function ask(wanted: int): void {
        if (wanted >= from && wanted <= to && wanted !== value)
            changed(wanted);
    }

    contentItem: RowLayout {
        spacing: Theme.rhythm

        Column {
            id: words

            Layout.fillWidth: true
            spacing: Theme.px(2)

            Label {
                width: parent.width
                text: stepper.name
                strong: true
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: stepper.line
                visible: text !== ""
                small: true
                dim: true
                font.weight: 400
                Accessible.ignored: true
            }
        }
        QuietButton {
            id: minus

            text: "−"
            implicitWidth: Theme.touch * 1.5
            implicitHeight: Theme.touch * 1.5
            leftPadding: 0
            rightPadding: 0
            font.pixelSize: Theme.heading
            focusPolicy: Qt.NoFocus
            enabled: stepper.value > stepper.from
            Accessible.name: qsTr("One less: %1").arg(stepper.name)
            onClicked: stepper.ask(stepper.value - 1)
        }
        Text {
            Layout.preferredWidth: Math.max(Theme.px(96), implicitWidth)
            horizontalAlignment: Text.AlignHCenter
            text: stepper.value
            color: Theme.line
            font.family: Theme.sans
            font.weight: 300
            font.pixelSize: Theme.figure
            font.features: ({
                    tnum: 1
                })
            Accessible.ignored: true
        }
        QuietButton {
            text: "+"
            implicitWidth: minus.implicitWidth
            implicitHeight: minus.implicitHeight
            leftPadding: 0
            rightPadding: 0
            font.pixelSize: Theme.heading
            focusPolicy: Qt.NoFocus
            enabled: stepper.value < stepper.to
            Accessible.name: qsTr("One more: %1").arg(stepper.name)
            onClicked: stepper.ask(stepper.value + 1)
        }
    }

    background: Item {
        HairLine {
            anchors.bottom: parent.bottom
        }
        FocusRing {
            control: stepper
        }
    }
}
