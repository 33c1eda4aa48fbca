"""What every machine is: inputs that a hand sets, outputs that it answers with, and time that goes by in steps.

A machine is plain Python in SI units (names carry the unit where it is another one that people read). Its face in
`ui/interactives/` holds no physics.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class MachineError(ValueError):
    """A machine cannot be set like that; the text says what is allowed."""


class UnknownMachine(MachineError):
    """There is no machine of this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no machine {name!r}; there are: {', '.join(known)}")
        self.name = name


class OutOfRange(MachineError):
    """A value lies outside what the machine can do."""

    def __init__(self, quantity: "Quantity", value: float) -> None:
        span = f"from {quantity.low:g} to {quantity.high:g} {quantity.unit}".rstrip()
        super().__init__(f"{quantity.name} = {value:g} is out of range: {span}")
        self.quantity, self.value = quantity, value


class UnknownQuantity(MachineError):
    """The machine has no input or parameter of this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is nothing called {name!r} to set; there is: {', '.join(known)}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that can be set: an input (by the visitor, while it runs) or a parameter (by the site pack, before)."""

    name: str
    low: float
    high: float
    default: float
    unit: str
    what: str

    def checked(self, value: float) -> float:
        """The value itself. Raises OutOfRange, also for what is not a number."""
        if not self.low <= value <= self.high:
            raise OutOfRange(self, value)
        return value


@dataclass(frozen=True, slots=True)
class Reading:
    """An output: its value, in the unit that it is shown in."""

    name: str
    value: float
    unit: str


class Machine(Protocol):
    """A model that can be turned, run and read."""

    @property
    def inputs(self) -> Mapping[str, float]:
        """What the hand has set, by name."""
        ...

    def set(self, name: str, value: float) -> None:
        """Set an input. Raises OutOfRange, UnknownQuantity."""
        ...

    def quantity(self, name: str) -> Quantity:
        """What is known of an input. Raises UnknownQuantity."""
        ...

    def step(self, seconds: float) -> None:
        """Let time go by."""
        ...

    def readings(self) -> tuple[Reading, ...]:
        """All outputs as they are now."""
        ...


@dataclass(frozen=True, slots=True)
class Design:
    """What is known of a machine without building it: its name, what a pack may choose and what a hand may turn."""

    name: str
    parameters: tuple[Quantity, ...]
    inputs: tuple[Quantity, ...]

    def parameter_values(self, chosen: Mapping[str, float]) -> dict[str, float]:
        """All parameters, the chosen ones checked. Raises OutOfRange, UnknownQuantity."""
        known = {quantity.name: quantity for quantity in self.parameters}
        for name in chosen:
            if name not in known:
                raise UnknownQuantity(name, tuple(known))
        return {name: quantity.checked(chosen.get(name, quantity.default)) for name, quantity in known.items()}


class Settable:
    """The inputs of a machine: each within its range."""

    def __init__(self, quantities: tuple[Quantity, ...]) -> None:
        self._quantities = {quantity.name: quantity for quantity in quantities}
        self._values = {quantity.name: quantity.default for quantity in quantities}

    @property
    def inputs(self) -> Mapping[str, float]:
        """What has been set, by name."""
        return dict(self._values)

    def set(self, name: str, value: float) -> None:
        """Set an input. Raises OutOfRange, UnknownQuantity."""
        self._values[name] = self.quantity(name).checked(value)

    def quantity(self, name: str) -> Quantity:
        """What is known of an input. Raises UnknownQuantity."""
        if name not in self._quantities:
            raise UnknownQuantity(name, tuple(self._quantities))
        return self._quantities[name]
