"""Which machines there are, and how one is built and run by its name."""

from collections.abc import Callable, Mapping
from typing import Final

from kiosk.machines import big_air, blast_furnace, diesel_hydraulic, motor, plate, pump, running_gear, steam_plant
from kiosk.machines.model import Design, Machine, Reading, UnknownMachine, UnknownQuantity

STEP = 1 / 60  # s: the models are stepped as the screen is

_BUILDERS: Final[Mapping[str, tuple[Design, Callable[[Mapping[str, float]], Machine]]]] = {
    "big-air": (big_air.DESIGN, big_air.BigAir),
    "blast-furnace": (blast_furnace.DESIGN, blast_furnace.BlastFurnace),
    "diesel-hydraulic": (diesel_hydraulic.DESIGN, diesel_hydraulic.DieselHydraulic),
    "motor": (motor.DESIGN, motor.Motor),
    "plate": (plate.DESIGN, plate.Plate),
    "pump": (pump.DESIGN, pump.Pump),
    "running-gear": (running_gear.DESIGN, running_gear.RunningGear),
    "steam-plant": (steam_plant.DESIGN, steam_plant.SteamPlant),
}
DESIGNS: Final[Mapping[str, Design]] = {name: design for name, (design, _) in _BUILDERS.items()}


def build(name: str, parameters: Mapping[str, float] | None = None) -> Machine:
    """A new machine. Raises UnknownMachine, OutOfRange, UnknownQuantity."""
    if name not in _BUILDERS:
        raise UnknownMachine(name, tuple(_BUILDERS))
    return _BUILDERS[name][1](parameters or {})


def run(name: str, settings: Mapping[str, float], seconds: float) -> tuple[Machine, tuple[Reading, ...]]:
    """Build a machine, set it (inputs and parameters by name) and let it run. Raises as `build`."""
    if name not in DESIGNS:
        raise UnknownMachine(name, tuple(DESIGNS))
    design = DESIGNS[name]
    parameters = {quantity.name for quantity in design.parameters}
    inputs = {quantity.name for quantity in design.inputs}
    for key in settings:
        if key not in parameters | inputs:
            raise UnknownQuantity(key, tuple(quantity.name for quantity in design.inputs + design.parameters))
    machine = build(name, {key: value for key, value in settings.items() if key in parameters})
    for key, value in settings.items():
        if key in inputs:
            machine.set(key, value)
    left = seconds
    while left > 0:
        machine.step(min(STEP, left))
        left -= STEP
    return machine, machine.readings()


def allowed_parameters() -> dict[str, dict[str, tuple[float, float, str]]]:
    """What a site pack may choose: machine → parameter → (lowest, highest, unit)."""
    return {
        name: {quantity.name: (quantity.low, quantity.high, quantity.unit) for quantity in design.parameters}
        for name, design in DESIGNS.items()
    }
