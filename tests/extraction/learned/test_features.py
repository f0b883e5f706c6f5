"""What the model may look at: the make of a sentence, never who is in it."""

from typing import Any

import pytest

from kg.extraction.learned.features import kind_of

FRAME = "{office} {a} sat across the table from {b} in {place} on Monday, a spokesman said."


def _features(read: Any) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return sorted((pair.shared, pair.own) for pair in read.pairs())


def test_other_people_and_places_look_the_same(reads: Any) -> None:
    one = reads(
        FRAME.format(office="Chilean President", a="Ana Mera", b="Norwegian President Lars Olander", place="Lima")
    )
    other = reads(
        FRAME.format(office="Kenyan President", a="Joseph Otieno", b="Dutch President Piet Bakker", place="Hanoi")
    )

    assert _features(one) == _features(other) != []


def test_no_feature_holds_a_name(reads: Any) -> None:
    read = reads(
        "TOKYO - Chilean President Ana Mera told The Daily Herald that Turks would call on Lars Olander in Lima."
    )
    held = " ".join(f.lower() for shared, own in _features(read) for f in (*shared, *own))

    assert held
    for name in ("mera", "olander", "lima", "tokyo", "herald", "turk", "chile"):
        assert name not in held


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chilean President Ana Mera met Norwegian President Lars Olander.", "persons"),
        ("Chilean President Ana Mera landed in Bergen.", "place"),
        ("Chilean President Ana Mera wrote to NATO.", "bodies"),
    ],
)
def test_pairs_are_of_three_kinds(reads: Any, text: str, kind: str) -> None:
    assert {kind_of(pair.candidate, pair.reading) for pair in reads(text).pairs()} == {kind}
