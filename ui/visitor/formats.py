"""How money, times and days are written for visitors: the one way, in every language.

Names of days and months come from Qt's own locale data; the order of the parts is a translation ("ddd d MMM" in
English, "M月d日 ddd" in Chinese), so that a further language needs no code. Times handed in have already been turned to
the site's zone by `kiosk`.
"""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate


def money(fen: int) -> str:
    """An amount as a visitor reads it: `¥128`, `¥64.50`, `−¥10`; nothing to pay is said in a word.

    >>> money(12800)
    '¥128'
    >>> money(6450)
    '¥64.50'
    """
    return amount(fen) if fen else translate("Formats", "Free")


def amount(fen: int) -> str:
    """An amount where nought is a figure too (a difference, a refund): `¥0`, `¥128`, `−¥10`.

    >>> amount(0), amount(-1000), amount(105)
    ('¥0', '−¥10', '¥1.05')
    """
    yuan, rest = divmod(abs(fen), 100)
    return f"{'−' if fen < 0 else ''}¥{yuan}{f'.{rest:02d}' if rest else ''}"


def clock_time(at: datetime) -> str:
    """The hour on the wall, `14:30`, of a time in the site's zone.

    >>> clock_time(datetime(2026, 6, 6, 9, 5))
    '09:05'
    """
    return f"{at:%H:%M}"


def time_span(start: datetime, end: datetime) -> str:
    """`14:30–15:30`.

    >>> time_span(datetime(2026, 6, 6, 14, 30), datetime(2026, 6, 6, 15, 30))
    '14:30–15:30'
    """
    return f"{clock_time(start)}–{clock_time(end)}"


def minutes_long(start: datetime, end: datetime) -> str:
    """How long something takes: `60 min`."""
    count = int((end - start).total_seconds() // 60)
    return translate("Formats", "%n min", None, count)


def full_day(day: date, lang: str) -> str:
    """`Saturday 6 June`, `6月6日 星期六`."""
    return QLocale(lang).toString(QDate(day.year, day.month, day.day), translate("Formats", "dddd d MMMM"))


def short_date(day: date, lang: str) -> str:
    """`6 Jun`, `6月6日`: below a weekday, where room is short."""
    return QLocale(lang).toString(QDate(day.year, day.month, day.day), translate("Formats", "d MMM"))


def weekday(day: date, lang: str) -> str:
    """`Saturday`, `星期六`."""
    return QLocale(lang).toString(QDate(day.year, day.month, day.day), "dddd")


def short_weekday(day: date, today: date, lang: str) -> str:
    """`Today`, `Tomorrow`, `Sat`: the head of a day in a strip of days."""
    near = _near(day, today)
    return near or QLocale(lang).toString(QDate(day.year, day.month, day.day), translate("Formats", "ddd"))


def spoken_day(day: date, today: date, lang: str) -> str:
    """`Today, Saturday 6 June`: the day where it stands alone and must not be mistaken."""
    near = _near(day, today)
    full = full_day(day, lang)
    return translate("Formats", "{near}, {day}").format(near=near, day=full) if near else full


def countdown(seconds: float) -> str:
    """Time left as minutes and seconds; a begun second counts, and it never goes below nought.

    >>> countdown(180.0), countdown(160.2), countdown(-3)
    ('3:00', '2:41', '0:00')
    """
    left = max(0, -int(-seconds // 1))
    return f"{left // 60}:{left % 60:02d}"


def _near(day: date, today: date) -> str:
    if day == today:
        return translate("Formats", "Today")
    if day == today + timedelta(days=1):
        return translate("Formats", "Tomorrow")
    return ""
