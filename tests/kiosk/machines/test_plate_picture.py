"""A plate's picture: a whole drawing at every stage, in the colours of that stage."""

from xml.etree import ElementTree

import pytest

from kiosk.machines.plate_drawing import COLOURS, PlateDrawing, Stage
from kiosk.machines.plate_picture import enamel, plate_svg
from tests.kiosk.gallery.a_plate import a_flower, a_line, the_fullest

FIRED = (Stage.FIRED, Stage.POLISHED, Stage.GILDED)


def colours_of(drawing: PlateDrawing) -> set[str | None]:
    return {element.get("fill") for element in ElementTree.fromstring(plate_svg(drawing))}


@pytest.mark.parametrize("stage", Stage)
def test_glass_has_its_colour_after_the_fire_alone(stage: Stage) -> None:
    drawn = colours_of(a_flower(stage=stage))
    for name in ("cobalt", "turquoise", "red"):
        glass, powder = COLOURS[name].fired, COLOURS[name].powder
        assert (glass in drawn, powder in drawn) == ((stage in FIRED), (stage not in FIRED))
        assert enamel(name, stage) in drawn


@pytest.mark.parametrize("drawing", [PlateDrawing(), a_line(), the_fullest()], ids=["bare", "a line", "the fullest"])
def test_every_plate_can_be_drawn(drawing: PlateDrawing) -> None:
    root = ElementTree.fromstring(plate_svg(drawing, "7K3F"))
    assert root[0].text == "7K3F"
    assert root.get("viewBox") == "0 0 400 400"
