import QtQuick
import ui.controls

// A rod between two pins, in the units of the sheet.
Rectangle {
    required property real zoom
    required property point from
    required property point to
    required property real thick

    x: from.x * zoom
    y: (from.y - thick / 2) * zoom
    width: Math.hypot(to.x - from.x, to.y - from.y) * zoom
    height: thick * zoom
    transformOrigin: Item.Left
    rotation: Math.atan2(to.y - from.y, to.x - from.x) * 180 / Math.PI
    color: "#C9D8D1"
    border.color: Theme.ground
    border.width: Math.max(1, Math.round(1.4 * zoom))
    antialiasing: true
}
