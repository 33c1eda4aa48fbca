"""Runs qmllint over all QML with warnings as errors.

The types that Python registers are described for it first: each module's metaobjects are dumped, turned into
.qmltypes, and laid beside a copy of the module's QML under `build/`, because a qmldir that names a .qmltypes
would ask for it at run time too.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / f"qmllint-{os.getpid()}"  # of this run: two at once do not lint each other's copies
# In the order in which they know of each other.
MODULES = {"ui.controls": ROOT / "ui" / "controls", "ui.shell": ROOT / "ui" / "shell"}
SHELL = ROOT / "ui" / "shell"
INTERACTIVES = ROOT / "ui" / "interactives"
# What Python writes in a property's type, and what Qt's tools call it.
CPP = {
    "dict": "QVariantMap",
    "list": "QVariantList",
    "QObject": "QObject*",
    "QQuickItem": "QQuickItem*",
    "float": "double",
}


def main() -> int:
    """Lint everything. 0 when clean."""
    try:
        return _lint()
    finally:
        shutil.rmtree(BUILD, ignore_errors=True)


def _lint() -> int:
    modules = dict(MODULES)
    for folder in sorted(p for p in (INTERACTIVES, *INTERACTIVES.rglob("*")) if p.is_dir()):
        if any(folder.glob("*.qml")) or any("QmlElement" in f.read_text(encoding="utf-8") for f in folder.glob("*.py")):
            modules[".".join(folder.relative_to(ROOT).parts)] = folder
    modules["ui.visitor"] = ROOT / "ui" / "visitor"
    for name, folder in modules.items():
        _lay_out(name, folder)
    files = sorted(str(file) for file in BUILD.rglob("*.qml"))
    done = subprocess.run(
        [_qt("qmllint"), "-I", str(BUILD), "--max-warnings", "0", *files],
        cwd=BUILD,
        capture_output=True,
        text=True,
        check=False,
    )
    said = (done.stdout + done.stderr).replace(str(BUILD) + os.sep, "")
    if said.strip():
        print(said)
    print(f"qmllint: {len(files)} files, {'clean' if done.returncode == 0 else 'faults'}")
    return 1 if done.returncode else 0


def _lay_out(name: str, folder: Path) -> None:
    target = BUILD.joinpath(*name.split("."))
    target.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.qml"):
        shutil.copy(file, target / file.name)
    kept = (folder / "qmldir").read_text(encoding="utf-8") if (folder / "qmldir").exists() else f"module {name}\n"
    listed = {line.split()[-1] for line in kept.splitlines() if line.strip().endswith(".qml")}
    for file in sorted(folder.glob("*.qml")):
        if file.name not in listed:
            kept += f"{file.stem} 1.0 {file.name}\n"
    types = _types(name, folder, target)
    if types:
        kept += f"typeinfo {types.name}\ndepends QtQuick\n"
    if name not in MODULES:
        kept += "depends ui.shell\n"
    if name == "ui.visitor":
        kept += "depends ui.interactives\n"
    (target / "qmldir").write_text(kept, encoding="utf-8")


def _types(name: str, folder: Path, target: Path) -> Path | None:
    sources = [f for f in sorted(folder.glob("*.py")) if "@QmlElement" in f.read_text(encoding="utf-8")]
    if not sources:
        return None
    # The tool reads one file after another and knows a base class only when it has seen it before.
    bases = [] if folder == SHELL else [SHELL / "page_model.py", SHELL / "rows.py"]
    if folder.parent == INTERACTIVES:
        bases += [INTERACTIVES / "machine_runner.py", INTERACTIVES / "hands.py"]
    sources.sort(key=lambda file: (not file.stem.endswith("_model"), file.name))
    dumped = subprocess.run(
        [_tool("pyside6-metaobjectdump"), "--compact", "--quiet", *map(str, bases + sources)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    objects = [part for part in json.loads(dumped.stdout) if part["QML_IMPORT_NAME"] == name]
    constant = {
        name
        for file in sources
        for name in re.findall(r"@Property\([^\n]*constant=True\)\s+def (\w+)", file.read_text(encoding="utf-8"))
    }
    for part in objects:
        _mend(part, constant)
    dump = target / "metatypes.json"
    dump.write_text(json.dumps(objects), encoding="utf-8")
    made = target / f"{name.rsplit('.', maxsplit=1)[-1]}.qmltypes"
    foreign = [
        str(p / "metatypes.json")
        for p in BUILD.rglob("*")
        if p.is_dir() and (p / "metatypes.json").exists() and p != target
    ]
    core = sorted((Path(_qt_folder()) / "metatypes").glob("qt6*_metatypes.json"))
    wanted = [str(f) for f in core if f.name.startswith(("qt6core_", "qt6gui_", "qt6qml_", "qt6quick_"))]
    subprocess.run(
        [
            _registrar(),
            "--generate-qmltypes",
            str(made),
            "-o",
            str(target / "register.cpp"),
            str(dump),
            f"--import-name={name}",
            "--major-version=1",
            "--minor-version=0",
            f"--foreign-types={','.join(wanted + foreign)}",
        ],
        check=True,
        capture_output=True,
    )
    return made


def _mend(part: dict[str, list[dict[str, list[dict[str, Any]]]]], constant: set[str]) -> None:
    """What the dump says as Python does, as C++ would; and `constant`, which it leaves out."""
    part["classes"] = [kind for kind in part["classes"] if kind.get("object")]
    for kind in part["classes"]:
        for member in kind.get("properties", []):
            written = member["type"]
            own = written[:1].isupper() and not written.startswith("Q")
            member["type"] = (
                "Rows*" if written.startswith("Rows") else f"{written}*" if own else CPP.get(written, written)
            )
            if member["name"] in constant:
                member["constant"] = True


def _qt_folder() -> str:
    import PySide6

    return str(Path(PySide6.__file__).parent / "Qt")


def _qt(name: str) -> str:
    import PySide6

    return str(Path(PySide6.__file__).parent / name)


def _registrar() -> str:
    return str(Path(_qt_folder()) / "libexec" / "qmltyperegistrar")


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


if __name__ == "__main__":
    sys.exit(main())
