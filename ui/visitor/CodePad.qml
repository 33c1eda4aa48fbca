pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import ui.controls

// A keypad of the signs that a code can have, and no others: digits first, then letters in their order.
Flow {
    id: pad

    required property list<string> digits
    required property list<string> letters
    property bool wide: false
    property bool empty: true
    readonly property int columns: wide ? 11 : 5
    readonly property real keyWidth: Math.floor((width - (columns - 1) * spacing) / columns)
    // Rows share the height that there is, and are never lower than a finger is wide.
    property real keyHeight: Theme.px(92)
    signal typed(string sign)
    signal erased
    signal entered

    // Portrait: ten digits and 22 letters in five columns, the last row filled by «erase» (three wide); wide: eleven columns.
    spacing: Theme.gap

    // Not «Key»: PySide 6.11 looks the name of a QML type up among its own and takes it for Qt.Key, which ends in a crash.
    component PadKey: T.Button {
        id: key

        property color colour: Theme.line

        width: pad.keyWidth
        height: Math.max(Theme.touch, pad.keyHeight)
        // A tap must not take the focus from where a hand scanner types.
        focusPolicy: Qt.TabFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.onPressAction: key.click()
        // A scanner ends with Enter, wherever the focus is.
        Keys.onReturnPressed: pad.entered()
        Keys.onEnterPressed: pad.entered()

        contentItem: Text {
            text: key.text
            color: key.enabled ? key.colour : Theme.dim
            font.family: Theme.sans
            font.pixelSize: Math.min(Math.round(Theme.label * 1.35), Math.round(key.height * 0.6))
            font.weight: 500
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        background: Rectangle {
            radius: Theme.corner
            color: key.down ? Theme.accent : Theme.panel

            FocusRing {
                control: key
            }
        }
    }

    Repeater {
        model: pad.digits

        PadKey {
            required property string modelData

            text: modelData
            onClicked: pad.typed(modelData)
        }
    }
    PadKey {
        visible: pad.wide
        text: "←"
        colour: Theme.accent
        enabled: !pad.empty
        Accessible.name: qsTr("Erase the last sign")
        onClicked: pad.erased()
    }
    Repeater {
        model: pad.letters

        PadKey {
            required property string modelData

            text: modelData
            onClicked: pad.typed(modelData)
        }
    }
    PadKey {
        visible: !pad.wide
        width: pad.keyWidth * 3 + pad.spacing * 2
        text: qsTr("← Erase")
        colour: Theme.accent
        enabled: !pad.empty
        Accessible.name: qsTr("Erase the last sign")
        onClicked: pad.erased()
    }
}
