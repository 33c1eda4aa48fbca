"""`python tests/tools/steam_table.py`: makes resources/steam/if97.json, the steam that the machines know, and
the bell in the T–s diagram of the steam plant.

Water and steam by IAPWS-IF97 as CoolProp computes it (backend `IF97`), on a grid that `kiosk/machines/steam.py` can
look up without any library: rows at even steps of ln p, columns at even steps of the entropy above saturation. Figures
have seven digits. `--check` says whether the stored files are what this program would write.
"""

import json
import sys
from math import exp, log
from pathlib import Path
from typing import Any

from CoolProp.CoolProp import PropsSI

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "resources" / "steam" / "if97.json"
BELL = ROOT / "ui" / "interactives" / "steam_plant" / "boiling.svg"
LOWEST, HIGHEST, ROWS = 700.0, 16e6, 61  # Pa: from just above the triple point to under 350 °C, where region 3 begins
WIDTH, WIDEST = 100.0, 2000.0  # J/(kg·K) above saturation
REGION_2_ENDS = 1073.15  # K


def digits(value: float) -> float:
    """Seven of them."""
    return float(f"{value:.7g}")


def at(what: str, pressure: float, **other: float) -> float:
    """A property of CoolProp's, in SI units."""
    ((name, value),) = other.items()
    return float(PropsSI(what, "P", pressure, name, value, "IF97::Water"))


def superheated(pressure: float, entropy: float) -> tuple[float, float]:
    """Enthalpy in J/kg and temperature in K. The standard's backward equations are 25 mK rough, so the forward ones are
    turned round here."""
    low, high = at("T", pressure, Q=1), REGION_2_ENDS
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if at("S", pressure, T=middle) < entropy else (low, middle)
    return at("H", pressure, T=high), high


def row(pressure: float) -> dict[str, Any]:
    """Both ends of boiling at a pressure, and steam from there on, up to 800 °C."""
    dry = at("S", pressure, Q=1)
    room = min(WIDEST, at("S", pressure, T=REGION_2_ENDS) - dry)
    heat = [(at("H", pressure, Q=1), at("T", pressure, Q=1))]
    heat += [superheated(pressure, dry + WIDTH * column) for column in range(1, int(room / WIDTH) + 1)]
    return {
        "boiling": digits(heat[0][1]),
        "water_enthalpy": digits(at("H", pressure, Q=0)),
        "water_entropy": digits(at("S", pressure, Q=0)),
        "water_volume": digits(1 / at("D", pressure, Q=0)),
        "steam_entropy": digits(dry),
        "enthalpy": [digits(enthalpy) for enthalpy, _ in heat],
        "temperature": [digits(temperature) for _, temperature in heat],
    }


def table() -> dict[str, Any]:
    """Everything that the file holds."""
    step = log(HIGHEST / LOWEST) / (ROWS - 1)
    return {
        "what": "Water and steam by IAPWS-IF97, made by tests/tools/steam_table.py: Pa, K, J/kg, J/(kg·K), m³/kg",
        "lowest": LOWEST,
        "step": step,
        "width": WIDTH,
        "rows": [row(LOWEST * exp(step * index)) for index in range(ROWS)],
    }


def text() -> str:
    """The file's text: a row of the table on a line."""
    made = table()
    rows = ",\n".join(json.dumps(each, separators=(",", ":")) for each in made.pop("rows"))
    head = json.dumps(made, ensure_ascii=False, indent=1)
    return f'{head[:-2]},\n "rows": [\n{rows}\n]}}\n'


def bell() -> str:
    """The line of boiling up to the critical point as artwork: 0–9 kJ/(kg·K) across, 0–600 °C up, on 900 × 600."""

    def place(temperature: float, quality: int) -> str:
        entropy = PropsSI("S", "T", temperature, "Q", quality, "IF97::Water")
        return f"{entropy / 10:.1f},{600 - (temperature - 273.15):.1f}"

    warm = [274.0 + 2 * step for step in range(187)] + [647.0]
    points = [place(t, 0) for t in warm] + [place(t, 1) for t in reversed(warm)]
    path = f'<path d="M{" L".join(points)}" fill="#63BFD2" fill-opacity="0.16" stroke="#63BFD2" stroke-width="5"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600">\n{path}\n</svg>\n'


def main() -> int:
    """Write both files, or with --check compare them."""
    wrong = 0
    for file, made in ((FILE, text()), (BELL, bell())):
        if "--check" not in sys.argv:
            file.parent.mkdir(exist_ok=True)
            file.write_text(made, encoding="utf-8")
        elif file.read_text(encoding="utf-8") != made:
            print(f"{file.name} is not what tests/tools/steam_table.py makes", file=sys.stderr)
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
