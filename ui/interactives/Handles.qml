pragma ComponentBehavior: Bound
import QtQuick
import ui.shell

// What can be pulled or turned on the machine itself. Each has its own finger: two hands on two of them work at once.
// It lies over the face, on the same sheet.
Item {
    id: handles

    required property Rows rows
    required property size sheet
    required property MachineRunner runner
    readonly property real zoom: Math.min(width / sheet.width, height / sheet.height)
    readonly property real offsetX: (width - sheet.width * zoom) / 2
    readonly property real offsetY: (height - sheet.height * zoom) / 2

    Repeater {
        model: handles.rows

        Handle {
            sheet: handles
            zoom: handles.zoom
            offset: Qt.point(handles.offsetX, handles.offsetY)
            runner: handles.runner
        }
    }
}
