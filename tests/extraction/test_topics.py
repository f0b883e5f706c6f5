"""What a contact is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.topics import LONGEST, MOST, topics


def about(sentence: str, word: str) -> tuple[str, ...]:
    start = sentence.index(word)
    return topics(sentence, (start, start + len(word)))


@pytest.mark.parametrize(
    ("sentence", "word", "found"),
    [
        (
            "Varga met Okonjo in Lagos to discuss the ceasefire in Gaza and grain exports.",
            "met",
            ("ceasefire", "grain exports"),
        ),
        (
            "Varga and Okonjo discussed bilateral relations, energy and migration.",
            "discussed",
            ("bilateral relations", "energy", "migration"),
        ),
        ("They held talks on a prisoner exchange with the envoy.", "talks", ("prisoner exchange",)),
        (
            "The ministers exchanged views on the latest developments in the region on Monday.",
            "exchanged",
            ("developments in the region",),
        ),
        ("He sent a letter regarding the border dispute.", "letter", ("border dispute",)),
        ("Their call focused on Syria.", "call", ("Syria",)),
        ("She spoke about ties between Hungary and Nigeria.", "spoke", ("ties between Hungary and Nigeria",)),
    ],
)
def test_topics_stand_behind_their_openers(sentence: str, word: str, found: tuple[str, ...]) -> None:
    assert about(sentence, word) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Varga met Okonjo on Monday.",
        "Varga met Okonjo on the sidelines of the summit.",
        "Varga paid a courtesy call on President Okonjo.",
        "They held talks on Thursday.",
    ],
)
def test_times_places_and_persons_are_no_topics(sentence: str) -> None:
    assert topics(sentence, (0, 5)) == ()


def test_a_topic_before_the_contact_is_not_its_topic() -> None:
    assert about("After talks on Syria he met Okonjo.", "met") == ()


def test_a_topic_ends_with_its_noun_phrase() -> None:
    sentence = "They discussed grain exports today's papers call urgent."
    assert topics(sentence, (5, 14), ((15, 28),)) == ("grain exports",)


@given(st.text(max_size=120))
def test_topics_are_few_and_short(text: str) -> None:
    found = topics("They discussed " + text, (5, 14))
    assert len(found) <= MOST
    assert all(0 < len(topic.split()) <= LONGEST for topic in found)
