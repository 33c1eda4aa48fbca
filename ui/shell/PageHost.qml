import QtQuick
import ui.controls
import ui.shell

// Where pages stand: the new one slides in, the old one out; at the end the shell is told, and throws the old one away.
FocusScope {
    id: host

    property KioskPage current: null
    property bool wasAttract: false
    // Taps are swallowed: a page is sliding in, or the attract page has just been left.
    readonly property bool guarded: slide.running || waking.running

    // Always: what a page draws beyond its edge would stay on the foot, which is not painted again.
    clip: true
    focus: true

    function show(page: KioskPage, onward: bool): void {
        slide.stop();
        const old = current;
        if (wasAttract)
            waking.restart();
        wasAttract = Shell.pageName === "attract";
        current = page;
        page.width = Qt.binding(() => host.width);
        page.height = Qt.binding(() => host.height);
        page.forceActiveFocus(Qt.OtherFocusReason);
        if (old === null || Theme.normal === 0) {
            page.shown = true;
            Shell.pageSettled();
            return;
        }
        old.shown = false;
        coming.target = page;
        going.target = old;
        coming.from = onward ? host.width : -host.width;
        going.to = -coming.from;
        // Not bound: a slide whose length changes on its way would never say that it has ended.
        coming.duration = Theme.normal;
        going.duration = Theme.normal;
        page.x = coming.from;
        slide.start();
    }

    // A second tap of the hand that woke the kiosk, or that asked for this page, is not meant for what has come under it.
    MouseArea {
        anchors.fill: parent
        z: 1
        visible: host.guarded
    }
    Timer {
        id: waking

        interval: 350
    }
    ParallelAnimation {
        id: slide

        onFinished: {
            host.current.shown = true;
            going.target = null;
            Shell.pageSettled();
        }

        NumberAnimation {
            id: coming

            property: "x"
            to: 0
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            id: going

            property: "x"
            from: 0
            easing.type: Easing.OutCubic
        }
    }
    Connections {
        target: Shell
        function onPageOpened(page: KioskPage, onward: bool): void {
            host.show(page, onward);
        }
    }
}
