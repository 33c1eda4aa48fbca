"""The per-phase equivalent circuit of a three-phase induction machine, in the steady state of its currents.

Source: S. J. Chapman, *Electric Machinery Fundamentals*, chapter on induction motors (also Fitzgerald, Kingsley and
Umans, *Electric Machinery*): stator R₁ + jX₁, in parallel the magnetising jX_m and the resistance R_c of the iron's
loss, and the rotor R₂/s + jX₂ seen from the stator. What crosses the air gap is 3 |I₂|² R₂/s; divided by the field's
speed it is the torque. Reactances are given at one frequency and grow with it. No saturation, no skin effect.
"""

from cmath import phase
from dataclasses import dataclass
from math import inf, pi

STANDSTILL_OF_THE_FIELD = 1e-9  # Hz: below this there is no field that could turn


def synchronous_speed(frequency: float, poles: int) -> float:
    """Speed of the field in r/min, n = 120 f / p.

    >>> [synchronous_speed(50, poles) for poles in (2, 4, 6, 8)]
    [3000.0, 1500.0, 1000.0, 750.0]
    """
    return 120.0 * frequency / poles


@dataclass(frozen=True, slots=True)
class Phasors:
    """What flows at one slip: complex currents in A (rms), against the voltage of the phase, and powers of all three
    phases in W."""

    voltage: float
    stator: complex
    """I₁, from the supply."""
    rotor: complex
    """I₂, of the cage as the stator sees it."""
    magnetising: complex
    """I_m, which makes the flux of the air gap."""
    slip: float
    stator_loss: float
    iron_loss: float
    rotor_loss: float
    air_gap_power: float

    @property
    def power_in(self) -> float:
        """3 V I₁ cos φ, in W; negative where it gives power back."""
        return 3 * self.voltage * self.stator.real

    @property
    def mechanical_power(self) -> float:
        """(1 − s) of what crosses the air gap, in W, before friction."""
        return (1 - self.slip) * self.air_gap_power

    @property
    def power_factor(self) -> float:
        """cos φ; 0 without current."""
        return self.stator.real / abs(self.stator) if self.stator else 0.0

    @property
    def lag(self) -> float:
        """By how much the current comes after the voltage, in rad."""
        return -phase(self.stator)


@dataclass(frozen=True, slots=True)
class Circuit:
    """Resistances and reactances of one phase in Ω (star), the reactances at `base_frequency` in Hz."""

    r1: float
    x1: float
    r2: float
    x2: float
    xm: float
    base_frequency: float
    rc: float = inf

    def at(self, voltage: float, frequency: float, slip: float) -> Phasors:
        """What flows at a voltage of the phase in V (rms), a frequency in Hz and a slip (1: at rest)."""
        if frequency < STANDSTILL_OF_THE_FIELD or voltage <= 0:
            return Phasors(0.0, 0j, 0j, 0j, slip, 0.0, 0.0, 0.0, 0.0)
        grown = frequency / self.base_frequency
        # Written with s on top, so that it holds at s = 0 as well: the rotor's admittance is s / (R₂ + j s X₂).
        rotor = slip / complex(self.r2, slip * self.x2 * grown)
        gap = 1 / (rotor + 1 / (1j * self.xm * grown) + 1 / self.rc)
        stator_current = voltage / (complex(self.r1, self.x1 * grown) + gap)
        emf = stator_current * gap
        rotor_current = emf * rotor
        # |I₂|² R₂/s = |E|² s R₂ / |R₂ + j s X₂|², which holds at s = 0 as well.
        crossing = 3 * abs(emf) ** 2 * slip * self.r2 / (self.r2**2 + (slip * self.x2 * grown) ** 2)
        return Phasors(
            voltage=voltage,
            stator=stator_current,
            rotor=rotor_current,
            magnetising=emf / (1j * self.xm * grown),
            slip=slip,
            stator_loss=3 * abs(stator_current) ** 2 * self.r1,
            iron_loss=3 * abs(emf) ** 2 / self.rc,
            rotor_loss=3 * abs(rotor_current) ** 2 * self.r2,
            air_gap_power=crossing,
        )

    def torque(self, voltage: float, frequency: float, slip: float, poles: int) -> float:
        """Torque of the field on the rotor in N·m, air-gap power over the field's speed; 0 without a field."""
        if frequency < STANDSTILL_OF_THE_FIELD:
            return 0.0
        return self.at(voltage, frequency, slip).air_gap_power / (4 * pi * frequency / poles)

    def breakdown(self, voltage: float, frequency: float, poles: int) -> tuple[float, float]:
        """Slip and torque in N·m where the torque is greatest, by Thévenin's theorem:
        s_b = R₂ / √(R_th² + (X_th + X₂)²), T_b = 3 V_th² / (2 ω_s (R_th + √(R_th² + (X_th + X₂)²)))."""
        if frequency < STANDSTILL_OF_THE_FIELD:
            return 0.0, 0.0
        grown = frequency / self.base_frequency
        stator = complex(self.r1, self.x1 * grown)
        shunt = 1 / (1 / (1j * self.xm * grown) + 1 / self.rc)
        source = voltage * abs(shunt / (stator + shunt))
        inner = stator * shunt / (stator + shunt)
        root = abs(complex(inner.real, inner.imag + self.x2 * grown))
        return self.r2 / root, 3 * source**2 / (2 * (4 * pi * frequency / poles) * (inner.real + root))
