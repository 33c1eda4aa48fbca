"""A three-phase induction motor: a field that turns, a cage that chases it, and a load that holds it back.

Sources: the equivalent circuit of `induction.py`; J dω/dt = T − T_load; supply with V/f constant up to the mains'
50 Hz and constant voltage above (any textbook of drives). The circuit's values are those of Chapman's worked example
of a 25 hp motor (0.641, 1.106, 0.332, 0.464 and 26.3 Ω), all made smaller in one proportion, so that at 380 V and 50 Hz
the shaft gives 11.6 kW at a slip of 1/30: 1450 r/min with four poles, as the pump next door wants it. His rotational
loss of 1.1 kW, in proportion to the power, is shared out: 230 W of friction and the motor's own fan, the rest in iron.

One circuit serves for 2, 4, 6 and 8 poles: four motors of the same power, of which the slower are built larger and
give more torque. The currents follow the speed at once: their own transients are over in hundredths of a second.
"""

from cmath import phase
from collections.abc import Mapping
from dataclasses import dataclass
from math import copysign, cos, pi, sqrt
from typing import Final

from kiosk.machines.induction import STANDSTILL_OF_THE_FIELD, Circuit, Phasors, synchronous_speed
from kiosk.machines.model import Design, OutOfRange, Quantity, Reading, Settable

MAINS_FREQUENCY = 50.0  # Hz
MAINS_VOLTAGE = 380.0  # V between two lines
CIRCUIT: Final = Circuit(r1=0.60, x1=1.04, r2=0.3145, x2=0.44, xm=25.0, rc=250.0, base_frequency=MAINS_FREQUENCY)
RATED_SPEED = 1450.0  # r/min with four poles
RATED_POWER = 11_600.0  # W on the shaft
WINDAGE_AT_RATED_SPEED = 230.0  # W: friction and the fan on the shaft; air's torque grows with the square of speed
POLES = (2, 4, 6, 8)

CURVE_POINTS = 48
SUBSTEP = 1 / 600  # s: short against the time that the rotor takes to follow
SLOWED = 50.0
"""The eye cannot follow 50 turns a second. What is `seen_…` is as on a film that runs fifty times slower: supply, field
and rotor all alike, so that their proportion, which is the slip, stays true."""

DESIGN = Design(
    name="motor",
    parameters=(
        Quantity("inertia", 0.2, 5.0, 1.0, "kg·m²", "inertia of rotor and load (a steel disc of 50 kg, 0.4 m: 1.0)"),
        Quantity("fan", 0.0, 1.0, 0.0, "", "part of the load that grows with n²: 0 a brake, 1 a fan (no stall)"),
    ),
    inputs=(
        Quantity("frequency", 0.0, 60.0, MAINS_FREQUENCY, "Hz", "frequency of the supply"),
        Quantity("poles", 2.0, 8.0, 4.0, "", "poles of the winding: 2, 4, 6 or 8"),
        Quantity("load", 0.0, 250.0, 76.0, "N·m", "torque of the load; a fan's: at 1450 r/min"),
        Quantity("swap", 0.0, 1.0, 0.0, "", "1: two of the three wires are swapped"),
    ),
)


class NotSoManyPoles(OutOfRange):
    """North and south come in pairs, and this motor has windings for one to four pairs."""

    def __init__(self, quantity: Quantity, value: float) -> None:
        super().__init__(quantity, value)
        self.args = (f"poles = {value:g} is out of range: {', '.join(str(poles) for poles in POLES)}",)


@dataclass(frozen=True, slots=True)
class Balance:
    """Where the power goes now, in W."""

    taken: float
    stator_loss: float
    iron_loss: float
    rotor_loss: float
    windage: float
    given: float
    """At the shaft: to the load, and to rotor and load while they gain speed."""

    @property
    def losses(self) -> float:
        """All that becomes heat."""
        return self.stator_loss + self.iron_loss + self.rotor_loss + self.windage

    @property
    def efficiency(self) -> float:
        """What is given of what is taken; 0 where the shaft gets nothing or the motor brakes."""
        return self.given / self.taken if self.taken > 0 and self.given > 0 else 0.0


class Motor(Settable):
    """The motor with its load. Speeds are positive in the direction in which it turns with its wires as they were."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self._inertia = values["inertia"]
        self._fan = values["fan"]
        self._omega = 0.0  # rad/s of the rotor
        self._supply_angle = 0.0  # rad
        self._rotor_angle = 0.0  # rad
        self._traced: tuple[object, ...] = ()
        self._traces: tuple[tuple[tuple[float, float], ...], ...] = ((), ())

    def set(self, name: str, value: float) -> None:
        """Set an input. Raises OutOfRange (an odd number of poles as well), UnknownQuantity."""
        if name == "poles" and self.quantity(name).checked(value) not in POLES:
            raise NotSoManyPoles(self.quantity(name), value)
        super().set(name, value)

    def step(self, seconds: float) -> None:
        """Let time go by, in parts of its own; the rest at once where the speed no longer changes."""
        parts = max(1, round(seconds / SUBSTEP))
        for done in range(parts):
            if not self._advance(seconds / parts):
                self._turn_on(seconds * (parts - done) / parts)
                return

    # ---- what is known of it now

    @property
    def speed(self) -> float:
        """Speed of the rotor in r/min."""
        return self._omega * 30 / pi

    @property
    def voltage(self) -> float:
        """Voltage of a phase in V: V/f constant up to the mains' frequency, the mains' voltage above it."""
        return MAINS_VOLTAGE / sqrt(3) * min(1.0, self._values["frequency"] / MAINS_FREQUENCY)

    @property
    def field_speed(self) -> float:
        """Speed of the field in r/min, with its sign: n = 120 f / p."""
        return self._way * synchronous_speed(self._values["frequency"], self._poles)

    @property
    def slip(self) -> float:
        """(n_field − n_rotor) / n_field; 0 without a field, 1 at rest, over 1 against the field."""
        return self._slip_at(self._omega)

    @property
    def stalled(self) -> bool:
        """Whether it stands still although there is a field."""
        return self._omega == 0 and abs(self.torque()) > 0

    def phasors(self) -> Phasors:
        """Currents and powers as they are now."""
        return CIRCUIT.at(self.voltage, self._values["frequency"], self.slip)

    def torque(self) -> float:
        """Torque of the field on the rotor in N·m, with its sign."""
        return self._torque_at(self._omega)

    def load_torque(self, speed: float) -> float:
        """What the load asks for at a speed in r/min, in N·m, without a sign: it always holds back."""
        load = self._values["load"]
        return load * (1 - self._fan) + load * self._fan * (speed / RATED_SPEED) ** 2

    def breakdown(self) -> tuple[float, float]:
        """Slip and torque in N·m at the top of the curve."""
        return CIRCUIT.breakdown(self.voltage, self._values["frequency"], self._poles)

    def balance(self) -> Balance:
        """Where the power goes: what is taken is what is lost and what the shaft gives."""
        p, windage = self.phasors(), abs(self._windage(self._omega) * self._omega)
        return Balance(
            taken=p.power_in,
            stator_loss=p.stator_loss,
            iron_loss=p.iron_loss,
            rotor_loss=p.rotor_loss,
            windage=windage,
            given=p.mechanical_power - windage,
        )

    def trace(self) -> tuple[tuple[float, float], ...]:
        """Torque in N·m over speed in r/min, from rest to the field's speed, both in the field's direction."""
        return self._both_traces()[0]

    def second_trace(self) -> tuple[tuple[float, float], ...]:
        """The load's torque in N·m over speed in r/min."""
        return self._both_traces()[1]

    def readings(self) -> tuple[Reading, ...]:
        """Speeds, slip, torques, current, powers, efficiency, and what a slow film would show."""
        p, balance, torque = self.phasors(), self.balance(), self.torque()
        turned = self._supply_angle / SLOWED
        u, v, w = self._winding_angles(turned - p.lag)
        peak = sqrt(2) * abs(p.stator)
        return (
            Reading("field_speed", self.field_speed, "r/min"),
            Reading("speed", self.speed, "r/min"),
            Reading("slip", self.slip * 100, "%"),
            Reading("torque", torque, "N·m"),
            Reading("current", abs(p.stator), "A"),
            Reading("rotor_current", abs(p.rotor), "A"),
            Reading("shaft_power", balance.given / 1000, "kW"),
            Reading("efficiency", balance.efficiency * 100, "%"),
            Reading("stalled", float(self.stalled), ""),
            Reading("fan", self._fan, ""),
            Reading("seen_field", self._axis(turned + phase(p.magnetising)) / (self._poles / 2), "rad"),
            Reading("seen_cage", self._axis(turned + phase(-p.rotor)) / (self._poles / 2), "rad"),
            Reading("seen_rotor", self._rotor_angle / SLOWED, "rad"),
            Reading("seen_u", peak * cos(u), "A"),
            Reading("seen_v", peak * cos(v), "A"),
            Reading("seen_w", peak * cos(w), "A"),
        )

    # ---- inside

    @property
    def _poles(self) -> int:
        return round(self._values["poles"])

    @property
    def _way(self) -> float:
        """The field's direction: swapping two wires turns it round."""
        return -1.0 if self._values["swap"] >= 0.5 else 1.0

    def _slip_at(self, omega: float) -> float:
        if self._values["frequency"] < STANDSTILL_OF_THE_FIELD:
            return 0.0
        field = self._way * 4 * pi * self._values["frequency"] / self._poles
        return (field - omega) / field

    def _torque_at(self, omega: float) -> float:
        frequency = self._values["frequency"]
        return self._way * CIRCUIT.torque(self.voltage, frequency, self._slip_at(omega), self._poles)

    @staticmethod
    def _windage(omega: float) -> float:
        """Torque of friction and of the fan on the shaft in N·m, with the sign of the speed."""
        rated = RATED_SPEED * pi / 30
        return WINDAGE_AT_RATED_SPEED / rated * copysign((omega / rated) ** 2, omega)

    def _advance(self, dt: float) -> bool:
        """A short time goes by; whether the speed has changed in it."""
        before, torque = self._omega, self._torque_at(self._omega)
        held_back = self.load_torque(self.speed)
        if before == 0 and abs(torque) <= held_back:
            return False
        drag = copysign(held_back, before if before != 0 else torque) + self._windage(before)
        gain = (torque - drag) / self._inertia
        if abs(gain) < 1e-9:
            return False
        # Near the field's speed the torque changes so fast with speed that a plain step would overshoot: linearised
        # about the present speed and solved for its end (Rosenbrock), a step is stable however long it is.
        nudge = self._way * 1e-3  # rad/s, towards the field
        slope = (self._torque_at(before + nudge) - torque) / nudge / self._inertia
        self._omega = before + gain * dt / (1 - min(0.0, slope) * dt)
        if before * self._omega < 0:
            self._omega = 0.0  # the load stops the rotor, it does not turn it back; the field may, in the next part
        self._turn_on(dt, before)
        return True

    def _turn_on(self, dt: float, before: float | None = None) -> None:
        """Supply and rotor turn on, the rotor at the mean of its speed before and now."""
        mean = self._omega if before is None else (before + self._omega) / 2
        self._supply_angle += 2 * pi * self._values["frequency"] * dt
        self._rotor_angle += mean * dt

    def _axis(self, angle: float) -> float:
        """Where on the winding (in electrical rad) an angle of the supply's first phase lies: it runs backwards where
        the first two wires are swapped, U leading after V."""
        return angle if self._way > 0 else 2 * pi / 3 - angle

    def _winding_angles(self, angle: float) -> tuple[float, float, float]:
        """Phase of the currents in the windings U, V and W in rad, where that of the supply's first phase is given."""
        first, second, third = angle, angle - 2 * pi / 3, angle + 2 * pi / 3
        return (first, second, third) if self._way > 0 else (second, first, third)

    def _both_traces(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        values = self._values
        now = (values["frequency"], values["poles"], values["load"])
        if now != self._traced:
            field, poles = synchronous_speed(values["frequency"], self._poles), self._poles
            # Closer together towards the field's speed, where the curve falls steeply.
            slips = [(1 - k / CURVE_POINTS) ** 2 for k in range(CURVE_POINTS + 1)] if field > 0 else []
            torque = CIRCUIT.torque
            self._traced, self._traces = (
                now,
                (
                    tuple((field * (1 - s), torque(self.voltage, values["frequency"], s, poles)) for s in slips),
                    tuple((float(speed), self.load_torque(speed)) for speed in range(0, 3601, 100)),
                ),
            )
        return self._traces
