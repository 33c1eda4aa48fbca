import QtQuick

// The root of every page. The shell gives it its place, its size and its `model`; each page types its own:
//     required property HomePageModel model
FocusScope {
    id: page

    // Wider than high: two columns instead of one. Ask this and not Theme.portrait: in reach mode a page is lower.
    readonly property bool wide: width > height * 1.15
    // The page is shown and has slid in: machines may move.
    property bool shown: false
    // Nothing of it is still being loaded.
    property bool whole: true

    Accessible.role: Accessible.Pane

    // Paints out what stood there before: the software renderer has been seen to leave a scrap of a page that has gone.
    Rectangle {
        z: -1
        anchors.fill: parent
        color: Theme.ground
    }
}
