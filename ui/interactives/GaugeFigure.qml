import ui.controls

// A reading of a machine; a figure that moves keeps its decimals, and nought has no sign.
Figure {
    required property string key
    required property string label
    required property int decimals
    property real reading: 0

    required unit
    name: label
    value: (Math.abs(reading) < 0.5 * Math.pow(10, -decimals) ? 0 : reading).toFixed(decimals)
}
