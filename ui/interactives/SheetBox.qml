import QtQuick

// A box of a face, in the units of its sheet. Places are multiplied and not scaled by a transform: upright boxes then fall on
// whole pixels, and are filled instead of painted with soft edges, which is several times dearer.
Rectangle {
    required property real zoom
    required property real atX
    required property real atY
    required property real wide
    required property real high

    x: Math.round(atX * zoom)
    y: Math.round(atY * zoom)
    width: Math.round(wide * zoom)
    height: Math.round(high * zoom)
}
