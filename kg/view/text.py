"""What strangers wrote, and dates, made fit to be read on a page.

Names, quotes and addresses come from articles: `shown` takes out what could reorder or hide text on a screen,
`link` lets only web addresses through.
"""

import unicodedata
from urllib.parse import urlsplit

from kg.model import Period


def shown(text: str, limit: int) -> str:
    """The text on one line, without control and direction characters, cut at the limit."""
    # Most texts are plain, and there are thousands: these need no look at every character.
    kept = text if text.isascii() and text.isprintable() else _visible(text)
    clean = " ".join(kept.split())
    return clean if len(clean) <= limit else clean[: limit - 1].rstrip() + "…"


def _visible(text: str) -> str:
    return "".join(" " if char.isspace() else char for char in text if char.isspace() or not _invisible(char))


def _invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in "\u200c\u200d"


def link(url: str | None) -> str | None:
    """The address if it is one of the web (http or https with a host), else None."""
    try:
        parts = urlsplit((url or "").strip())
        return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def when(period: Period) -> str:
    """The period in words: "2 Dec 2024", "Nov 2024", "by 30 Nov 2024", or "" where nothing is known."""
    if period.told:
        return day(period.told)
    if period.not_before and period.not_after:
        first, last = day(period.not_before.isoformat()), day(period.not_after.isoformat())
        return first if first == last else f"{first} – {last}"
    if period.not_after:
        return f"by {day(period.not_after.isoformat())}"
    return f"from {day(period.not_before.isoformat())}" if period.not_before else ""


def day(told: str) -> str:
    """An EDTF level 0 string in words: "2 Dec 2024", "Nov 2024", "2024"; as it is where it is none."""
    try:
        first = Period.of(told).not_before
    except ValueError:
        return told
    if first is None:
        return told
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[first.month - 1]
    return (f"{first.year}", f"{month} {first.year}", f"{first.day} {month} {first.year}")[told.count("-")]
