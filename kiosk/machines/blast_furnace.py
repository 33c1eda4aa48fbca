"""A blast furnace: burden sinks, gas rises, they trade heat and oxygen; iron and slag gather in the hearth.

Sources: A. K. Biswas, *Principles of Blast Furnace Ironmaking* (charge, slag, hanging); M. Geerdes et al., *Modern
Blast Furnace Ironmaking* (sizes, wind, resistance). The shaft: `furnace_shaft.py`; the hearth: `furnace_hearth.py`;
the chemistry: `smelting.py`.
HEEL, HEARTH_LOSS, WALLS_CARRY and SLIPS_AT are round figures of ours, chosen so that a furnace hangs, slips and chills
as the books tell. Coke works about one and a half times too strongly on the hearth's heat: the iron takes no silicon.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.machines.furnace_hearth import IRON_DENSITY, SLAG_DENSITY, basicity, filled, melt_of
from kiosk.machines.furnace_shaft import (
    AIR,
    COOLED,
    HEIGHT,
    SHAFT,
    ZONES,
    Gas,
    Melted,
    Zone,
    burn,
    receive,
    rise,
    shares,
    sink,
)
from kiosk.machines.model import Design, Quantity, Reading, Settable
from kiosk.machines.smelting import (
    AL2O3,
    ALUMINA,
    BURDEN,
    CACO3,
    CAO,
    CARBON,
    COKE_CARBON,
    COKE_DENSITY,
    FE,
    FE2O3,
    FEO,
    HAEMATITE,
    IRON,
    KELVIN,
    LIMESTONE,
    METAL_CARBON,
    MOLE_VOLUME,
    OXYGEN_IN_AIR,
    ROOM,
    SILICA,
    SIO2,
    C,
    heat,
    room,
)

PART = 10.0  # s: time goes by in parts of this length
GRAVITY = 9.81  # m/s²
REFERENCE = 2_536.0  # m³: No. 1 furnace of Shougang, whose height the shaft has
FULL_WIND = 1.8 / 60  # m³/s of blast at 0 °C and 1 atm for each m³ inside (Geerdes: 4000–5000 m³/min at this size)
HEARTH_ROOM = 0.052  # m³ for iron and slag under the tuyeres for each m³ inside: a bed of coke fills the rest
FULL = 0.95  # of that room: the first slag stands at the tuyeres
HEEL = 0.12  # of that room lies under the tap hole
HEARTH_LOSS = 0.8  # W/(m³·K) of inner volume to the cooling
FURNACE_PRESSURE = 300e3  # Pa over the liquid at full wind
FULL_RESISTANCE = 130e3  # Pa that the gas loses on its way up at full wind through half coke, half ore (Geerdes)
WALLS_CARRY = 0.4  # of the burden's weight hangs on the walls by friction
SLIPS_AT = 0.35  # of what it hangs at: the wind is cut so far and the burden drops
HOT_METAL = 1_465.0 + KELVIN  # K at the start
CHILLED, WARM = 1_400.0 + KELVIN, 1_450.0 + KELVIN  # K
LADLE = 300_000.0  # kg in a torpedo ladle
ROUND = 30_000.0 / REFERENCE  # kg of coke in a layer for each m³ inside
_METAL = 2.0 * 1000 / 86_400  # kg/s of hot metal for each m³ inside, at the start (Geerdes: 2 to 2.5 t a day)
AVERAGED = 3_600.0  # s over which rates are taken

DESIGN = Design(
    name="blast-furnace",
    parameters=(
        Quantity("volume", 500.0, 5500.0, REFERENCE, "m³", "volume inside the furnace"),
        Quantity("iron_in_ore", 60.0, 68.0, 65.0, "%", "iron in the ore"),
    ),
    inputs=(
        Quantity("blast", 0.0, 130.0, 100.0, "%", "wind, of what the furnace is built for"),
        Quantity("blast_temperature", 600.0, 1250.0, 1150.0, "°C", "temperature of the hot blast"),
        Quantity("coke", 350.0, 700.0, 500.0, "kg/t", "coke charged for a tonne of hot metal"),
        Quantity("limestone", 0.0, 500.0, 280.0, "kg/t", "limestone charged for a tonne of hot metal"),
        Quantity("tap_hole", 0.0, 1.0, 0.0, "", "tap hole plugged or open"),
    ),
)

_START = (
    (209, 1.000, 0.000, 1.000, 1.000),
    (372, 0.995, 0.005, 1.000, 1.000),
    (517, 0.940, 0.060, 1.000, 1.000),
    (643, 0.716, 0.284, 1.000, 0.999),
    (749, 0.351, 0.649, 1.000, 0.985),
    (835, 0.101, 0.877, 1.000, 0.920),
    (923, 0.016, 0.886, 0.998, 0.703),
    (1044, 0.001, 0.641, 0.986, 0.282),
    (1239, 0.000, 0.304, 0.892, 0.024),
    (1673, 0.000, 0.062, 0.778, 0.000),
)
"""Each zone of a furnace that has run for days with what it is set to at first, so that it needn't be run for days: °C,
iron as haematite, iron as wüstite, coke that is left, limestone that is left. The model itself has found it."""


@dataclass(slots=True)
class Account:
    """What has come in, or gone out, since the start; or what is inside."""

    iron: float = 0.0  # mol
    carbon: float = 0.0  # mol
    oxygen: float = 0.0  # mol of O
    calcium: float = 0.0  # mol
    energy: float = 0.0  # J, counted from the elements at 25 °C

    def book(self, n: Sequence[float], enthalpy: float) -> None:
        """Book burden or melt: amounts in mol, enthalpy in J."""
        self.iron += 2 * n[FE2O3] + n[FEO] + n[FE]
        self.carbon += n[C] + n[CACO3]
        self.oxygen += 3 * (n[FE2O3] + n[CACO3] + n[AL2O3]) + n[FEO] + n[CAO] + 2 * n[SIO2]
        self.calcium += n[CACO3] + n[CAO]
        self.energy += enthalpy

    def book_gas(self, gas: Gas) -> None:
        """Book gas."""
        self.carbon += gas.monoxide + gas.dioxide
        self.oxygen += gas.monoxide + 2 * gas.dioxide
        self.energy += gas.enthalpy


class BlastFurnace(Settable):
    """The furnace, blown in and running. The skip keeps it full to the stock line by itself."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self._volume, self._grade = values["volume"], values["iron_in_ore"] / 100
        self._height: float = HEIGHT * (self._volume / REFERENCE) ** (1 / 3)
        charge = self.charge()
        self.zones = _blown_in(self._volume, charge)
        space = HEARTH_ROOM * self._volume
        iron, slag = 0.20 * space * IRON_DENSITY, 0.15 * space * SLAG_DENSITY
        self.hearth = filled(
            space, HEEL * space, max(1.0, self._volume / REFERENCE), melt_of(iron, slag, charge), HOT_METAL
        )
        self.came, self.went = Account(), Account()
        self._left = 0.0
        self._top, self._last = Gas(0.0, 0.0, 0.0, 200 + KELVIN), Melted(flame=self.zones[-1].temperature)
        # Smoothed over an hour, in kg/s and mol/s: hot metal, coke; oxygen of the ore, and what coke took of it.
        self._rates = [_METAL * self._volume, _METAL * self._volume * self._values["coke"] / 1000, 0.0, 0.0]
        self._wind = self._pressure = 0.0
        self._holds = 1.0
        self._hanging, self._slips, self._warm = False, 0, 0.0
        self._tapped = self._flow = self._slag_flow = 0.0
        self._layers: list[tuple[float, bool]] = []  # height of a lower edge in m, and whether ore lies on it
        self._layer_ore, self._layer_left = False, 0.0
        self._lay()

    def charge(self) -> list[float]:
        """What makes a tonne of hot metal, as it is set now: mol of each substance."""
        iron = 1000 * (1 - METAL_CARBON) / IRON.molar_mass
        haematite = self._grade * HAEMATITE.molar_mass / (2 * IRON.molar_mass)  # kg/kg of ore; the rest is silica
        gangue = iron / 2 * HAEMATITE.molar_mass * (1 / haematite - 1)
        ash = self._values["coke"] * (1 - COKE_CARBON) / 2
        n = [0.0] * len(BURDEN)
        n[FE2O3] = iron / 2
        n[C] = self._values["coke"] * COKE_CARBON / CARBON.molar_mass
        n[CACO3] = self._values["limestone"] / LIMESTONE.molar_mass
        n[SIO2] = (gangue + ash) / SILICA.molar_mass
        n[AL2O3] = ash / ALUMINA.molar_mass
        return n

    def contents(self) -> Account:
        """What is inside now."""
        inside = Account()
        for zone in self.zones:
            inside.book(zone.burden, heat(zone.burden, zone.temperature))
        inside.book(self.hearth.melt, self.hearth.enthalpy)
        return inside

    def step(self, seconds: float) -> None:
        """Let time go by, in parts of ten seconds; what is left over waits for the next step."""
        self._left += seconds
        while self._left >= PART - 1e-9:
            self._left -= PART
            self._go_on()

    def _go_on(self) -> None:
        gas = self._blow()
        for zone in reversed(self.zones):
            self.went.energy += rise(zone, gas, PART)
        self._top = gas
        self.went.book_gas(gas)
        self._hang()
        if not self._hanging:
            self._descend()
        self._collect()
        self._tap()
        self._take_rates()

    def _blow(self) -> Gas:
        oxygen = self._blown() * FULL_WIND * self._volume / MOLE_VOLUME * OXYGEN_IN_AIR * PART
        gas, self._last = burn(self.zones[-1], oxygen, self._values["blast_temperature"] + KELVIN)
        self._wind = self._last.burnt / 2 / OXYGEN_IN_AIR * MOLE_VOLUME / PART
        self.came.oxygen += self._last.burnt
        self.came.energy += self._last.blast_heat
        return gas

    def _blown(self) -> float:
        """Wind at the tuyeres, as a share of full wind; slag that stands there lets none in."""
        free = min(1.0, max(0.0, (1 - self.hearth.level) / (1 - FULL)))
        return self._values["blast"] / 100 * free

    def _hang(self) -> None:
        """Too much wind carries the burden: it hangs until the wind is cut, then drops."""
        volume = sum(room(zone.burden) for zone in self.zones)
        coke = sum(zone.burden[C] for zone in self.zones) * CARBON.molar_mass / COKE_CARBON
        mass = sum(
            n * substance.molar_mass for zone in self.zones for n, substance in zip(zone.burden, BURDEN, strict=True)
        )
        narrow = 0.5 / max(0.05, coke / COKE_DENSITY / volume)
        self._pressure = FULL_RESISTANCE * self._height / HEIGHT * self._blown() ** 2 * narrow
        self._holds = (1 - WALLS_CARRY) * mass / volume * GRAVITY * self._height
        if self._pressure > self._holds:
            self._hanging = True
        elif self._hanging and self._pressure < SLIPS_AT * self._holds:
            self._hanging = False
            self._slips += 1

    def _descend(self) -> None:
        """Each zone is filled from the one above it, the highest from the skip."""
        came = [0.0] * ZONES
        for index in range(ZONES - 1, 0, -1):
            came[index] = sink(self.zones[index - 1], self.zones[index])
        top, charge = self.zones[0], self.charge()
        came[0] = max(0.0, top.volume - room(top.burden))
        part = came[0] / room(charge)
        fresh = [amount * part for amount in charge]
        self.came.book(fresh, heat(fresh, AIR))
        receive(top, fresh, AIR)
        self._move_layers(came, charge)

    def _move_layers(self, came: Sequence[float], charge: Sequence[float]) -> None:
        """Let the edges of the layers sink as fast as the burden around them, and lay new ones on top."""
        thick = self._height / ZONES
        speeds = [volume / zone.volume * thick for volume, zone in zip(came, self.zones, strict=True)]
        speeds.append(speeds[-1])
        sunk = []
        for height, ore in self._layers:
            place = min(max((self._height - height) / thick, 0.0), ZONES - 1e-6)
            part = place % 1
            sunk.append((height - speeds[int(place)] * (1 - part) - speeds[int(place) + 1] * part, ore))
        # The lowest edge above the tuyeres has the one before it under the edge of the picture.
        gone = max((index for index, (height, _) in enumerate(sunk) if height <= 0), default=0)
        self._layers = sunk[gone:]
        self._layer_left -= came[0]
        if self._layer_left <= 0:
            self._layer_ore = not self._layer_ore
            self._layers.append((self._height, self._layer_ore))
            self._layer_left += self._layer_room(charge, self._layer_ore)

    def _layer_room(self, charge: Sequence[float], ore: bool) -> float:
        """Room in m³ of a layer: so much coke, or the ore and limestone that it is to melt."""
        coke = ROUND * self._volume / COKE_DENSITY
        return coke * (room(charge) / (charge[C] * ROOM[C]) - 1) if ore else coke

    def _lay(self) -> None:
        """The layers of a furnace that has always been charged as it is now."""
        charge, volume, ore = self.charge(), 0.0, True
        while volume < self._volume * SHAFT:
            self._layers.append((self._depth(volume), ore))
            volume += self._layer_room(charge, not ore)
            ore = not ore
        self._layers = self._layers[1:][::-1]
        self._layer_ore, self._layer_left = True, self._layer_room(charge, True)

    def _depth(self, volume: float) -> float:
        """Height in m over the tuyeres under which so many m³ lie over it."""
        height, thick = self._height, self._height / ZONES
        for zone in self.zones:
            part = min(1.0, volume / zone.volume)
            height -= part * thick
            volume -= part * zone.volume
        return height

    def _collect(self) -> None:
        loss = HEARTH_LOSS * self._volume * (self.hearth.temperature - AIR) * PART
        self.hearth.receive(self._last.melt, self._last.enthalpy - loss)
        self.went.energy += loss

    def _tap(self) -> None:
        self._flow = self._slag_flow = 0.0
        if self._values["tap_hole"] < 0.5:
            return
        wind = self._wind / (FULL_WIND * self._volume)
        iron, slag, melt, enthalpy = self.hearth.tap(FURNACE_PRESSURE * wind**2, PART)
        self._flow, self._slag_flow = iron / PART, slag / PART
        self._tapped += iron
        self.went.book(melt, enthalpy)

    def _take_rates(self) -> None:
        last, top = self._last, self._top
        iron = last.melt[FE] * IRON.molar_mass + last.melt[C] * CARBON.molar_mass
        coke = (last.burnt + last.direct + top.solution + last.melt[C]) * CARBON.molar_mass / COKE_CARBON
        taken = last.direct + top.solution
        now = (iron, coke, 1.5 * (last.melt[FE] + last.melt[FEO]) - last.melt[FEO], taken)
        keep = 1 - PART / AVERAGED
        self._rates = [rate * keep + amount / AVERAGED for rate, amount in zip(self._rates, now, strict=True)]
        warm = self.hearth.temperature >= WARM
        self._warm = self._warm + PART if warm else 0.0

    def _void(self) -> float:
        """Height in m of what the fire has eaten out under a burden that hangs."""
        lowest = self.zones[-1]
        return max(0.0, 1 - room(lowest.burden) / lowest.volume) * self._height / ZONES

    def trace(self) -> tuple[tuple[float, float], ...]:
        """Temperature in °C over height in m: ten of the burden from the top down, then eleven of the gas from the
        tuyeres up, where it is a flame; each as it leaves a zone."""
        thick = self._height / ZONES
        down = tuple((zone.temperature, self._height - (index + 0.5) * thick) for index, zone in enumerate(self.zones))
        up = tuple((zone.gas_temperature, self._height - index * thick) for index, zone in enumerate(self.zones))
        flame = (self._last.flame if self._last.burnt > 0 else self.zones[-1].temperature, 0.0)
        return tuple((temperature - KELVIN, height) for temperature, height in (*down, flame, *up[::-1]))

    def second_trace(self) -> tuple[tuple[float, float], ...]:
        """The layers from the tuyeres up: height in m of a lower edge, and 1 where ore lies on it, 0 where coke."""
        return tuple((max(0.0, height), float(ore)) for height, ore in self._layers)

    def readings(self) -> tuple[Reading, ...]:
        """Hearth, top gas, rates, what has been tapped, and what is amiss."""
        hearth, (metal, coke, oxide, direct) = self.hearth, self._rates
        chilled = hearth.temperature < CHILLED
        return (
            Reading("hearth_temperature", hearth.temperature - KELVIN, "°C"),
            Reading("iron", hearth.iron / 1000, "t"),
            Reading("slag", hearth.slag / 1000, "t"),
            Reading("iron_level", hearth.iron / IRON_DENSITY / hearth.room * 100, "%"),
            Reading("level", min(1.0, hearth.level) * 100, "%"),
            Reading("basicity", hearth.basicity, ""),
            Reading("charge_basicity", basicity(self.charge()), ""),
            Reading("coke_rate", min(2000.0, coke / metal * 1000) if metal > 0 else 0.0, "kg/t"),
            Reading("hot_metal", metal * 3.6, "t/h"),
            Reading("utilisation", self._top.utilisation * 100, "%"),
            Reading("direct_reduction", direct / oxide * 100 if oxide > 0 else 0.0, "%"),
            Reading("top_temperature", self._top.temperature - KELVIN, "°C"),
            Reading("flame", self._last.flame - KELVIN, "°C"),
            Reading("wind", self._wind * 60, "m³/min"),
            Reading("pressure", self._pressure / 1000, "kPa"),
            Reading("holds", self._holds / 1000, "kPa"),
            Reading("tapped", self._tapped / 1000, "t"),
            Reading("ladle", self._tapped % LADLE / 1000, "t"),
            Reading("flow", self._flow * 0.06, "t/min"),
            Reading("slag_flow", self._slag_flow * 0.06, "t/min"),
            Reading("warm", self._warm / 3600, "h"),
            Reading("skip", 1 - self._layer_left / self._layer_room(self.charge(), self._layer_ore), ""),
            Reading("skip_ore", float(self._layer_ore), ""),
            Reading("void", self._void(), "m"),
            Reading("hanging", float(self._hanging), ""),
            Reading("slips", float(self._slips), ""),
            Reading("chilled", float(chilled), ""),
            Reading("stiff", float(hearth.stiff), ""),
            Reading("full", float(hearth.level >= FULL), ""),
            Reading("height", self._height, "m"),
        )


def _blown_in(volume: float, charge: Sequence[float]) -> list[Zone]:
    """The zones of a furnace that has run for days as it is set when it is built."""
    zones: list[Zone] = []
    for share, (celsius, _haematite, _wustite, _coke, _stone) in zip(shares(), _START, strict=True):
        n = list(charge)
        n[FE2O3] = charge[FE2O3] * _haematite
        n[FEO] = 2 * charge[FE2O3] * _wustite
        n[FE] = 2 * (charge[FE2O3] - n[FE2O3]) - n[FEO]
        n[C] = charge[C] * _coke
        n[CACO3] = charge[CACO3] * _stone
        n[CAO] = charge[CACO3] - n[CACO3]
        space = volume * SHAFT * share
        part = space / room(n)
        zones.append(
            Zone(space, [amount * part for amount in n], celsius + KELVIN, celsius + KELVIN, len(zones) >= COOLED)
        )
    return zones
