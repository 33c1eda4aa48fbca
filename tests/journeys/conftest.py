"""Windows for journeys are opened as the pages' tests open theirs."""

from tests.ui.conftest import _own_folders, clock, made_home, open_kiosk, qapp_cls, qt_warnings

__all__ = ["_own_folders", "clock", "made_home", "open_kiosk", "qapp_cls", "qt_warnings"]
