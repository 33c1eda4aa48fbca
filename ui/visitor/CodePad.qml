pragma ComponentBehavior: Bound
import QtQuick
import ui.controls

// A keypad of the signs that a code can have, and no others: digits first, then letters in their order.
Grid {
    id: pad

    required property list<string> digits
    required property list<string> letters
    property bool wide: false
    property bool empty: true
    readonly property real keyWidth: (width - (columns - 1) * spacing) / columns
    // Rows share the height that there is, and are never lower than a finger is wide.
    property real keyHeight: Theme.px(92)
    signal typed(string sign)
    signal erased
    signal entered

    // Portrait: ten digits and 22 letters in five columns, the last row filled by «erase» (three wide); wide: eleven columns.
    columns: wide ? 11 : 5
    spacing: Theme.gap

    component Key: QuietButton {
        id: key

        width: pad.keyWidth
        height: Math.max(Theme.touch, pad.keyHeight)
        leftPadding: 0
        rightPadding: 0
        focusPolicy: Qt.TabFocus
        font.pixelSize: Math.round(Theme.label * 1.35)
        colour: Theme.line
        // A scanner ends with Enter, wherever the focus is.
        Keys.onReturnPressed: pad.entered()
        Keys.onEnterPressed: pad.entered()
    }

    Repeater {
        model: pad.digits

        Key {
            required property string modelData

            text: modelData
            onClicked: pad.typed(modelData)
        }
    }
    Key {
        visible: pad.wide
        text: ""
        sign: "left"
        colour: Theme.accent
        enabled: !pad.empty
        Accessible.name: qsTr("Erase the last sign")
        onClicked: pad.erased()
    }
    Repeater {
        model: pad.letters

        Key {
            required property string modelData

            text: modelData
            onClicked: pad.typed(modelData)
        }
    }
    Key {
        visible: !pad.wide
        width: pad.keyWidth * 3 + pad.spacing * 2
        text: qsTr("Erase")
        sign: "left"
        colour: Theme.accent
        enabled: !pad.empty
        Accessible.name: qsTr("Erase the last sign")
        onClicked: pad.erased()
    }
}
