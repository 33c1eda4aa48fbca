"""The bench's words: what to do now, and what lies on the palette."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from kiosk.machines.plate import Plate

translate = QCoreApplication.translate


def hint(step: int, plate: "Plate", folds: int) -> str:
    """What to do now at a step (0 to 5), in a sentence."""
    sentences = (
        lambda: translate("PlateHands", "Strike the copper: its rim rises."),
        lambda: _wiring(plate, folds),
        lambda: _filling(plate),
        lambda: _firing(plate),
        lambda: _polishing(plate),
        lambda: _gilding(plate),
    )
    return sentences[step]()


def kept_words(code: str) -> str:
    """What becomes of a plate that is kept under a code; without one it could not be kept."""
    if not code:
        return translate("PlateHands", "The gallery can't take it just now. Book now, and your ticket shows it.")
    told = translate(
        "PlateHands",
        "Kept as {code}. It may be shown here once our staff have looked at it. Book now, and your ticket shows it.",
    )
    return told.format(code=code)


def _wiring(plate: "Plate", folds: int) -> str:
    from kiosk.machines.plate_drawing import MOST_WIRES

    if MOST_WIRES - len(plate.wires) < folds:
        return translate("PlateHands", "The wire is used up. Go on to filling, or take some off.")
    return translate("PlateHands", "Draw a wire with your finger, or tap to lay the piece you chose.")


def _filling(plate: "Plate") -> str:
    from kiosk.machines.plate_drawing import MOST_FILLS

    if len(plate.fills) >= MOST_FILLS:
        return translate("PlateHands", "The dishes are empty: on to the fire.")
    if plate.any_glass:
        return translate("PlateHands", "Top up the cells that have sunk, then fire again.")
    return translate("PlateHands", "Choose a colour and tap a cell.")


def _firing(plate: "Plate") -> str:
    if not plate.cool:
        if plate.inputs["kiln"] > 100:
            return translate("PlateHands", "Watch: at about 800 °C the powder becomes glass.")
        return translate("PlateHands", "It is cooling. The true colours come out.")
    if plate.can_polish:
        return translate("PlateHands", "The glass is almost level: go on to polishing.")
    if plate.can_fill and plate.melted > 0.9:
        return translate("PlateHands", "The glass has sunk. Fill it again, and fire it again.")
    return translate("PlateHands", "Heat the kiln to about 850 °C.")


def _polishing(plate: "Plate") -> str:
    if plate.can_gild:
        return translate("PlateHands", "Level and bright: ready for gold.")
    return translate("PlateHands", "Rub the plate until it shines.")


def _gilding(plate: "Plate") -> str:
    if plate.stage == "gilded":
        return translate("PlateHands", "Finished! Keep your plate if you like it.")
    return translate("PlateHands", "Dip it into the gold bath: the current lays gold on the wire.")


def piece_label(name: str) -> str:
    """A piece of the palette."""
    return {
        "petal": translate("PlateHands", "Petal"),
        "leaf": translate("PlateHands", "Leaf"),
        "scroll": translate("PlateHands", "Scroll"),
        "bead": translate("PlateHands", "Bead"),
        "ring": translate("PlateHands", "Ring round the middle"),
        "lotus": translate("PlateHands", "Lotus"),
    }[name]


def colour_label(name: str) -> str:
    """A jar."""
    return {
        "cobalt": translate("PlateHands", "Cobalt blue"),
        "turquoise": translate("PlateHands", "Turquoise"),
        "jade": translate("PlateHands", "Jade green"),
        "leaf": translate("PlateHands", "Leaf green"),
        "yellow": translate("PlateHands", "Yellow"),
        "white": translate("PlateHands", "White"),
        "pink": translate("PlateHands", "Pink"),
        "red": translate("PlateHands", "Red"),
        "plum": translate("PlateHands", "Plum"),
        "black": translate("PlateHands", "Black"),
    }[name]
