"""What is imported after PySide is imported as quickly as before it.

From its first import on, PySide reads the source text of every module that is imported, to learn whether it names
PySide (one that doesn't is never switched to the names of `from __feature__ import snake_case`), and Python keeps the
text: 50,000 lines and 8 MiB with SQLAlchemy. We use none of these features.
"""

import PySide6.QtCore  # noqa: F401 - brings the module whose function is replaced
from shibokensupport import feature


def read_no_sources() -> bool:
    """From now on PySide takes each module for one without its features; False where this PySide does it otherwise."""
    if not hasattr(feature, "_mod_uses_pyside"):
        return False
    feature._mod_uses_pyside = _uses_no_feature
    return True


def _uses_no_feature(_module: object) -> bool:
    return False
