import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import ui.controls
import ui.shell

// The Qt Virtual Keyboard inside our one window: pinyin and letters, figures for a number. It stands in the place of the foot and
// never takes the focus from the field. One is made for each visitor who writes, and goes with them.
Rectangle {
    id: keyboard

    implicitHeight: panel.height
    color: Theme.deep

    Component.onCompleted: {
        const settings = VirtualKeyboardSettings;
        settings.activeLocales = ["zh_CN", "en_GB"];
        settings.locale = Qt.binding(() => Shell.lang === "zh" ? "zh_CN" : "en_GB");
        // Nothing that is written is learned, neither in memory nor in a file.
        settings.inputMethodHints = Qt.ImhSensitiveData;
        settings.handwritingModeDisabled = true;
        settings.closeOnReturn = true;
        // A row of candidates that came and went would push the page up and down.
        settings.wordCandidateList.alwaysVisible = true;
        // Arrow keys of a real keyboard belong to the field.
        settings.arrowKeyNavigationEnabled = false;
        panel.active = true;
    }

    // What lies between two keys is not meant for the page.
    MouseArea {
        anchors.fill: parent
    }
    // Made when the settings are: it reads some of them once.
    Loader {
        id: panel

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.px(1320))
        active: false
        sourceComponent: InputPanel {}
    }
    HairLine {
        color: Theme.accent
    }
}
