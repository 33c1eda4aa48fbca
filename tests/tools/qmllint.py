"""Runs qmllint over all QML with warnings as errors.

The types that Python registers are described for it first: each module's metaobjects are dumped, turned into .qmltypes, and laid
beside a copy of the module's QML under `build/qmllint/`, because a qmldir that names a .qmltypes would ask for it at run time too.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "qmllint"
MODULES = {"ui.controls": ROOT / "ui" / "controls", "ui.shell": ROOT / "ui" / "shell", "ui.visitor": ROOT / "ui" / "visitor"}
# Said of code that is right: members that only the running program knows, and the tool's own limits.
ALLOWED = ("--unqualified", "warning")


def main() -> int:
    """Lint everything. 0 when clean."""
    shutil.rmtree(BUILD, ignore_errors=True)
    interactives = ROOT / "ui" / "interactives"
    modules = dict(MODULES)
    for folder in sorted(p for p in (interactives, *interactives.rglob("*")) if p.is_dir()):
        if any(folder.glob("*.qml")) or any("QmlElement" in f.read_text(encoding="utf-8") for f in folder.glob("*.py")):
            modules[".".join(folder.relative_to(ROOT).parts)] = folder
    for name, folder in modules.items():
        _lay_out(name, folder)
    files = sorted(str(file) for file in BUILD.rglob("*.qml"))
    done = subprocess.run(
        [_qt("qmllint"), "-I", str(BUILD), "--max-warnings", "0", *files], cwd=BUILD, capture_output=True, text=True, check=False
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
        kept += f"typeinfo {types.name}\n"
    if name == "ui.visitor":
        kept += "depends ui.shell\n"
    (target / "qmldir").write_text(kept, encoding="utf-8")


def _types(name: str, folder: Path, target: Path) -> Path | None:
    sources = [f for f in sorted(folder.glob("*.py")) if "@QmlElement" in f.read_text(encoding="utf-8")]
    if not sources:
        return None
    dumped = subprocess.run(
        [_tool("pyside6-metaobjectdump"), "--compact", *map(str, sources)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    objects = json.loads(dumped.stdout)
    for part in objects:
        _mend(part)
    dump = target / "metatypes.json"
    dump.write_text(json.dumps(objects), encoding="utf-8")
    made = target / f"{name.split('.')[-1]}.qmltypes"
    foreign = [str(p / "metatypes.json") for p in BUILD.rglob("*") if p.is_dir() and (p / "metatypes.json").exists() and p != target]
    core = sorted((Path(_qt_folder()) / "metatypes").glob("qt6*_metatypes.json"))
    wanted = [str(f) for f in core if f.name.startswith(("qt6core_", "qt6gui_", "qt6qml_", "qt6quick_"))]
    subprocess.run(
        [
            _registrar(),
            "--generate-qmltypes", str(made),
            "-o", str(target / "register.cpp"),
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


def _mend(part: dict[str, object]) -> None:
    """What the dump writes as Python says it, as C++ would."""
    for kind in part.get("classes", []):  # type: ignore[attr-defined]  # JSON
        for member in kind.get("properties", []):
            if member["type"] in ("Rows", "Rows*"):
                member["type"] = "Rows*"
                member["isPointer"] = True


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
