pragma ComponentBehavior: Bound
import QtQuick
import ui.controls

// What the motor drives, on the face's sheet: a drum that a rope with weights brakes, or a fan.
Item {
    id: set

    required property real turned
    required property bool fanned
    required property real load

    // A fan in its place, where the pack drives one: three pairs of blades, seen on edge.
    Repeater {
        model: set.fanned ? 3 : 0

        Rectangle {
            required property int index

            x: 1178 + index * 20
            y: 584 - height / 2
            width: 18
            height: 30 + 170 * Math.abs(Math.cos(set.turned * Math.PI / 180 + index * Math.PI / 3))
            radius: 6
            color: "#D47E43"
            border.color: Theme.line
            border.width: 1.6
        }
    }
    // The drum, and the rope over it with its weights: as many as the load.
    Rectangle {
        visible: !set.fanned
        x: 1172
        y: 494
        width: 70
        height: 180
        color: "#8A969D"
        border.color: Theme.line
        border.width: 2.2

        Repeater {
            model: 6

            Rectangle {
                required property int index
                readonly property real turn: (set.turned / 60 + index) / 6 * 2 * Math.PI

                x: 2.2
                y: 90 - 88 * Math.sin(turn)
                width: 65.6
                height: 3
                color: "#47525A"
                visible: Math.cos(turn) > 0
            }
        }
    }
    Rectangle {
        visible: !set.fanned
        x: 1196
        y: 494
        width: 22
        height: 200
        color: "#8C4A22"
        border.color: "#F3B27C"
        border.width: 1.6
    }
    Repeater {
        model: set.fanned ? 0 : Math.round(set.load / 25)

        Rectangle {
            required property int index

            x: 1168
            y: 692 + index * 11.6
            width: 78
            height: 11.6
            color: Theme.accent
            border.color: Theme.ground
            border.width: 1.4
        }
    }
}
