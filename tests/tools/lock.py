"""`make lock`: what is installed everywhere, from pyproject.toml.

`requirements.lock` (running) and `requirements-dev.lock` (tests too) hold versions and hashes for every platform, and
no address of a registry. `uv.toml` repeats the versions as constraints, so that `uv run kiosk` on Windows and macOS
takes the same ones. `--check` says whether that copy is true.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUN, DEV, UV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock", ROOT / "uv.toml"
COMPILE = ["uv", "pip", "compile", "--universal", "--python-version=3.11", "--generate-hashes", "--no-emit-find-links",
           "--no-emit-index-url", "--custom-compile-command=make lock", "--quiet", "pyproject.toml"]  # fmt: skip


def constraints() -> str:
    """The text of uv.toml, from the versions in requirements.lock."""
    pins = re.findall(r"^([a-z0-9][^\s\\]*==[^\\\n]+?) *\\?$", RUN.read_text(encoding="utf-8"), re.MULTILINE)
    rows = "".join(f'    "{pin.replace(chr(34), chr(39))}",\n' for pin in pins)
    head = "# Made by `make lock` from requirements.lock, so that `uv run kiosk` takes the same versions."
    return f"{head}\nconstraint-dependencies = [\n{rows}]\n"


def main() -> int:
    """Write the three files, or with --check compare the copy."""
    if "--check" in sys.argv:
        if UV.read_text(encoding="utf-8") != constraints():
            print("uv.toml does not hold the versions of requirements.lock: run `make lock`", file=sys.stderr)
            return 1
        return 0
    UV.unlink(missing_ok=True)
    subprocess.run([*COMPILE, "--all-extras", "--group=build", f"--output-file={RUN}"], cwd=ROOT, check=True)
    subprocess.run(
        [*COMPILE, "--all-extras", "--group=build", "--group=dev", f"--constraint={RUN}", f"--output-file={DEV}"],
        cwd=ROOT,
        check=True,
    )
    UV.write_text(constraints(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
