import csv
from datetime import date

import pytest

from kg.actors.holders import build
from kg.errors import DataError
from kg.office_holders import Holders, read

COLUMNS = "country office position person wikidata start end snapshot".split()
ROW = ["TR", "foreign minister", "Minister of Foreign Affairs", "Ayla Demir", "Q1", "2019-01-01", "", "2022-08-03"]


@pytest.fixture
def built(tmp_path):
    """Builds from rows and the text of by_hand.toml, and returns the terms read back."""

    def run(*rows, by_hand=""):
        facts = tmp_path / "facts.csv"
        with facts.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows([COLUMNS, *rows])
        (tmp_path / "by_hand.toml").write_text(f'known_until = "2025-06-30"\nshared = []\n{by_hand}', encoding="utf-8")
        files = build(facts, tmp_path)
        (tmp_path / "terms.tsv").write_text(files["terms.tsv"], encoding="utf-8")
        return Holders(read(tmp_path / "terms.tsv"))

    return run


def row(**changed):
    return [changed.get(name, value) for name, value in zip(COLUMNS, ROW, strict=True)]


def test_terms_of_one_person_that_touch_are_one(built):
    (term,) = built(row(end="2020-01-01"), row(start="2020-01-02", end="2021-01-01")).all
    assert (term.start, term.end, term.unchecked) == ("2019-01-01", "2021-01-01", False)


def test_an_open_term_is_known_until_its_snapshot(built):
    (term,) = built(ROW).all
    assert (term.end, term.known_until) == (None, date(2022, 8, 3))


def test_a_term_is_ended_by_hand(built):
    first, second = built(
        ROW, by_hand='[TR]\nforeign_minister = [["Ayla Demir", "", "2023-06"], ["Cem Oral", "2023-06", ""]]'
    ).all
    assert (first.person.wikidata, first.end, first.unchecked) == ("Q1", "2023-06", True)
    assert (second.person.wikidata, second.known_until) == (None, date(2025, 6, 30))


def test_a_term_by_hand_that_overlaps_one_of_the_facts_is_one_with_it(built):
    (term,) = built(ROW, by_hand='[TR]\nforeign_minister = [["Ayla Demir", "2018-05-01", "2023-06-03"]]').all
    assert (term.start, term.end, term.unchecked, term.concurrent) == ("2018-05-01", "2023-06-03", True, False)
    assert term.sources == ("Wikidata (CC0), 2022-08-03", "general knowledge")


def test_a_row_that_ends_before_it_starts_is_left_out(built):
    assert built(row(start="2019-01-01", end="2018-01-01")).all == ()


def test_further_files_by_hand_are_read_with_the_first(built, tmp_path):
    (tmp_path / "by_hand_more.toml").write_text('[TR]\nforeign_minister = [["Cem Oral", "2023-06", ""]]')
    assert {term.person.name for term in built(ROW).all} == {"Ayla Demir", "Cem Oral"}


def test_two_persons_of_one_name_have_slugs_of_their_own(built):
    other = row(country="SY", wikidata="Q2", start="2020-01-01")
    third = row(country="SY", wikidata="Q3", start="2001-01-01", end="2002-01-01")
    found = {term.person.wikidata: term.person.id for term in built(ROW, other, third).all}
    assert found == {"Q3": "ayla-demir", "Q1": "ayla-demir-tr", "Q2": "ayla-demir-sy"}


def test_overlapping_terms_of_two_are_marked(built):
    assert [term.concurrent for term in built(ROW, row(person="Cem Oral", wikidata="Q2", start="2021-01-01")).all] == [
        True,
        True,
    ]


def test_other_offices_are_passed_over(built):
    assert built(row(position="Minister of Foreign Trade"), row(office="trade minister")).all == ()


def test_a_dropped_row_is_left_out(built):
    assert built(ROW, by_hand='[TR]\ndropped = [["foreign_minister", "Ayla Demir", "2019-01-01"]]').all == ()


@pytest.mark.parametrize(
    ("by_hand", "told"),
    [
        ("[TR]\nforeign_ministers = []", "unknown keys: foreign_ministers"),
        ('[TR]\nforeign_minister = [["Cem Oral", "", "2023"]]', "Cem Oral has no open term"),
        ('[TR]\ndropped = [["foreign_minister", "Cem Oral", "2019"]]', "the facts do not have"),
        ('[TR.names]\n"Cem Oral" = ["C. Oral"]', "holds no office"),
    ],
)
def test_what_is_wrong_by_hand_is_named(built, by_hand, told):
    with pytest.raises(DataError, match=told):
        built(ROW, by_hand=by_hand)
