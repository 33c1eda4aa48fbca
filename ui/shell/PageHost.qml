import QtQuick
import ui.controls
import ui.shell

// Where pages stand: the new one slides in, the old one out; at the end the shell is told, and throws the old one away.
FocusScope {
    id: host

    property KioskPage current: null

    clip: slide.running
    focus: true

    function show(page: KioskPage, onward: bool): void {
        slide.stop();
        const old = current;
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
        page.x = coming.from;
        slide.start();
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
            duration: Theme.normal
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            id: going

            property: "x"
            from: 0
            duration: Theme.normal
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
