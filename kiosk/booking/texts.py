"""Every sentence of the subject that a visitor reads, in each language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

LANGUAGES = ("zh", "en")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_SENTENCES: Mapping[str, tuple[str, str]] = {
    "sold_out": ("这一场已经满员。", "This session is full."),
    "too_early": ("从{day}起可以预约。", "This session can be booked from {day}."),
    "too_late": (
        "开场前 {minutes} 分钟停止预约，请到服务台询问。",
        "Booking closed {minutes} minutes before the start. Please ask at the desk.",
    ),
    "running": ("这一场已经开始。", "This session has begun."),
    "over": ("这一场已经结束。", "This session is over."),
    "cancelled": ("这一场已取消。", "This session has been cancelled."),
    "closed": ("这一场不在这里预约，请到服务台询问。", "This session is not booked here. Please ask at the desk."),
    "nobody": ("请至少选择一位。", "Please choose at least one person."),
    "unknown_category": ("价目表里没有“{slug}”。", "The price list has no “{slug}”."),
    "negative": ("人数不能小于零。", "Numbers of people can't be below zero."),
    "too_few": ("这个工坊至少 {n} 人参加。", "This workshop takes parties of {n} or more."),
    "too_many": (
        "一次最多预约 {n} 人，更多人请到服务台。",
        "At most {n} people can book together. For more, please ask at the desk.",
    ),
    "needs_adult": ("{name}需要成人陪同。", "{name}: an adult must come along."),
    "companion": (
        "每位{of}可免费带一位{name}。",
        "{name}: one for each “{of}”.",
    ),
    "too_young": ("这个工坊适合 {age} 岁以上的参加者。", "This workshop is for people of {age} and older."),
    "few_left": ("这一场只剩 {n} 个名额。", "Only {n} places are left in this session."),
    "one_left": ("这一场只剩 1 个名额。", "Only 1 place is left in this session."),
    "wheelchairs": (
        "这一场还有 {n} 个轮椅位。",
        "Wheelchair places left in this session: {n}.",
    ),
    "no_wheelchairs": (
        "这一场没有空余的轮椅位，请到服务台询问。",
        "No wheelchair place is free in this session. Please ask at the desk.",
    ),
    "wheelchairs_seats": ("轮椅位不能多于人数。", "There are more wheelchair places than people."),
    "same_session": ("您已经在这一场。", "This is the session that you are booked on."),
    "other_site": ("这一场在另一个园区。", "This session is in another park."),
    "was_moved": ("已改到另一场。", "This booking has been moved to another session."),
    "was_cancelled": ("已取消。", "This booking has been cancelled."),
    "used": ("这张票已经使用。", "This ticket has been used."),
    "difference": ("换场差价", "Price difference after the exchange"),
    "max_age": ("{n} 岁及以下", "up to {n} years"),
    "min_age": ("{n} 岁及以上", "{n} years and over"),
    "age_range": ("{low}–{high} 岁", "{low}–{high} years"),
    "max_height": ("身高 {m} 米及以下", "up to {m} m tall"),
    "min_height": ("身高 {m} 米及以上", "{m} m tall and over"),
    "card_student": ("学生证", "student card"),
    "card_senior": ("老年证", "senior card"),
    "card_disability": ("残疾人证", "disability card"),
    "or": ("或", " or "),
    "and": ("且", " and "),
    "refund_full": (
        "开场 {hours} 小时前取消，全额退款",
        "full refund up to {hours} hours before the start",
    ),
    "refund_full_any": ("开场前取消，全额退款", "full refund up to the start"),
    "refund_part": (
        "开场 {hours} 小时前取消，退 {percent}%",
        "{percent} % back up to {hours} hours before the start",
    ),
    "refund_part_any": ("开场前取消，退 {percent}%", "{percent} % back up to the start"),
    "refund_none": ("之后不退款", "after that, no refund"),
    "refund_never": ("售出后不退款", "no refund"),
    "refund_free": ("免费，可随时取消", "free of charge; cancel at any time"),
    "stop": ("。", "."),
    "semicolon": ("；", "; "),
}


def say(name: str, lang: str, /, **facts: object) -> str:
    """The sentence of that name; English where the language is unknown."""
    zh, en = _SENTENCES[name]
    return (zh if lang == "zh" else en).format(**facts)


def wheelchairs_left(free: int, lang: str) -> str:
    """How many wheelchair places there still are, for whoever wants more.

    >>> wheelchairs_left(1, "en"), wheelchairs_left(0, "zh")
    ('Wheelchair places left in this session: 1.', '这一场没有空余的轮椅位，请到服务台询问。')
    """
    return say("wheelchairs", lang, n=free) if free > 0 else say("no_wheelchairs", lang)


def both(name: str) -> dict[str, str]:
    """A sentence in all languages, for a row that keeps it."""
    zh, en = _SENTENCES[name]
    return {"zh": zh, "en": en}


def pick(texts: Mapping[str, str] | None, lang: str) -> str:
    """The text in the language asked for, or in another where it is missing."""
    if not texts:
        return ""
    return texts.get(lang) or next((text for text in texts.values() if text), "")


def day_text(day: date, lang: str) -> str:
    """A day without its year, as a sentence says it.

    >>> day_text(date(2027, 5, 1), "zh"), day_text(date(2027, 5, 1), "en")
    ('5 月 1 日', '1 May')
    """
    if lang == "zh":
        return f"{day.month} 月 {day.day} 日"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def rule_text(any_of: list[dict[str, Any]], lang: str) -> str:
    """Who a category is for, from its alternatives.

    >>> rule_text([{"max_age": 6}, {"max_height_cm": 120}], "en")
    'up to 6 years or up to 1.2 m tall'
    >>> rule_text([{"card": "student"}], "zh"), rule_text([{"card": "library"}], "zh")
    ('学生证', '')
    """
    return say("or", lang).join(filter(None, (_alternative(conditions, lang) for conditions in any_of)))


def _alternative(conditions: Mapping[str, Any], lang: str) -> str:
    parts = []
    if "min_age" in conditions and "max_age" in conditions:
        parts.append(say("age_range", lang, low=conditions["min_age"], high=conditions["max_age"]))
    else:
        parts += [say(key, lang, n=conditions[key]) for key in ("min_age", "max_age") if key in conditions]
    parts += [
        say(f"{end}_height", lang, m=f"{conditions[f'{end}_height_cm'] / 100:g}")
        for end in ("min", "max")
        if f"{end}_height_cm" in conditions
    ]
    card = conditions.get("card")
    if isinstance(card, Mapping):
        parts.append(pick(card, lang))
    elif f"card_{card}" in _SENTENCES:  # a pack gives its cards' names for programs; of another, the proof says it
        parts.append(say(f"card_{card}", lang))
    return say("and", lang).join(parts)
