"""The translations: which file is in force, changed while the pages are open."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtQml import QQmlEngine

from kiosk.resources import resource


class Words:
    """The source language is English; the English file holds the plurals."""

    def __init__(self, engine: QQmlEngine, folder: Path | None = None) -> None:
        self._engine = engine
        self._folder = folder or resource("translations")
        self._loaded: dict[str, QTranslator] = {}
        self._now: QTranslator | None = None

    def use(self, lang: str) -> None:
        """Speak `lang` from now on: open pages change their words."""
        translator = self._loaded.get(lang)
        if translator is None:
            translator = QTranslator()
            translator.load(str(self._folder / f"gongfang_{lang}.qm"))
            self._loaded[lang] = translator
        if translator is self._now:
            return
        self.put_away()
        QCoreApplication.installTranslator(translator)
        self._now = translator
        self._engine.setUiLanguage(lang)
        self._engine.retranslate()

    def put_away(self) -> None:
        """No translation in force."""
        if self._now is not None:
            QCoreApplication.removeTranslator(self._now)
            self._now = None
