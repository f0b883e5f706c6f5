"""The small tokens that names and offices are read from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.words import Word, legible, words


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Driss el-Khattabi met", ["Driss", "el-Khattabi", "met"]),
        ("N'Djamena, N’Djamena", ["N'Djamena", ",", "N’Djamena"]),
        ("the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("J. Olander", ["J.", "Olander"]),
        ("Gen. Soto left.", ["Gen.", "Soto", "left", "."]),
        ("AT&T and 3.5 per cent", ["AT&T", "and", "3.5", "per", "cent"]),
        ("José Núñez", ["José", "Núñez"]),
        ("(Oslo)", ["(", "Oslo", ")"]),
        ("Nu\u0301n\u0303ez met", ["Núñez", "met"]),
        ("Me\u200bra met", ["Mera", "met"]),
        ("\u202eMera\u202c met\ufeff", ["Mera", "met"]),
        ("al\u2060-Hamdan", ["al-Hamdan"]),
        ("", []),
    ],
)
def test_a_name_stays_whole(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(("text", "name"), [("Mera's", "Mera"), ("Mera’s", "Mera"), ("Olanders' men", "Olanders")])
def test_a_possessive_is_told_and_left_out(text: str, name: str) -> None:
    first = words(text)[0]
    assert (first.text, first.possessive, first.end) == (name, True, len(name))


@pytest.mark.parametrize("text", ["Mera", "Olanders ran", "O'Malley", "'Olander'"])
def test_no_possessive_where_there_is_none(text: str) -> None:
    assert not any(word.possessive for word in words(text))


@pytest.mark.parametrize("text", ["Mera", "al-Hamdan", "d'Artois", "Élysée", "Öztürk", "Ħaż"])
def test_written_like_a_name(text: str) -> None:
    assert Word(text, 0, len(text)).capital


@pytest.mark.parametrize("text", ["mera", "de", "al-masri", "1st", ",", "é"])
def test_not_written_like_a_name(text: str) -> None:
    assert not Word(text, 0, len(text)).capital


@given(st.text(max_size=200))
def test_every_word_is_where_it_says(text: str) -> None:
    end = 0
    for word in words(text):
        assert legible(text[word.start : word.end]) == word.text
        assert word.start >= end
        assert word.text
        end = word.end
