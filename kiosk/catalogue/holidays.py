"""The holiday table: data that the State Council announces one year at a time, and that therefore ends.

A year that nobody has announced is not guessed: its days follow their weekday and are marked. From the day in November
on which the next year is usually out, staff are told until it is there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.models import Holiday, HolidayYear
from db.models import Site as SiteRow
from db.store import Store
from kiosk.catalogue.errors import BadHolidayTable
from kiosk.content import Findings, Table, read_toml
from kiosk.events import StaffNotice

ANNOUNCED = (11, 15)  # month and day of the year before; the notices of 2024 and 2025 came on 12 and 4 November
MOST_BYTES = 256 * 1024
MOST_DAYS = 20  # of one holiday


@dataclass(frozen=True, slots=True)
class TableDay:
    """A day that is not what its weekday says; `kind` is holiday or shifted_work."""

    day: date
    kind: str
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableYear:
    """An announced year; `source` names the document that announces it."""

    calendar: str
    year: int
    source: str
    days: tuple[TableDay, ...]


def read_table(path: Path) -> tuple[TableYear, ...]:
    """Read one holiday table. Raises BadHolidayTable with every fault, OSError."""
    findings = Findings()
    with findings.within(path.name):
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = ""
        if not text:
            findings.fault(0, "the table is empty, too large, or not UTF-8", "Save it anew, with the encoding UTF-8")
        document = read_toml(text.replace("\r\n", "\n"), findings)
        years = [] if document is None else _years(Table(document.values, document, findings))
    report = findings.report()
    if report.faults:
        raise BadHolidayTable(path.name, tuple(str(fault) for fault in report.faults))
    return tuple(years)


def _years(table: Table) -> list[TableYear]:
    calendar = table.slug("calendar")
    table.texts("name", required=False)
    found: list[tuple[Table, TableYear]] = []
    for row in table.rows("year"):
        year = row.whole("year", 2000, 2100)
        document, title = row.text("document"), row.text("title")
        issued = row.day("issued")
        days = [] if year is None else _days(row, year)
        row.end("holiday")
        if year is not None and calendar is not None and document and title and issued:
            found.append((row, TableYear(calendar, year, f"{title}（{document}，{issued}）", tuple(days))))
    table.end()
    table.unique(found, lambda y: y.year, "the year")
    return [year for _, year in found]


def _days(year_row: Table, year: int) -> list[TableDay]:
    days: dict[date, TableDay] = {}
    for row in year_row.rows("holiday", required=True):
        name = row.texts("name")
        first, last = row.day("from"), row.day("to")
        shifted = row.dates("shifted_work")
        row.end()
        if first is None or last is None:
            continue
        if last < first or (last - first).days >= MOST_DAYS:
            row.fault("to", f"from {first} to {last} is no holiday", "Exchange them, or correct the year")
            continue
        entries = [(first + timedelta(n), "holiday") for n in range((last - first).days + 1)]
        entries += [(day, "shifted_work") for day in shifted]
        for day, kind in entries:
            if day in days:
                row.fault(None, f"{day} is there twice", "Each day once")
            # A holiday may reach into the neighbouring year by a few days, as New Year's has done.
            elif abs((day - date(year, 7, 1)).days) > 200:
                row.fault(None, f"{day} does not belong to {year}", "Correct the year")
            elif kind == "shifted_work" and day.weekday() < 5:
                row.fault("shifted_work", f"{day} is no weekend: nobody shifts work to it", "Correct the day")
            else:
                days[day] = TableDay(day, kind, name)
    return sorted(days.values(), key=lambda entry: entry.day)


def load_holidays(store: Store, paths: Iterable[Path]) -> tuple[tuple[str, int], ...]:
    """Take tables into the database. Calendar and year of each that is new or was corrected.

    A year that staff have taken from another document stays theirs. Raises BadHolidayTable, OSError, StoreTrouble.
    """
    years = [year for path in paths for year in read_table(path)]
    with store.read() as session:
        if not any(_differs(session, year) for year in years):
            return ()  # the usual start writes nothing
    changed = []
    with store.write() as session:
        for year in years:
            if not _differs(session, year):
                continue
            key = (HolidayYear.calendar == year.calendar, HolidayYear.year == year.year)
            session.execute(delete(Holiday).where(Holiday.calendar == year.calendar, Holiday.year == year.year))
            session.execute(delete(HolidayYear).where(*key))
            session.add(HolidayYear(calendar=year.calendar, year=year.year, source=year.source))
            session.flush()
            session.add_all(
                Holiday(calendar=year.calendar, year=year.year, day=d.day, kind=d.kind, name=dict(d.name))
                for d in year.days
            )
            session.flush()
            changed.append((year.calendar, year.year))
    return tuple(changed)


def _differs(session: Session, year: TableYear) -> bool:
    stored = session.get(HolidayYear, (year.calendar, year.year))
    if stored is None:
        return True
    if stored.source != year.source:
        return False
    rows = session.scalars(
        select(Holiday).where(Holiday.calendar == year.calendar, Holiday.year == year.year).order_by(Holiday.day)
    )
    return [(row.day, row.kind, row.name) for row in rows] != [(d.day, d.kind, dict(d.name)) for d in year.days]


def holidays_between(
    session: Session, calendar: str | None, first: date, last: date
) -> tuple[dict[date, Holiday], frozenset[int]]:
    """What the table says of the days from `first` to `last`, and which of their years have been announced at all.

    A park without a calendar knows of no holidays, which is never unknown.
    """
    if calendar is None:
        return {}, frozenset()
    days = session.scalars(select(Holiday).where(Holiday.calendar == calendar, Holiday.day.between(first, last)))
    years = session.scalars(
        select(HolidayYear.year).where(
            HolidayYear.calendar == calendar, HolidayYear.year.between(first.year, last.year)
        )
    )
    return {holiday.day: holiday for holiday in days}, frozenset(years)


def missing_years(session: Session, today: date) -> tuple[tuple[str, int], ...]:
    """Calendar and year that somebody should have entered by `today`: this year, and from 15 November the next."""
    calendars = {calendar for calendar in session.scalars(select(SiteRow.calendar)) if calendar}
    wanted = [today.year] + ([today.year + 1] if (today.month, today.day) >= ANNOUNCED else [])
    return tuple(
        (calendar, year)
        for calendar in sorted(calendars)
        for year in wanted
        if session.get(HolidayYear, (calendar, year)) is None
    )


def missing_notice(calendar: str, year: int) -> StaffNotice:
    """What staff are told of a year that is missing."""
    return StaffNotice(
        f"holidays-{calendar}-{year}",
        f"{year} 年法定节假日和调休尚未录入，该年各日暂按星期计算。请录入国务院通知。 "
        f"The public holidays and shifted working days of {year} ({calendar}) are not in the table yet: "
        "its days follow their weekday. Enter the State Council's notice.",
    )


def shipped_tables(folder: Path) -> tuple[Path, ...]:
    """The tables of a folder, in the order of their names."""
    return tuple(sorted(folder.glob("*.toml"))) if folder.is_dir() else ()
