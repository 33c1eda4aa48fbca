import QtQuick
import ui.controls

// An input of a machine, as a slider.
KioskSlider {
    id: knob

    required property string key
    required property string label
    required property string unit
    required property real low
    required property real high
    required property real start
    required property real step
    required property int decimals

    signal turned(string key, real value)

    name: label
    from: low
    to: high
    stepSize: step
    shown: value.toFixed(decimals) + (unit === "" ? "" : " " + unit)
    onMoved: turned(key, value)
    Component.onCompleted: value = start
}
