from datetime import date

import pytest

from kg.errors import DataError
from kg.office_holders import COLUMNS, Holders, holders, office_of, read


def names(office, country, on):
    return [term.person.name for term in holders().who(office, country, on)]


@pytest.mark.parametrize(
    ("office", "country", "on", "name"),
    [
        ("foreign_minister", "TR", date(2015, 5, 1), "Mevlüt Çavuşoğlu"),
        ("foreign_minister", "TR", date(2024, 5, 1), "Hakan Fidan"),
        ("foreign_minister", "tr", date(2024, 5, 1), "Hakan Fidan"),
        ("foreign_minister", "US", date(2025, 1, 10), "Antony Blinken"),
        ("foreign_minister", "US", date(2025, 3, 1), "Marco Rubio"),
        ("head_of_government", "DE", date(2010, 1, 1), "Angela Merkel"),
        ("head_of_state", "SY", date(2025, 3, 1), "Ahmed al-Sharaa"),
        ("defence_minister", "JP", date(2023, 1, 1), "Yasukazu Hamada"),
    ],
)
def test_who_held_an_office_on_a_day(office, country, on, name):
    assert names(office, country, on) == [name]


def test_on_the_day_of_a_hand_over_it_is_the_newcomer():
    assert names("foreign_minister", "TR", date(2023, 6, 3)) == ["Hakan Fidan"]
    assert names("head_of_government", "GB", date(2024, 7, 5)) == ["Keir Starmer"]


def test_two_at_once_where_governments_are_rivals():
    found = holders().who("head_of_government", "YE", date(2021, 1, 1))
    assert len(found) == 2
    assert all(term.concurrent for term in found)


def test_an_open_term_answers_for_no_day_after_its_source():
    (term,) = holders().who("foreign_minister", "SI", date(2025, 6, 1))
    later = date(2031, 1, 1)
    assert term.end is None
    assert holders().who("foreign_minister", "SI", later) == ()
    assert [perhaps.person.name for perhaps in holders().perhaps("foreign_minister", "SI", later)] == ["Tanja Fajon"]


def test_vague_dates_answer_only_where_they_are_sure():
    assert names("defence_minister", "IL", date(2024, 10, 31)) == ["Yoav Gallant"]
    assert names("defence_minister", "IL", date(2024, 11, 15)) == []
    perhaps = holders().perhaps("defence_minister", "IL", date(2024, 11, 15))
    assert {term.person.name for term in perhaps} == {"Yoav Gallant", "Israel Katz"}


def test_unknown_country_office_or_day_is_nobody():
    assert names("foreign_minister", "QQ", date(2020, 1, 1)) == []
    assert names("head_of_government", "US", date(2020, 1, 1)) == []
    assert names("foreign_minister", "TR", date(1950, 1, 1)) == []
    assert holders().perhaps("foreign_minister", "TR", date(1950, 1, 1)) == ()


def test_without_a_day_everyone_in_order():
    starts = [term.start for term in holders().who("foreign_minister", "TR")]
    assert len(starts) > 5
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", ["Emmanuel Macron", "EMMANUEL  MACRON", "emmanuel macron"])
def test_persons_are_found_by_their_name(name):
    assert {(term.office, term.country) for term in holders().named(name)} == {("head_of_state", "FR")}


def test_persons_are_found_without_accents_and_by_other_forms():
    assert {term.person.id for term in holders().named("Mevlut Cavusoglu")} == {"mevlut-cavusoglu"}
    assert {term.person.id for term in holders().named("Abbas Araqchi")} == {"abbas-araghchi"}


def test_persons_are_found_near_their_terms_only():
    assert holders().named("Joschka Fischer", date(2007, 1, 1))
    assert holders().named("Joschka Fischer", date(1997, 1, 1))
    assert not holders().named("Joschka Fischer", date(2020, 1, 1))


def test_a_surname_or_a_transliteration_that_is_not_known_is_nobody():
    assert holders().named("Macron") == ()
    assert holders().named("Mavlut Chavushoghlu") == ()


@pytest.mark.parametrize(
    ("phrase", "office", "country"),
    [
        ("foreign minister of Turkey", "foreign_minister", "TR"),
        ("the Turkish foreign minister", "foreign_minister", "TR"),
        ("Russia's foreign minister", "foreign_minister", "RU"),
        ("U.S. Secretary of State", "foreign_minister", "US"),
        ("British foreign secretary", "foreign_minister", "GB"),
        ("Indian external affairs minister", "foreign_minister", "IN"),
        ("Minister of Foreign Affairs of the Russian Federation", "foreign_minister", "RU"),
        ("German Chancellor", "head_of_government", "DE"),
        ("Taoiseach", "head_of_government", "IE"),
        ("acting prime minister of Bangladesh", "head_of_government", "BD"),
        ("the King of Jordan", "head_of_state", "JO"),
        ("Emir of Qatar", "head_of_state", "QA"),
        ("UK defence secretary", "defence_minister", "GB"),
        ("president", "head_of_state", None),
        ("prime minister", "head_of_government", None),
        ("foreign_minister", "foreign_minister", None),
    ],
)
def test_phrases_that_mean_an_office(phrase, office, country):
    found = office_of(phrase)
    assert found
    assert (found.name, found.country) == (office, country)


@pytest.mark.parametrize(
    "phrase",
    [
        "supreme leader",
        "deputy foreign minister of Iran",
        "former president of France",
        "president-elect",
        "vice president",
        "Indian foreign secretary",
        "French chancellor",
        "chancellor",
        "president of the European Commission",
        "crown prince of Saudi Arabia",
        "state minister for foreign affairs of Japan",
        "Turkish foreign minister of Iran",
        "foreign minister Hakan Fidan",
        "",
        "minister",
    ],
)
def test_phrases_that_mean_none(phrase):
    assert office_of(phrase) is None


def test_a_country_given_beside_the_phrase():
    assert office_of("chancellor", "AT").country == "AT"
    assert office_of("chancellor", "FR") is None
    assert office_of("Turkish foreign minister", "SY").country == "TR"


def test_a_table_with_other_columns_is_refused(tmp_path):
    path = tmp_path / "terms.tsv"
    path.write_text("country\toffice\n")
    with pytest.raises(DataError, match="columns"):
        list(read(path))


def test_a_line_that_is_no_term_is_named(tmp_path):
    path = tmp_path / "terms.tsv"
    path.write_text("\t".join(COLUMNS) + "\nTR\tcaliph\n")
    with pytest.raises(DataError, match=r"terms\.tsv:2"):
        list(read(path))


def test_no_terms_at_all():
    assert Holders(()).named("Anybody") == ()
    assert Holders(()).who("head_of_state", "FR", date(2020, 1, 1)) == ()
