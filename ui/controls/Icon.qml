import QtQuick

// A sign of resources/icons in a colour of the theme. It is drawn at the size at which it is shown.
Image {
    id: icon

    // The file's name without .svg.
    required property string name
    property color colour: Theme.accent
    property real size: Theme.px(88)

    width: size
    height: size
    source: name === "" ? "" : "image://sign/" + name + "/" + colour.toString().slice(-6)
    sourceSize: Qt.size(Math.round(size), Math.round(size))
    asynchronous: false
    Accessible.ignored: true
}
