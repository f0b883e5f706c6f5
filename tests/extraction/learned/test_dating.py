"""The day of a contact, weighed against all others that its article tells."""

from datetime import date
from typing import Any

import pytest

from kg.extraction import read
from kg.extraction.learned.dating import dated
from kg.extraction.learned.ranking import Ranker, key_of
from kg.model import Article

DAY = date(2024, 11, 30)


def test_weights_decide(reads: Any) -> None:
    one = reads("Ana Mera came to Oslo on Monday. On Tuesday Ana Mera met Lars Olander.")

    def day(*features: str) -> str | None:
        weights = Ranker({key_of(feature): 1.0 for feature in features}, "x")
        met = next(d for d in one.rules if d.relation == "met")
        (draft,) = dated([met], one.sentences, one.settled, one.parses, DAY, weights)
        return draft.period.best

    assert day("in-day|form:met") == "2024-11-26"
    assert day("before|form:met") == "2024-11-25"
    assert day("published|form:met") == "2024-11-30"
    assert day("none|form:met") is None


def test_without_weights_the_rules_decide(reads: Any) -> None:
    one = reads("On Tuesday Ana Mera met Lars Olander.")

    assert list(dated(one.rules, one.sentences, one.settled, one.parses, DAY, Ranker({}, "none"))) == list(one.rules)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Chilean President Ana Mera landed in Oslo on Tuesday. She met Norwegian President Lars Olander there.",
            "2024-11-26",
        ),
        (
            "Chilean President Ana Mera, who had seen the king on Monday, met Norwegian President Lars Olander on "
            "Thursday.",
            "2024-11-28",
        ),
        ("Chilean President Ana Mera will meet Norwegian President Lars Olander in Oslo on Tuesday.", "2024-12-03"),
    ],
)
def test_the_weights_that_come_with_the_program(text: str, day: str) -> None:
    (met,) = [r for r in read(Article("0" * 16, "a", text, "", DAY)).reports if r.relation == "met"]

    assert met.period.best == day
