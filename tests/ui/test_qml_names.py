"""Names that QML would take for something else."""

import re
from pathlib import Path

import pytest

import ui

UI = Path(ui.__path__[0])
TAKEN = {"Key", "Qt", "Keys", "Item", "Text", "Window", "Accessible"}
"""Of Qt Quick and of Qt's namespace: a type of ours under such a name hides theirs, or is never found."""


def types_of(source: Path) -> set[str]:
    """The QML types that a file makes: its own name, its inline components, its classes that are QmlElements."""
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".qml":
        return {source.stem, *re.findall(r"^\s*component (\w+):", text, re.MULTILINE)}
    return set(re.findall(r"@QmlElement\n(?:@\w+(?:\(.*\))?\n)*class (\w+)", text))


@pytest.mark.parametrize("name", ["Key", "Keys"])
def test_the_search_finds_inline_components_and_classes(name: str, tmp_path: Path) -> None:
    page, model = tmp_path / "Page.qml", tmp_path / "page.py"
    page.write_text(f"Item {{\n    component {name}: Item {{}}\n}}\n", encoding="utf-8")
    model.write_text(f'@QmlElement\n@QmlUncreatable("why")\nclass {name}(QObject):\n    pass\n', encoding="utf-8")
    assert types_of(page) == {"Page", name}
    assert types_of(model) == {name}


def test_no_type_of_ours_has_a_name_of_qts() -> None:
    ours = {(name, str(file)) for pattern in ("*.qml", "*.py") for file in UI.rglob(pattern) for name in types_of(file)}
    assert len(ours) > 60
    assert {(name, file) for name, file in ours if name in TAKEN} == set()
