import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import ui.controls

// How the Qt Virtual Keyboard looks here: colours, sizes and letters of the theme. No sounds, no bubbles.
KeyboardStyle {
    // Designed at the width at which it is drawn, so that sizes are px. A style knows the keyboard by this id only.
    // qmllint disable unqualified
    keyboardDesignWidth: Math.max(1, keyboard.width)
    // qmllint enable unqualified
    keyboardDesignHeight: 4 * (Theme.touch * 1.3 + Theme.px(9)) + Theme.px(24)
    keyboardRelativeLeftMargin: Theme.px(20) / keyboardDesignWidth
    keyboardRelativeRightMargin: Theme.px(20) / keyboardDesignWidth
    keyboardRelativeTopMargin: Theme.px(8) / keyboardDesignHeight
    keyboardRelativeBottomMargin: Theme.px(16) / keyboardDesignHeight
    keyboardBackground: Rectangle {
        color: Theme.deep
    }

    keyPanel: KeyFace {
        spoken: label === "" ? qsTr("Space") : control?.uppercased ? label.toUpperCase() : label
    }
    backspaceKeyPanel: KeyFace {
        sign: "erase"
        spoken: qsTr("Erase")
    }
    shiftKeyPanel: KeyFace {
        sign: "up"
        spoken: qsTr("Capitals")
        lit: InputContext.uppercase
    }
    symbolKeyPanel: KeyFace {
        label: control?.displayText === "ABC" || control?.displayText === "abc" ? "abc" : "123"
        spoken: label === "abc" ? qsTr("Letters") : qsTr("Signs")
    }
    modeKeyPanel: KeyFace {}
    handwritingKeyPanel: KeyFace {}
    languageKeyPanel: KeyFace {
        label: InputContext.locale.startsWith("zh") ? "中" : "EN"
        spoken: InputContext.locale.startsWith("zh") ? qsTr("Write letters") : qsTr("Write Chinese")
    }
    hideKeyPanel: KeyFace {
        sign: "down"
        spoken: qsTr("Close the keyboard")
    }
    enterKeyPanel: KeyFace {
        strong: true
        label: qsTr("Done")
    }
    spaceKeyPanel: KeyFace {
        label: ""
        spoken: qsTr("Space")

        Rectangle {
            anchors.centerIn: parent
            width: parent.width * 0.5
            height: Theme.px(3)
            color: Theme.deepInk
        }
    }

    // What can be chosen for the pinyin that has been typed.
    selectionListHeight: Math.round(Theme.touch * 1.3)
    selectionListBackground: Rectangle {
        color: Theme.deep
    }
    selectionListDelegate: CandidateSign {}
    selectionListHighlight: Item {}

    // Held keys offer letters with accents.
    alternateKeysListItemWidth: Theme.touch * 1.3
    alternateKeysListItemHeight: Theme.touch * 1.3
    alternateKeysListDelegate: Text {
        // qmllint disable unqualified
        // The list gives its text by context only.
        text: model.text
        // qmllint enable unqualified
        width: Theme.touch * 1.3
        height: Theme.touch * 1.3
        color: Theme.deepInk
        font.family: Theme.sans
        font.pixelSize: Math.round(Theme.px(38))
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    alternateKeysListHighlight: Rectangle {
        color: Theme.pressed
        radius: Theme.corner
    }
    alternateKeysListBackground: Rectangle {
        color: Theme.panel
        radius: Theme.corner
        border.width: Theme.hair
        border.color: Theme.accent
    }
}
