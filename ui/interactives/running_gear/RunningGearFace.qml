import QtQuick
import ui.controls
import ui.interactives
import ui.visitor

// The engine from the side: its rods follow the crank as the model has it; on a wet rail the wheels can outrun the train.
Item {
    id: face

    required property MachineRunner runner
    readonly property bool slipping: (runner.state.slipping ?? 0) > 0

    LocomotiveScene {
        anchors.fill: parent
        moving: false
        driven: true
        angle: face.runner.state.angle ?? 0
        way: face.runner.state.way ?? 0
    }
    Rectangle {
        // The wet rail shines.
        visible: (face.runner.state.in_wet ?? 0) > 0.5
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height / 2 + 272 * Math.min(face.width / 960, face.height / 760)
        width: 940 * Math.min(face.width / 960, face.height / 760)
        height: Theme.px(5)
        color: Theme.second
    }
    Label {
        visible: face.slipping
        anchors.horizontalCenter: parent.horizontalCenter
        text: qsTr("The wheels slip")
        strong: true
        color: Theme.accent
    }
}
