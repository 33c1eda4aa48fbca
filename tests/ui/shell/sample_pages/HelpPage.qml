import QtQuick
import ui.controls
import ui.shell
import tests.samples

KioskPage {
    id: page

    required property SampleHelp model

    Accessible.name: model.title

    PrimaryButton {
        x: 100
        y: 300
        text: "press"
        onClicked: Shell.go("exhibits")
    }
    KioskTextField {
        x: 100
        y: page.height - height - 40
        width: 600
        name: "field"
    }
}
