import QtQuick
import QtQuick.VirtualKeyboard.Styles
import ui.controls

// One key of the on-screen keyboard, in our own hand: a sign, a word or an icon on a plate.
KeyPanel {
    id: face

    // An icon in place of the letters.
    property string sign: ""
    property string label: control?.displayText ?? ""
    // What a screen reader says.
    property string spoken: label
    property bool strong: false
    property bool lit: false
    readonly property bool pressed: control?.pressed ?? false
    readonly property bool usable: control?.enabled ?? false
    readonly property color ink: strong ? Theme.accent : Theme.deepInk

    Accessible.role: Accessible.Button
    Accessible.name: spoken

    Rectangle {
        id: plate

        anchors.fill: parent
        anchors.margins: Math.round(Theme.px(9) / 2)
        radius: Theme.corner
        // The page keeps the one filled button.
        color: face.control?.highlighted ? Theme.ground : Theme.panel
        border.width: face.lit || face.strong ? Theme.px(3) : Theme.hair
        border.color: face.lit || face.strong ? Theme.accent : Theme.hairColour

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.line
            opacity: face.pressed ? 0.3 : 0
        }
        Text {
            anchors.fill: parent
            anchors.margins: Theme.px(4)
            visible: face.sign === ""
            text: face.label
            textFormat: Text.PlainText
            color: face.ink
            opacity: face.usable ? 1 : 0.35
            font.family: Theme.sans
            font.pixelSize: Math.round(Theme.px(face.label.length > 1 ? 30 : 38) * Theme.largeScale)
            font.weight: face.strong ? 700 : 500
            font.capitalization: face.control?.uppercased ? Font.AllUppercase : Font.MixedCase
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.px(20)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            visible: face.sign !== ""
            name: face.sign
            size: Theme.px(44)
            colour: face.ink
            opacity: face.usable ? 1 : 0.35
        }
    }
}
