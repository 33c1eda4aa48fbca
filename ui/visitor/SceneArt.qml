import QtQuick

// One layer of a drawn scene: rendered once, off the UI thread, at the size at which it is shown.
Image {
    required property real zoom
    required property size drawn

    width: Math.round(drawn.width * zoom)
    height: Math.round(drawn.height * zoom)
    sourceSize: Qt.size(Math.max(1, width), Math.max(1, height))
    asynchronous: true
    smooth: true
}
