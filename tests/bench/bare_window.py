"""The reference of the start and of rest: the least that a PySide6 program can do to paint a QML window."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

WINDOW = b"""
import QtQuick
Window { width: Screen.width; height: Screen.height; visible: true; color: "#0B1E4B" }
"""


def main() -> int:
    """Open it, say when its first frame was painted, and leave; with the word `stay`, stay until ended from outside."""
    application = QGuiApplication(["bare"])
    engine = QQmlApplicationEngine()
    engine.loadData(WINDOW)
    window = engine.rootObjects()[0]

    def painted() -> None:
        print(f"first frame {time.monotonic():.6f}", flush=True)
        if "stay" not in sys.argv[1:]:
            QTimer.singleShot(0, application.quit)

    window.frameSwapped.connect(painted)  # type: ignore[attr-defined]  # a QQuickWindow; PySide6.QtQuick is not imported
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
