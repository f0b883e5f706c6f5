"""Whom an anaphor may mean."""

from typing import Any

from kg.extraction.learned.antecedents import Option
from kg.extraction.learned.history import role_of
from kg.extraction.learned.linking import answered
from kg.extraction.parse import Link


def _asked(text: str, word: str, reads: Any) -> tuple[Any, dict[tuple[str, ...], Option]]:
    one, found = reads(text), {}

    def nobody(anaphor: Any, _: Any, possible: Any) -> Link:
        if anaphor.token.text == word:
            for option in possible:
                found[tuple(sorted(map(one.name, option.actors)))] = option
        return Link((), 1.0)

    answered(one.sentences, one.settled, one.parses, nobody)
    return one, found


def test_a_pronoun_may_mean_whoever_was_named_before_it_or_nobody(reads: Any) -> None:
    _, found = _asked(
        "Chilean President Ana Mera rang Norwegian President Lars Olander. He then met Piet Bakker.", "He", reads
    )

    assert () in found
    assert {("Ana Mera",), ("Lars Olander",)} <= found.keys()
    assert ("Ana Mera", "Lars Olander") not in found


def test_a_description_may_be_named_behind_it(reads: Any) -> None:
    _, found = _asked("The visitor rang Oslo. President Piet Bakker spoke for an hour.", "visitor", reads)

    assert ("Piet Bakker",) in found


def test_a_plural_may_mean_several_together(reads: Any) -> None:
    _, found = _asked(
        "Chilean President Ana Mera rang Norwegian President Lars Olander. They then met Piet Bakker.", "They", reads
    )

    assert "they+|shared:1:also:0" in found["Ana Mera", "Lars Olander"].features


def test_no_name_is_among_the_features(reads: Any) -> None:
    _, found = _asked(
        "Chilean President Ana Mera rang Norwegian President Lars Olander. They then met Piet Bakker.", "They", reads
    )

    told = " ".join(feature for option in found.values() for feature in option.features).lower()
    assert not any(name in told for name in ("mera", "olander", "bakker", "norway", "chile", "john", "peter"))


def test_the_role_of_what_is_coordinated_is_that_of_the_first(reads: Any) -> None:
    one = reads("Chilean President Ana Mera and Norwegian President Lars Olander met Piet Bakker.")

    roles = [role_of(token) for token in one.parses[0].doc if one.parses[0].mention[token.i]]
    assert roles == ["subj", "subj", "obj"]
