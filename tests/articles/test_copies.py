"""Copies of a text, by sketches of both."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.copies import shared, sketch

CHANCE = Random(7)
WORDS = [f"word{number}" for number in range(3_000)]


def text(words: int) -> list[str]:
    return CHANCE.choices(WORDS, k=words)


def test_a_text_stands_in_itself_whatever_its_case_and_marks() -> None:
    told = text(300)
    assert shared(sketch(" ".join(told)), sketch(", ".join(told).upper())) == 1.0


@pytest.mark.parametrize("words", [80, 300, 2_000])
def test_what_was_shortened_to_a_third_stands_in_the_whole(words: int) -> None:
    told = text(words * 3)
    assert shared(sketch(" ".join(told)), sketch(" ".join(told[:words]))) > 0.8


def test_the_share_is_about_right() -> None:
    own, agency = text(300), text(300)
    assert 0.4 < shared(sketch(" ".join(agency)), sketch(" ".join(agency + own)[: len(" ".join(agency))])) <= 1.0
    assert 0.35 < shared(sketch(" ".join(agency)), sketch(" ".join(own[:150] + agency[:150]))) < 0.65


def test_two_texts_of_their_own_share_nothing() -> None:
    assert shared(sketch(" ".join(text(500))), sketch(" ".join(text(500)))) < 0.05


def test_a_short_text_has_none() -> None:
    assert sketch("Fidan met Lavrov in Ankara on Monday.") == ""
    assert shared("", "") == shared("", sketch(" ".join(text(100)))) == 0.0


@given(st.text(), st.text())
def test_whatever_a_stranger_wrote_is_compared(one: str, other: str) -> None:
    assert 0 <= shared(one, other) == shared(other, one) <= 1
    assert shared(sketch(one), sketch(other)) <= 1
