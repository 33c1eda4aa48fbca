"""Qt's and QML's warnings, taken into Python's log: nothing is lost on a kiosk without a terminal, and tests fail on
them."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("gongfang.qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_HARMLESS = (
    # The offscreen platform says so of every window that asks for it; there is nothing to raise.
    "This plugin does not support",
    "This plugin supports grabbing",
)


def collect_qt_messages() -> None:
    """From now on Qt speaks through the logger `gongfang.qt`."""
    qInstallMessageHandler(_take)


def _take(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if any(harmless in message for harmless in _HARMLESS):
        return
    log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
