"""What is given back, by the rules that were printed on the ticket."""

from datetime import datetime, timedelta
from typing import Any

from kiosk.booking.tariff import share
from kiosk.booking.texts import say


def percent_back(rules: list[dict[str, Any]], starts_at: datetime, now: datetime) -> int:
    """The percentage of the first rule that fits; 0 where none does, and from the start on."""
    left = starts_at - now
    if left <= timedelta(0):
        return 0
    return next((int(rule["percent"]) for rule in rules if left >= timedelta(hours=rule["hours_before"])), 0)


def refund_of(paid_fen: int, rules: list[dict[str, Any]], starts_at: datetime, now: datetime) -> int:
    """Fen to give back of what was paid, if the booking were cancelled now."""
    return share(max(0, paid_fen), percent_back(rules, starts_at, now))


def rule_sentence(rules: list[dict[str, Any]], total_fen: int, lang: str) -> str:
    """The rules as one sentence for the ticket."""
    text = _parts(rules, total_fen, lang)
    return text[:1].upper() + text[1:] + say("stop", lang)


def _parts(rules: list[dict[str, Any]], total_fen: int, lang: str) -> str:
    if total_fen == 0:
        return say("refund_free", lang)
    parts = []
    ended = False
    for rule in rules:
        hours, percent = rule["hours_before"], rule["percent"]
        if percent == 0:
            ended = True
            break
        name = "refund_full" if percent == 100 else "refund_part"
        parts.append(say(name if hours else f"{name}_any", lang, hours=hours, percent=percent))
        if hours == 0:
            break
    else:
        ended = True
    if not parts:
        return say("refund_never", lang)
    if ended:
        parts.append(say("refund_none", lang))
    return say("semicolon", lang).join(parts)
