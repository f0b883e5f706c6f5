"""Names taken apart."""

import pytest

from kg.actors.names import acronym, organisation_name, person_name


@pytest.mark.parametrize(
    ("name", "country", "given", "surname"),
    [
        ("Hakan Fidan", "TR", ("hakan",), "fidan"),
        ("Dr. Hakan Fidan", "TR", ("hakan",), "fidan"),
        ("Fidan", "TR", (), "fidan"),
        ("Mohammed Shia' al-Sudani", "IQ", ("mohammed", "shia"), "sudani"),
        ("Ursula von der Leyen", "DE", ("ursula",), "leyen"),
        ("George W. Bush", "US", ("george", "w"), "bush"),
        ("B.J. Habibie", "ID", ("b", "j"), "habibie"),
        ("Xi Jinping", "CN", ("jinping",), "xi"),
        ("Kim Jong-un", None, ("jongun",), "kim"),
        ("Sung Kim", "US", ("sung",), "kim"),
        ("Vincent Wang", "TW", ("vincent",), "wang"),
        ("Shinzo Abe", "JP", ("shinzo",), "abe"),
        ("Abdul Rahman al-Iryani", "YE", ("abdrahman",), "iryani"),
        ("Abdul Hamid", "BD", (), "abdhamid"),
        ("Al Gore", "US", ("al",), "gore"),
        ("Al Thani", "QA", (), "thani"),
        ("King Salman", "SA", ("salman",), "salman"),
        ("Lavrov, Sergey", "RU", ("sergey",), "lavrov"),
    ],
)
def test_a_person_has_given_names_and_a_surname(name, country, given, surname):
    found = person_name(name, country)
    assert (found.given, found.surname) == (given, surname)


@pytest.mark.parametrize(
    ("name", "surname", "family"),
    [
        ("Mohammed bin Salman", "salman", ()),
        ("Abdullah bin Zayed Al Nahyan", "zayed", ("nahyan",)),
        ("Mohammed bin Abdulrahman bin Jassim Al Thani", "abdrahman", ("thani",)),
        ("Adel bin Ahmed Al-Jubeir", "jubeir", ()),
        ("Catherine Samba-Panza", "panza", ("samba",)),
        ("Samba-Panza", "panza", ("samba",)),
    ],
)
def test_a_dynasty_goes_by_the_fathers_name_and_a_double_name_by_its_last(name, surname, family):
    found = person_name(name)
    assert (found.surname, found.family) == (surname, family)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("Ferdinand Marcos Jr.", "jr"),
        ("Ferdinand Marcos, Junior", "jr"),
        ("Benigno Aquino III", "iii"),
        ("King Abdullah II of Jordan", "ii"),
        ("Ferdinand Marcos", ""),
    ],
)
def test_what_stands_behind_a_name_is_kept_apart(name, suffix):
    assert person_name(name).suffix == suffix


@pytest.mark.parametrize("name", ["", " ", "-", "…", "'", "al-", "Mr.", "II", "王毅", "of", "\u0000", "abd", "bin"])
def test_any_text_is_a_name(name):
    found = person_name(name, "CN")
    assert isinstance(found.key, str)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The U.N. Security Council", "united nations security council"),
        ("United Nations", "united nations"),
        ("UN", "united nations"),
        ("Organisation of Islamic Cooperation", "organization of islamic cooperation"),
        ("Élysée", "elysee"),
        ("Al-Shabaab", "shabaab"),
        ("ZANU-PF", "zanu pf"),
    ],
)
def test_names_of_organisations_are_compared_in_one_form(name, folded):
    assert organisation_name(name) == folded


def test_an_acronym_is_made_of_the_words_that_carry_it():
    assert acronym("organization of islamic cooperation") == "oic"
    assert acronym("nato") == "nato"
