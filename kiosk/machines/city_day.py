"""What a city asks of its power plant through a winter's working day.

The shape is the one that textbooks of power systems draw: a valley before dawn, a steep morning, a dip at noon when
the workshops rest, and the highest point when lamps and stoves are lit. Round shares of the day's highest load, not
those of any one city.
"""

HOURS = (
    0.60, 0.57, 0.55, 0.54, 0.55, 0.58, 0.66, 0.79, 0.90, 0.94, 0.93, 0.91,
    0.84, 0.85, 0.88, 0.89, 0.91, 0.97, 1.00, 0.99, 0.95, 0.88, 0.78, 0.67,
)  # fmt: skip
MINUTES = 1440.0


def city_load(minute: float) -> float:
    """Share of the day's highest load at a minute of the day: a smooth curve through the hours (Catmull–Rom).

    >>> city_load(18 * 60)
    1.0
    """
    place = minute % MINUTES / 60
    hour = int(place)
    x = place - hour
    a, b, c, d = (HOURS[(hour + step) % 24] for step in (-1, 0, 1, 2))
    return b + x / 2 * (c - a + x * (2 * a - 5 * b + 4 * c - d + x * (3 * (b - c) + d - a)))
