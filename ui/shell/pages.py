"""Makes pages: compiles a page's QML once, makes its view model, and puts the two together."""

import importlib
import logging
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from ui.shell.flow import PAGES, Page, Step
from ui.shell.page_model import PageModel
from ui.shell.services import Services

log = logging.getLogger(__name__)

UI = Path(__file__).resolve().parent.parent
VISITOR_PAGES = UI / "visitor"


class PageBroken(Exception):
    """A page's QML does not compile, or its view model is not what the contract says: ours to mend."""


@dataclass(eq=False)
class OpenPage:
    """A page on the screen: the step of the flow, its view model and its item."""

    step: Step
    model: PageModel
    item: QQuickItem

    def close(self) -> None:
        """Throw the page away, and everything it knew."""
        self.model.close()
        self.item.setVisible(False)
        self.item.setParentItem(None)  # type: ignore[arg-type]  # the stub does not know that None takes it out
        # The item first, its model with it: bindings must not see the model go.
        self.model.setParent(self.item)
        self.item.deleteLater()


class PageMaker:
    """Keeps every page's compiled QML, and makes a page when it is wanted."""

    def __init__(self, engine: QQmlEngine, folder: Path = VISITOR_PAGES, package: str = "ui.visitor") -> None:
        self._engine = engine
        self._folder = folder
        self._package = package
        self._components: dict[str, QQmlComponent] = {}

    def make(self, step: Step, services: Services, host: QQuickItem) -> OpenPage:
        """Make a page inside `host`. Raises PageBroken."""
        model = self._model(step, services)
        component = self._component(step.page)
        item = component.createWithInitialProperties(
            {"model": model, "parent": host, "width": host.width(), "height": host.height()}
        )
        if not isinstance(item, QQuickItem):
            model.close()
            raise PageBroken(component.errorString() or f"{step.page.qml}.qml is not an Item")
        if model.frame_first:
            services.background.let_frame_first()
        model.refresh()
        return OpenPage(step, model, item)

    def prepare(self, name: str) -> None:
        """Compile a page before it is wanted; a page that cannot be is logged, and refused when it is wanted."""
        try:
            self._component(PAGES[name])
            self._model_class(PAGES[name])
        except PageBroken as error:
            log.warning("page «%s»: %s", name, error)

    def _component(self, page: Page) -> QQmlComponent:
        component = self._components.get(page.name)
        if component is None:
            self._model_class(page)  # its types must be registered before the page is compiled
            file = self._folder / f"{page.qml}.qml"
            component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(file)), self._engine)
            if component.isError():
                raise PageBroken(component.errorString())
            self._components[page.name] = component
        return component

    def _model_class(self, page: Page) -> type[PageModel]:
        try:
            module = importlib.import_module(f"{self._package}.{page.module}")
            found = getattr(module, page.model)
        except (ImportError, AttributeError) as error:
            raise PageBroken(f"{self._package}.{page.module}.{page.model}: {error}") from error
        if not (isinstance(found, type) and issubclass(found, PageModel)):
            raise PageBroken(f"{self._package}.{page.module}.{page.model} is no PageModel")
        return found

    def _model(self, step: Step, services: Services) -> PageModel:
        try:
            model = self._model_class(step.page)(services, step.params)
        except (ValueError, KeyError) as error:
            raise PageBroken(f"{step.page.model} was told {dict(step.params)}: {error!r}") from error
        # QML must not think that it owns the model: it goes when its page is closed, not when a script's garbage is
        # collected.
        QQmlEngine.setObjectOwnership(model, QQmlEngine.ObjectOwnership.CppOwnership)
        return model


def found_by_engine(engine: QQmlEngine, kind: type[QObject]) -> QObject:
    """The one object of `kind` that was given to `engine` as a child: how QML singletons made in Python are found.

    Raises LookupError when there is none.
    """
    found = engine.findChild(kind)
    if found is None:
        raise LookupError(f"no {kind.__name__} was given to the engine")
    QQmlEngine.setObjectOwnership(found, QQmlEngine.ObjectOwnership.CppOwnership)
    return found
