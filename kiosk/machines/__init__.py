"""The machines that visitors turn, as models without a face. `docs/interactives.md` says how to add one."""

from kiosk.machines.catalogue import DESIGNS, allowed_parameters, build, run
from kiosk.machines.model import (
    Design,
    Machine,
    MachineError,
    OutOfRange,
    Quantity,
    Reading,
    UnknownMachine,
    UnknownQuantity,
)

__all__ = [
    "DESIGNS",
    "Design",
    "Machine",
    "MachineError",
    "OutOfRange",
    "Quantity",
    "Reading",
    "UnknownMachine",
    "UnknownQuantity",
    "allowed_parameters",
    "build",
    "run",
]
