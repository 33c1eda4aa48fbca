import QtQuick

// A plate that a visitor has made, drawn off the UI thread at the size at which it is shown.
Image {
    // As `plate_address` of ui.shell.plate_pictures gives it; empty for none.
    required property string address
    property string alt: ""

    source: address
    sourceSize: Qt.size(Math.max(1, Math.round(width)), Math.max(1, Math.round(width)))
    asynchronous: true
    fillMode: Image.PreserveAspectFit
    Accessible.role: Accessible.Graphic
    Accessible.name: alt
    Accessible.ignored: alt === ""
}
