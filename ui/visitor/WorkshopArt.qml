import QtQuick
import ui.controls

// The workshop's drawn picture in the room that a page leaves free: it stands on the line of the page's action bar, and is not
// there where the page needs its room.
Image {
    id: art

    required property url picture
    required property string alt
    // px of height that are free.
    required property real room
    readonly property bool fits: room >= Theme.px(300)

    visible: fits && picture.toString() !== ""
    height: fits ? Math.round(Math.min(room - Theme.px(36), width * 0.7)) : 0
    source: visible ? picture : ""
    // Of the width alone: a height that follows every row of the page would have it drawn anew each time.
    sourceSize.width: Math.round(width)
    fillMode: Image.PreserveAspectFit
    verticalAlignment: Image.AlignBottom
    asynchronous: true
    Accessible.role: Accessible.Graphic
    Accessible.name: alt
    Accessible.ignored: !visible
}
