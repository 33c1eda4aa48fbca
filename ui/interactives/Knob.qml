pragma ComponentBehavior: Bound
import QtQuick
import ui.controls

// An input of a machine: a slider, a switch between two words, or a button. It stands where the machine has it.
Loader {
    id: knob

    required property MachineRunner runner
    required property string key
    required property string kind
    required property string label
    required property list<string> options
    required property real low
    required property real high
    required property real step
    required property string unit
    required property int decimals
    required property string ready
    readonly property real now: runner?.inputs[key] ?? low

    sourceComponent: kind === "switch" ? choice : kind === "push" ? button : slider

    Component {
        id: slider

        KioskSlider {
            id: rail

            name: knob.label
            from: knob.low
            to: knob.high
            stepSize: knob.step
            shown: value.toFixed(knob.decimals) + (knob.unit === "" ? "" : " " + knob.unit)
            onMoved: knob.runner.turn(knob.key, value)

            Binding on value {
                value: knob.now
                when: !rail.pressed
                restoreMode: Binding.RestoreNone
            }
        }
    }
    Component {
        id: choice

        Column {
            spacing: Theme.px(6)

            Label {
                text: knob.label
                strong: true
                Accessible.ignored: true
            }
            SegmentedChoice {
                width: parent.width
                name: knob.label
                options: knob.options
                current: knob.now > (knob.low + knob.high) / 2 ? 1 : 0
                onChosen: index => knob.runner.turn(knob.key, index > 0 ? knob.high : knob.low)
            }
        }
    }
    Component {
        id: button

        Item {
            implicitHeight: press.height + Theme.px(24)

            PrimaryButton {
                id: press

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                text: knob.label
                enabled: knob.ready === "" || (knob.runner?.state[knob.ready] ?? 0) > 0
                onClicked: knob.runner.push(knob.key)
            }
        }
    }
}
