"""Texts written to break or stall a reader: each is read in seconds, and what it tells is found all the same."""

from time import process_time

import pytest

from kg.extraction import read
from kg.model import Article, Document

CONTACT = "Norwegian Foreign Minister Ana Mera met Chilean President Tor Olander in Oslo on Monday."
SIZE = 16_000
SECONDS = 15
"""Far more than any of them takes, and far less than what grows with the square of the text."""


def document(text: str) -> Document:
    return read(Article("0123456789abcdef", "a", text))


def pairs(found: Document) -> set[frozenset[str]]:
    names = {actor.id: actor.name for actor in found.actors}
    return {frozenset(names[id_] for id_ in (*r.subjects, *r.objects)) for r in found.reports}


@pytest.mark.parametrize(
    "piece",
    [
        "U.S. ", "Ab de de de ", "Al bin ", "minister ", "minister's ", "Ab (", "Turkish and ", "the the ", "Dr Dr ",
        ",", ", ", "((a", "'s", "a,(", "met ", "and who met Mera ", "\u200b", "e\u0301", "x", "\ud800", "Monday ",
    ],
)  # fmt: skip
def test_no_text_takes_more_than_its_length(piece: str) -> None:
    document(CONTACT)
    began = process_time()
    found = document(f"{CONTACT}\n{piece * (SIZE // len(piece))}")
    assert process_time() - began < SECONDS
    assert {"Ana Mera", "Tor Olander"} in pairs(found)


def test_a_contact_behind_many_words_without_a_full_stop_is_found() -> None:
    found = document("the harbour was quiet, " * 2_000 + "\n" + CONTACT)
    assert {"Ana Mera", "Tor Olander"} in pairs(found)


@pytest.mark.parametrize(
    "text",
    [
        CONTACT.replace("Mera", "Me\u200bra"),
        CONTACT.replace("Mera", "\u202eMera\u202c"),
        CONTACT.replace("Ana ", "Ana\u200e "),
        CONTACT.replace("met", "m\u2060et"),
        CONTACT + " \udcff",
        CONTACT.replace("on Monday", "\ud83d on Monday"),
        CONTACT.replace("in Oslo", "-" * 500 + " in Oslo"),
    ],
)
def test_odd_characters_hide_no_contact_and_are_in_no_name(text: str) -> None:
    found = document(text)
    assert {"Ana Mera", "Tor Olander"} in pairs(found)
    for report in found.reports:
        assert report.start is not None
        assert text[report.start : report.end] == report.quote


def test_an_accent_of_its_own_belongs_to_its_letter() -> None:
    composed, apart = (document(CONTACT.replace("Mera", name)) for name in ("Núñez", "Nu\u0301n\u0303ez"))
    assert pairs(composed) == pairs(apart) == {frozenset({"Ana Núñez", "Tor Olander"})}


def test_a_surrogate_in_a_headline_is_no_fault() -> None:
    article = Article("0123456789abcdef", "a", CONTACT, "Mera \ud800 meets Olander")
    assert {"Ana Mera", "Tor Olander"} in pairs(read(article))


def test_a_text_in_capitals_is_read() -> None:
    (report,) = (shouted := document(CONTACT.upper())).reports
    assert pairs(shouted) == {frozenset({"Ana Mera", "Tor Olander"})}
    assert (report.relation, report.place, report.quote) == ("met", "Oslo", CONTACT.upper())
