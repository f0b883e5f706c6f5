"""Which words of a sentence fill the places of a contact."""

from datetime import date

import pytest

from kg.extraction import read
from kg.model import Article

WHO_IS_WHO = "President Ana Mera of Chile is in office since May. President Tor Olander of Norway is older."


def contacts(sentence: str) -> list[str]:
    """Each contact as "Mera met Olander", sides that have no order in the order of the alphabet."""
    document = read(Article("0" * 16, "x", f"{WHO_IS_WHO}\n{sentence}", published=date(2024, 11, 30)))

    def names(ids: tuple[str, ...]) -> str:
        return ", ".join(document.actor(id_).name.split()[-1] for id_ in ids)

    return [f"{names(r.subjects)} {r.relation} {names(r.objects)}".strip() for r in document.reports]


@pytest.mark.parametrize(
    ("sentence", "contact"),
    [
        ("Mera received Olander.", "Mera hosted Olander"),
        ("Olander was received by Mera.", "Mera hosted Olander"),
        ("Olander, whom Mera received, left.", "Mera hosted Olander"),
        ("Mera wrote to Olander.", "Mera wrote_to Olander"),
        ("Mera sent Olander a letter.", "Mera wrote_to Olander"),
        ("Olander received a letter from Mera.", "Mera wrote_to Olander"),
        ("Mera flew to Oslo.", "Mera visited Oslo"),
        ("Mera's visit to Oslo ended on Friday.", "Mera visited Oslo"),
        ("Mera mediated between Peru and Bolivia.", "Mera mediated Peru, Bolivia"),
        ("Norway summoned the Chilean ambassador, Luis Soto.", "Norway summoned Soto"),
    ],
)
def test_sides_of_contacts_with_an_order(sentence: str, contact: str) -> None:
    assert contacts(sentence) == [contact]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mera met Olander.",
        "Mera met with Olander.",
        "Olander was met by Mera.",
        "Mera and Olander met.",
        "Mera held a meeting with Olander.",
        "The meeting between Mera and Olander lasted an hour.",
        "At a meeting with Olander, Mera asked for help.",
        "Mera, who had met Olander, slept.",
        "Having met Olander, Mera slept.",
    ],
)
def test_one_meeting_in_many_words(sentence: str) -> None:
    (contact,) = contacts(sentence)
    assert set(contact.replace(",", "").split()) == {"Mera", "met", "Olander"}


def test_one_subject_of_two_verbs() -> None:
    found = contacts("Mera met Olander and telephoned Peruvian President Manuel Ccori.")
    assert sorted(found) == ["Mera called Ccori", "Mera met Olander"]


def test_a_journey_to_a_meeting_is_two_contacts() -> None:
    assert sorted(contacts("Mera flew to Oslo to meet Olander.")) == ["Mera met Olander", "Mera visited Oslo"]


def test_a_trip_at_home_is_none() -> None:
    assert contacts("Mera flew to Santiago.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mera called for talks with all.",
        "Mera called Olander a liar.",
        "Mera met her targets.",
        "Mera met resistance in Norway.",
        "Mera saw Olander as a rival.",
        "Mera spoke to reporters about Olander.",
        "Mera wrote a book about Olander.",
        "Chile hosted the Olympics.",
        "Mera said Olander was right.",
    ],
)
def test_the_same_words_that_mean_something_else(sentence: str) -> None:
    assert contacts(sentence) == []
