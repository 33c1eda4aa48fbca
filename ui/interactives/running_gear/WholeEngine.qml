pragma ComponentBehavior: Bound
import QtQuick
import ui.controls
import ui.visitor

// What stands above the sheet where there is room: the boiler's upper half with dome and chimney, and the puffs out of it.
Item {
    id: whole

    required property real zoom
    // Way of the wheels' rims, in m.
    required property real rolled

    // Four puffs of spent steam in a turn of the wheels.
    Repeater {
        model: 7

        Rectangle {
            required property int index
            readonly property real flight: (((whole.rolled / (Math.PI * 1.4 / 4) + index) / 7) % 1 + 1) % 1
            readonly property real wide: (56 + 70 * flight) * whole.zoom

            x: (918 - 640 * flight * flight) * whole.zoom - wide / 2
            y: -(252 + 90 * Math.sqrt(flight)) * whole.zoom - wide / 2
            width: wide
            height: wide
            radius: wide / 2
            color: Theme.dim
            opacity: 0.34 * (1 - flight)
        }
    }
    SceneArt {
        y: -Math.round(360 * whole.zoom)
        zoom: whole.zoom
        drawn: Qt.size(1000, 360)
        source: Qt.resolvedUrl("upper.svg")
    }
}
