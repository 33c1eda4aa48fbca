"""The words on the ticket, in the two languages it is printed in."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.machines.plate_drawing import PlateDrawing
from kiosk.ticketing.booked import Booked, PrintedSite

_WEEKDAYS = {
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WORDS = {
    "zh": {
        "place": "集合", "proof": "请出示", "refund": "退改", "copy": "副本", "show": "入场时请出示此码",
        "free": "免费", "to_pay": "待付", "paid": "已付", "refunded": "已退", "at_desk": "服务台付", "price": "票款",
        "wheelchairs": "轮椅位", "plate": "您的掐丝盘",
    },
    "en": {
        "place": "Meet at", "proof": "Bring", "refund": "Refund", "copy": "COPY", "show": "Show this code at the door",
        "free": "free", "to_pay": "To pay", "paid": "Paid", "refunded": "Refunded", "at_desk": "at the desk",
        "price": "Price", "wheelchairs": "Wheelchair places", "plate": "Your plate",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A name at the left, what it is at the right, and under it the same in the other language where that matters."""

    label: str
    value: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """Everything that stands on one ticket, as text."""

    site: str
    workshop: str
    workshop_other: str
    time: str
    day: str
    party: tuple[str, ...]
    text: str  # of the QR
    code: str
    rows: tuple[Row, ...]
    foot: str
    copy: str  # what marks a copy; empty on the first print
    motif: Path | None
    plate: PlateDrawing | None = None
    """What the visitor has made, printed in place of the motif."""
    plate_label: str = ""


def facts(
    booking: Booked,
    site: PrintedSite,
    lang: str,
    *,
    text: str,
    rule_other: str,
    copy: bool,
    plate: PlateDrawing | None = None,
) -> TicketFacts:
    """The ticket of a booking in one language. `text` is the QR's, `rule_other` the refund rule in the other one."""
    words = _WORDS.get(lang, _WORDS["en"])
    other = _WORDS["zh" if lang == "en" else "en"]
    session = booking.session
    place = _joined(session.zone_name, session.meeting_point)
    proofs = tuple(Row(words["proof"] if not i else "", proof) for i, proof in enumerate(_proofs(booking, lang)))
    return TicketFacts(
        site=site.name,
        workshop=session.workshop_name,
        workshop_other=session.other_name,
        time=f"{session.local_start:%H:%M}",
        day=day(session.local_start, lang),
        party=tuple(f"{line.count} {'位' if lang == 'zh' else '× '}{line.name}" for line in booking.lines),
        text=text,
        code=grouped(booking.code),
        rows=(
            Row(words["place"], place),
            *((Row(words["wheelchairs"], _places(booking.wheelchairs, lang)),) if booking.wheelchairs else ()),
            _payment(booking, words),
            *((Row(words["refund"], booking.refund_rule, rule_other),) if booking.refund_rule else ()),
            *proofs,
        ),
        foot=words["show"],
        copy=f"{words['copy']} · {other['copy']}" if copy else "",
        motif=site.motif,
        plate=plate,
        plate_label=f"{words['plate']} · {other['plate']}" if plate else "",
    )


def day(local: datetime, lang: str) -> str:
    """Date and weekday as people say them.

    >>> day(datetime(2026, 6, 6, 14, 30), "zh"), day(datetime(2026, 6, 6, 14, 30), "en")
    ('6月6日 星期六', 'Saturday 6 June')
    """
    weekday = _WEEKDAYS["zh" if lang == "zh" else "en"][local.weekday()]
    if lang == "zh":
        return f"{local.month}月{local.day}日 {weekday}"
    return f"{weekday} {local.day} {_MONTHS[local.month - 1]}"


def yuan(fen: int) -> str:
    """Money as it is printed.

    >>> yuan(26800), yuan(5)
    ('¥268.00', '¥0.05')
    """
    return f"¥{fen // 100}.{fen % 100:02d}"


def grouped(code: str) -> str:
    """A booking's code in the groups it is read in.

    >>> grouped("7K3M92QF4")
    '7K3M-92QF-4'
    """
    plain = code.replace("-", "")
    return "-".join(part for part in (plain[:4], plain[4:8], plain[8:]) if part)


def _joined(zone: str, meeting_point: str) -> str:
    if zone and meeting_point and zone not in meeting_point:
        return f"{zone} · {meeting_point}"
    return meeting_point or zone


def _proofs(booking: Booked, lang: str) -> list[str]:
    """What to bring, once for categories that ask for the same."""
    asked: dict[str, list[str]] = {}
    for line in booking.lines:
        if line.proof and line.count:
            asked.setdefault(line.proof, []).append(line.name)
    colon, comma = ("：", "、") if lang == "zh" else (": ", ", ")
    return [f"{comma.join(names)}{colon}{proof}" for proof, names in asked.items()]


def _places(count: int, lang: str) -> str:
    return f"{count} 个" if lang == "zh" else str(count)


def _payment(booking: Booked, words: dict[str, str]) -> Row:
    if booking.payment == "free" or not booking.total_fen:
        return Row(words["price"], words["free"])
    money = yuan(booking.total_fen)
    if booking.payment == "to_pay":
        return Row(words["to_pay"], f"{money} {words['at_desk']}")
    return Row(words.get(booking.payment, words["price"]), money)
