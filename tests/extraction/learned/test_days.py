"""Which days a contact might have."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from kg.extraction.learned.days import Contact, Day, days
from kg.extraction.learned.timeline import day_of, timeline
from kg.model import Status

DAY = date(2024, 11, 30)


@pytest.fixture
def possible(reads: Any) -> Callable[..., Sequence[Day]]:
    def of(text: str, word: str, status: Status = "occurred") -> Sequence[Day]:
        read = reads(text)
        parsed, token = next((p, t) for p in reversed(read.parses) for t in p.doc if t.text == word)
        actors = frozenset(m.entity for m in parsed.mention if m)
        times = timeline(read.sentences, read.parses, DAY)
        return days(Contact(parsed, token.i, status, "met", actors), times, read.settled)

    return of


def told(found: Sequence[Day]) -> set[tuple[str | None, str | None]]:
    return {(day_of(day.period), day.period.basis) for day in found}


def test_a_day_of_the_sentence_of_one_before_of_publication_or_none(possible: Any) -> None:
    found = possible("Ana Mera came to Oslo on Monday. Ana Mera met Lars Olander on the eve of 28 November.", "met")

    assert told(found) >= {
        ("2024-11-28", "stated"),
        ("2024-11-25", "inferred"),
        ("2024-11-30", "published"),
        (None, None),
    }


def test_a_weekday_may_lie_behind_or_ahead(possible: Any) -> None:
    found = possible("Ana Mera agreed to a meeting with Lars Olander on Monday.", "meeting", "planned")

    assert told(found) >= {("2024-11-25", "stated"), ("2024-12-02", "stated")}


def test_a_day_told_twice_is_one_and_stated(possible: Any) -> None:
    found = possible("Ana Mera came to Oslo on Monday. On Monday Ana Mera met Lars Olander.", "met")

    assert [day.period.basis for day in found if day_of(day.period) == "2024-11-25"] == ["stated"]


def test_what_is_vague_has_no_day_and_keeps_its_bounds(possible: Any) -> None:
    found = possible("Ana Mera met Lars Olander last week.", "met")

    assert [day.period.not_after for day in found if day.key == (None, False)] == [DAY]


def test_no_feature_holds_a_name(possible: Any) -> None:
    found = possible("Ana Mera came to Oslo on Monday. On Tuesday Ana Mera met Lars Olander.", "met")

    assert not any(name in f for day in found for f in day.features for name in ("Mera", "Olander", "Oslo", "mera"))
