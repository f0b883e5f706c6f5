"""Whom pronouns and descriptions mean, as the weights that come with the program have it."""

from typing import Any

import pytest

from kg.extraction.learned.linking import linked
from kg.extraction.learned.ranking import Ranker


def _meant(text: str, word: str, reads: Any) -> set[str]:
    one = reads(text)
    found: set[str] = set()
    for parsed in linked(one.sentences, one.settled, one.parses):
        for token, link in parsed.links.items():
            if parsed.doc[token].text == word:
                found.update(map(one.name, link.actors))
    return found


RANG = "Chilean President Ana Mera rang Norwegian Foreign Minister Lars Olander on Monday."


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (f"{RANG} She also met Danish Prime Minister Piet Bakker.", "She", {"Ana Mera"}),
        (f"{RANG} He promised her a reply.", "He", {"Lars Olander"}),
        (f"{RANG} They agreed to meet again in Oslo.", "They", {"Ana Mera", "Lars Olander"}),
        (f"{RANG} The Norwegian promised a reply.", "Norwegian", {"Lars Olander"}),
        ("Ana Mera flew to Oslo. Norwegian President Lars Olander thanked the visitor.", "visitor", {"Ana Mera"}),
        ("Lars Olander received General Ivo Stanek in Oslo. Stanek thanked his host.", "host", {"Lars Olander"}),
        (f"{RANG} It rained in Oslo.", "It", set()),
    ],
)
def test_whom_a_word_means(text: str, word: str, names: set[str], reads: Any) -> None:
    assert _meant(text, word, reads) == names


def test_without_weights_nothing_is_linked(reads: Any) -> None:
    one = reads(f"{RANG} She also met Danish Prime Minister Piet Bakker.")

    assert not any(parsed.links for parsed in linked(one.sentences, one.settled, one.parses, Ranker({}, "none")))
