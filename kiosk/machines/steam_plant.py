"""A steam power plant alone on its grid: it holds 3000 r/min while a city's load changes through a day.

Sources: swing equation with the rotor's energy H, and the load's own answer to frequency, P. Kundur, *Power System
Stability and Control* (H of two-pole steam sets 2.5–6 s on their apparent power; D = 1–2; speed droop 4–5 %). Limits of
frequency: GB/T 15945-2008 allows a small grid 50 ± 0.5 Hz; beyond 47.5 and 51.5 Hz a set may leave the grid (Commission
Regulation (EU) 2016/631). Parts: `rankine`, `boiler`, `condenser`, `city_day`. The rotor, the boiler and the condenser
live in true time, only the city's day runs faster. The sizes are round ones of a middling set, not those of any one
plant.
"""

from collections.abc import Mapping
from enum import Enum

from kiosk.machines.boiler import EFFICIENCY, Boiler
from kiosk.machines.city_day import MINUTES, city_load
from kiosk.machines.condenser import Condenser
from kiosk.machines.model import Design, Quantity, Reading, Settable
from kiosk.machines.rankine import Round, WaterRound

GRID = 50.0  # Hz
POLE_PAIRS = 1  # of the generator: 60 × 50 / 1 = 3000 r/min
LOWEST_FREQUENCY, HIGHEST_FREQUENCY = 47.5, 51.5  # Hz
GOOD = 0.5  # Hz to either side
DROOP = 0.05  # of the frequency, from an open to a shut valve
LOAD_DAMPING = 1.5  # % of load for each % of frequency
GENERATOR = 0.985  # efficiency
FRICTION = 0.006  # of rated power, in bearings and as windage, ∝ n³
HOUSE = 0.04  # of rated power for fans, small pumps and light of the house, ∝ n³
COOLING_PUMP = 0.01  # of rated power with all cooling water, ∝ flow³
MARGIN = 1.15  # full valve and full fire, against what rated power needs
VALVE_TIME = 0.4  # s: servomotor and the steam between valve and blades
BLOCKS = 8  # parts of the city, switched in one after the other
BLOCK_TIME = 1.4  # s from one to the next
RESTART_PRESSURE = 0.8  # of the rated one

MINUTES_A_SECOND = 5.0  # of the city's day: it takes 288 s

TICK = 1 / 30  # s
TICKS_A_ROUND = 3  # the steam's way is computed anew every tenth of a second

DESIGN = Design(
    name="steam-plant",
    parameters=(
        Quantity("rated_power", 6.0, 300.0, 50.0, "MW", "power that the set gives to the city at its best"),
        Quantity("pressure", 4.0, 12.0, 9.0, "MPa", "rated pressure of the boiler"),
        Quantity("temperature", 450.0, 560.0, 535.0, "°C", "temperature of the live steam"),
        Quantity("inertia", 4.0, 10.0, 7.0, "s", "energy of the rotor at 3000 r/min, per rated power"),
        Quantity("peak_load", 50.0, 100.0, 95.0, "%", "highest load of the day, per rated power"),
        Quantity("cooling_temperature", 5.0, 30.0, 15.0, "°C", "temperature of the cooling water"),
        Quantity("start_hour", 0.0, 23.0, 6.0, "h", "hour of the day at the beginning"),
    ),
    inputs=(
        Quantity("valve", 0.0, 100.0, 58.0, "%", "opening of the steam valve"),
        Quantity("fire", 0.0, 100.0, 58.0, "%", "fuel to the burners"),
        Quantity("cooling", 5.0, 100.0, 100.0, "%", "cooling water to the condenser"),
        Quantity("heat", 0.0, 100.0, 0.0, "%", "steam led off to the heat network"),
        Quantity("by_hand", 0.0, 1.0, 0.0, "", "1: the governor is off, the valve is in the hand alone"),
        Quantity("restart", 0.0, 1.0, 0.0, "", "pressed: bring a dark set back to the grid"),
    ),
)


class Grid(Enum):
    """How set and city stand to each other."""

    CONNECTED = "connected"
    DARK = "dark"
    STARTING = "starting"


class SteamPlant(Settable):
    """Boiler, turbine, generator, condenser and the city, from `start_hour` on."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self._rated = values["rated_power"] * 1e6  # W
        self._rated_pressure = values["pressure"] * 1e6  # Pa
        self._rotor_full = values["inertia"] * self._rated  # J
        self._peak = values["peak_load"] / 100 * self._rated  # W
        self._water_round = WaterRound(values["temperature"] + 273.15, self._rated_pressure)
        cold = values["cooling_temperature"] + 273.15
        self._full_flow, self._full_heat, to_condenser = self._sized(cold)  # kg/s, W
        self._boiler = Boiler(self._rated_pressure, self._full_flow / MARGIN)
        self._condenser = Condenser(to_condenser, cold)
        self._grid = Grid.CONNECTED
        self._minute = values["start_hour"] * 60
        self._connected = BLOCKS  # parts of the city that have light
        self._since_block = 0.0
        self._rotor = self._rotor_full  # J
        self._opening = self._values["valve"] / 100
        self._boiler.firing = self._values["fire"] / 100 * self._full_heat
        self._tripped = 0.0
        self._held = 0.0
        self._left_over = 0.0
        self._ticks = 0
        self._round = self._round_now()
        self._flows = dict.fromkeys(("fuel", "chimney", "city", "network", "cooling", "own", "blown"), 0.0)
        self._drawn: tuple[tuple[float, ...], tuple[tuple[float, float], ...]] = ((), ())
        self._day = tuple((hour / 4, 100 * self._city(hour * 15) / self._rated) for hour in range(97))

    def set(self, name: str, value: float) -> None:
        """Set an input; «restart» works when it is pressed down. Raises OutOfRange, UnknownQuantity."""
        before = self._values.get(name)
        super().set(name, value)
        if name == "restart" and value > 0.5 and before is not None and before <= 0.5 and self._grid is Grid.DARK:
            self._grid = Grid.STARTING
            self._since_block = 0.0
        if name == "by_hand" and value != before:
            self._held = 0.0

    def step(self, seconds: float) -> None:
        """Let time go by, in ticks of the same length however long the step is."""
        self._left_over += seconds
        while self._left_over > TICK * 0.999:
            self._left_over -= TICK
            self._tick()

    # ---- what can be read off

    @property
    def frequency(self) -> float:
        """Hz: the rotor's energy grows with the square of its speed."""
        return GRID * float(max(0.0, self._rotor / self._rotor_full) ** 0.5)

    @property
    def grid(self) -> Grid:
        """How set and city stand to each other."""
        return self._grid

    @property
    def boiler(self) -> Boiler:
        """The boiler."""
        return self._boiler

    @property
    def round(self) -> Round:
        """A kilogram of steam on its way, as it goes now."""
        return self._round

    @property
    def full_heat(self) -> float:
        """W of fuel with all burners on."""
        return self._full_heat

    def energy_passed(self) -> Mapping[str, float]:
        """J since the start: `fuel` that came in, and where energy went out."""
        return dict(self._flows)

    def energy_stored(self) -> float:
        """J in boiler, rotor and condenser."""
        return self._boiler.stored + self._rotor + self._condenser.stored

    def trace(self) -> tuple[tuple[float, float], ...]:
        """The cycle in the T–s diagram: kJ/(kg·K) and °C. It stays the same until it has visibly changed; without steam
        there is none."""
        if self._flow() < 0.02 * self._full_flow:
            return ()
        now = self._round
        key = (
            round(now.live.pressure / 1e5),
            round(now.throttled.pressure / 1e5),
            round(now.exhaust.temperature),
        )
        if self._drawn[0] != key:
            self._drawn = (key, self._water_round.on_paper(now))
        return self._drawn[1]

    def second_trace(self) -> tuple[tuple[float, float], ...]:
        """The city's day: hour, and load in % of the set's rated power."""
        return self._day

    def readings(self) -> tuple[Reading, ...]:
        """Grid, steam, heat, and how the city fares; `tripped`: the last blackout came of too little speed (−1) or of
        too much (1)."""
        now, flow = self._round, self._flow()
        frequency = self.frequency
        city, demand = self._load(frequency), self._city(self._minute)
        drawn = flow * now.heat / EFFICIENCY
        network = flow * now.to_network
        useful = (city + network) / drawn if drawn > 0 and self._grid is not Grid.DARK else 0.0
        return (
            Reading("frequency", frequency, "Hz"),
            Reading("speed", frequency * 60 / POLE_PAIRS, "r/min"),
            Reading("power", city / 1e6, "MW"),
            Reading("demand", demand / 1e6, "MW"),
            Reading("load", 100 * demand / self._rated, "%"),
            Reading("delivered", 100 * city / self._rated, "%"),
            Reading("pressure", self._boiler.pressure / 1e6, "MPa"),
            Reading("pressure_share", 100 * self._boiler.pressure / self._rated_pressure, "%"),
            Reading("temperature", now.live.temperature - 273.15, "°C"),
            Reading("steam_flow", flow, "kg/s"),
            Reading("flow_share", 100 * flow / self._full_flow, "%"),
            Reading("opening", 100 * self._opening, "%"),
            Reading("firing", 100 * self._boiler.firing / self._full_heat, "%"),
            Reading("network_heat", network / 1e6, "MW"),
            Reading("exhaust_quality", 100 * now.exhaust.quality, "%"),
            Reading("condenser_pressure", now.exhaust.pressure / 1e3, "kPa"),
            Reading("condenser_temperature", now.exhaust.temperature - 273.15, "°C"),
            Reading("cycle_efficiency", 100 * now.efficiency, "%"),
            Reading("fuel_use", 100 * useful, "%"),
            Reading("blowing", float(self._boiler.blown_off() > 0), ""),
            Reading("minute", self._minute, "min"),
            Reading("held", self._held, "h"),
            Reading("lit", 100 * self._connected / BLOCKS, "%"),
            Reading("blackout", float(self._grid is Grid.DARK), ""),
            Reading("tripped", self._tripped, ""),
            Reading("starting", float(self._grid is Grid.STARTING), ""),
        )

    # ---- inside

    def _sized(self, cold: float) -> tuple[float, float, float]:
        """Full flow in kg/s, full fire in W and heat to the condenser in W of a set that gives what it is rated for."""
        condenser = Condenser(1.0, cold).pressure()
        now = self._water_round.at(self._rated_pressure, 1 / MARGIN, condenser, 0.0)
        own = (HOUSE + COOLING_PUMP) * self._rated
        shaft = (self._rated + own) / GENERATOR + FRICTION * self._rated
        flow = shaft / (now.work - now.pump_work / GENERATOR)
        return flow * MARGIN, flow * now.heat / EFFICIENCY * MARGIN, flow * now.to_condenser

    def _round_now(self) -> Round:
        return self._water_round.at(
            self._boiler.pressure,
            self._flow() / self._full_flow,
            self._condenser.pressure(),
            self._values["heat"] / 100 if self._grid is Grid.CONNECTED else 0.0,
        )

    def _flow(self) -> float:
        """Live steam in kg/s: with the valve's opening and the pressure, but no more than the blades swallow."""
        pressure = self._boiler.pressure
        return self._full_flow * min(
            self._opening * pressure / self._rated_pressure, self._water_round.most_flow(pressure)
        )

    def _city(self, minute: float) -> float:
        """W that the city asks for at 50 Hz."""
        return self._peak * city_load(minute)

    def _load(self, frequency: float) -> float:
        """W that the connected part of the city takes at a frequency."""
        answer = 1 + LOAD_DAMPING * (frequency / GRID - 1)
        return self._city(self._minute) * self._connected / BLOCKS * max(0.0, answer)

    def _own(self, frequency: float) -> float:
        """W for fans and the cooling pump; the feed pump is counted with the steam."""
        cooling = self._values["cooling"] / 100
        return (HOUSE + COOLING_PUMP * cooling**3) * self._rated * (frequency / GRID) ** 3

    def _wanted_opening(self, frequency: float) -> float:
        if self._grid is Grid.DARK:
            return 0.0
        if self._grid is Grid.CONNECTED:
            help_ = (1 - self._values["by_hand"]) * (1 - frequency / GRID) / DROOP
            return min(1.0, max(0.0, self._values["valve"] / 100 + help_))
        # The starting gear knows what it needs: what is connected, and a push towards 50 Hz.
        push = min(0.5, max(-0.5, 12 * (1 - frequency / GRID))) * self._rated
        needed = self._shaft_load(frequency) + push
        full = self._full_flow * self._boiler.pressure / self._rated_pressure
        work = self._round.work - self._round.pump_work / GENERATOR
        return min(1.0, max(0.0, needed / (full * work)))

    def _wanted_fire(self) -> float:
        if self._grid is Grid.CONNECTED:
            return self._values["fire"] / 100 * self._full_heat
        # Without the city the boiler's own control brings the pressure back.
        gap = 1 - self._boiler.pressure / self._rated_pressure
        wanted = self._flow() * self._round.heat / EFFICIENCY + 8 * gap * self._full_heat
        return min(self._full_heat, max(0.0, wanted))

    def _shaft_load(self, frequency: float) -> float:
        """W that the turbine has to give, feed pump apart, for the speed to stay."""
        electric = self._load(frequency) + self._own(frequency)
        return electric / GENERATOR + FRICTION * self._rated * (frequency / GRID) ** 3

    def _tick(self) -> None:
        frequency = self.frequency
        self._opening += (self._wanted_opening(frequency) - self._opening) * min(1.0, TICK / VALVE_TIME)
        self._boiler.burn(self._wanted_fire(), TICK)
        if self._ticks % TICKS_A_ROUND == 0:
            self._round = self._round_now()
        self._ticks += 1
        self._move_energy(frequency)
        self._minute = (self._minute + MINUTES_A_SECOND * TICK) % MINUTES
        self._watch()

    def _move_energy(self, frequency: float) -> None:
        """The energy of one tick, from the fire to where it goes. Nothing is lost on the way."""
        now, boiler, flow = self._round, self._boiler, self._flow()
        city, load = self._load(frequency), self._shaft_load(frequency)
        pump = flow * now.pump_work / GENERATOR
        cooling = self._condenser.cooling(self._values["cooling"] / 100)
        blown = boiler.blown_off() * (boiler.dry_enthalpy() - now.feed_enthalpy)
        vented = self._condenser.take((flow * now.to_condenser - cooling) * TICK)
        boiler.take((boiler.heat_to_water() - flow * now.heat - blown) * TICK)
        self._rotor += (flow * now.work - pump - load) * TICK
        passed = {
            "fuel": boiler.firing,
            "chimney": boiler.firing - boiler.heat_to_water(),
            "city": city,
            "network": flow * now.to_network,
            "cooling": cooling + vented / TICK,
            "own": load - city + pump - flow * now.pump_work,
            "blown": blown,
        }
        for name, power in passed.items():
            self._flows[name] += power * TICK

    def _watch(self) -> None:
        """Leave the grid beyond its limits; switch the city in again block by block."""
        frequency = self.frequency
        if self._grid is Grid.CONNECTED:
            good = abs(frequency - GRID) <= GOOD
            self._held = self._held + MINUTES_A_SECOND * TICK / 60 if good else 0.0
        if self._grid is not Grid.DARK and self._connected and not LOWEST_FREQUENCY < frequency < HIGHEST_FREQUENCY:
            self._grid, self._connected, self._held = Grid.DARK, 0, 0.0
            self._tripped = -1.0 if frequency < GRID else 1.0
        if self._grid is Grid.STARTING:
            self._switch_in(frequency)

    def _switch_in(self, frequency: float) -> None:
        self._since_block += TICK
        ready = abs(frequency - GRID) < 0.3 and self._boiler.pressure > RESTART_PRESSURE * self._rated_pressure
        if not ready or self._since_block < BLOCK_TIME:
            return
        self._since_block = 0.0
        if self._connected < BLOCKS:
            self._connected += 1
            return
        # The hands take over where the starting gear has brought valve and fire.
        self._grid = Grid.CONNECTED
        self._values["valve"] = round(100 * self._opening, 1)
        self._values["fire"] = round(100 * self._boiler.firing / self._full_heat, 1)
