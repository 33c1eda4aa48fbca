"""A sample page for the shell's tests."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from tests.ui.shell.sample_pages.sample_model import SampleModel

QML_IMPORT_NAME = "tests.samples"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the shell")
class SampleAttract(SampleModel):
    """Says its own name."""

    name = "attract"


# Qt finds a property's type by the name of its class alone: the real page's is taken.
AttractPageModel = SampleAttract
