import QtQuick
import ui.controls
import ui.interactives
import ui.visitor

// The engine from the side: its rods follow the crank as the model has it; on a wet rail the wheels can outrun the train.
Item {
    id: face

    required property MachineRunner runner
    readonly property var now: runner.state
    readonly property bool slipping: (now.slipping ?? 0) > 0
    readonly property real zoom: Math.min(width / 960, height / 760)

    LocomotiveScene {
        anchors.fill: parent
        moving: false
        driven: true
        angle: face.now.angle ?? 0
        way: face.now.way ?? 0
    }
    Rectangle {
        // The wet rail shines.
        visible: (face.runner.inputs.wet ?? 0) > 0.5
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height / 2 + 260 * face.zoom
        width: 940 * face.zoom
        height: Math.max(3, 7 * face.zoom)
        color: "#8FDCEB"
    }
    Label {
        visible: face.slipping
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height / 2 - 330 * face.zoom
        text: qsTr("The wheels slip")
        strong: true
        color: Theme.accent
        // On the smoke as well.
        style: Text.Outline
        styleColor: Theme.ground
    }
}
