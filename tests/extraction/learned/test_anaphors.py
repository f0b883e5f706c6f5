"""Which words may mean somebody told before."""

from typing import Any

import pytest

from kg.extraction.learned.anaphors import Anaphor, anaphors


def _found(text: str, reads: Any) -> dict[str, Anaphor]:
    parsed = reads(f"Chilean President Ana Mera rang Norwegian President Lars Olander. {text}").parses[-1]
    return {parsed.sentence.text[parsed.start[a.token.i] : parsed.end[a.token.i]]: a for a in anaphors(parsed)}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Later he met Piet Bakker.", "he", "he"),
        ("Later Piet Bakker met her envoy.", "her", "she"),
        ("Later they met Piet Bakker.", "they", "they"),
        ("“We agreed,” Piet Bakker said.", "We", "we"),
        ("Later Piet Bakker rang both.", "both", "both"),
        ("The visitor met Piet Bakker.", "visitor", "one"),
        ("Later his host met Piet Bakker.", "host", "one"),
        ("The two men met Piet Bakker.", "men", "several"),
        ("Later the two met Piet Bakker.", "two", "several"),
        ("The Norwegian met Piet Bakker.", "Norwegian", "compatriot"),
    ],
)
def test_words_that_refer_back(text: str, word: str, kind: str, reads: Any) -> None:
    assert _found(text, reads)[word].kind == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A general met Piet Bakker.", "general"),
        ("The table stood before Piet Bakker.", "table"),
        ("The Norwegian ship carried Piet Bakker.", "Norwegian"),
        ("Two of the five ships carried Piet Bakker.", "Two"),
        ("Piet Bakker met Tove Holm.", "Bakker"),
    ],
)
def test_words_that_do_not(text: str, word: str, reads: Any) -> None:
    assert word not in _found(text, reads)


def test_what_a_description_tells(reads: Any) -> None:
    host = _found("Later his two Danish hosts met Piet Bakker.", reads)["hosts"]

    assert (host.head, host.plural, host.number, host.country) == ("host", True, 2, "DK")
    assert host.owner is not None
    assert host.owner.text == "his"
