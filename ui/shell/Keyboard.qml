import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import ui.controls
import ui.shell

// The on-screen keyboard, inside our one window: pinyin for Chinese, qwerty for English. Loaded when a field first asks for it.
Rectangle {
    id: keyboard

    readonly property bool open: panel.active

    height: panel.height
    visible: open
    color: Theme.deep

    InputPanel {
        id: panel

        width: parent.width
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "activeLocales"
        value: ["zh_CN", "en_GB"]
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: Shell.lang === "zh" ? "zh_CN" : "en_GB"
    }
}
