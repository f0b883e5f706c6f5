import json

import pytest

pytestmark = pytest.mark.usefixtures("store")


def rows(done):
    assert done.returncode == 0, done.stderr
    return [tuple(row.values()) for row in json.loads(done.stdout)]


def test_what_is_known_of_an_actor(kg):
    found = rows(kg("actor", "fidan", "--format", "json"))
    assert found == [
        ("name", "Hakan Fidan", None), ("id", "hakan-fidan", None), ("type", "person", None),
        ("country", "Turkey", None),
        ("office", "foreign minister of TR, 2023-06-03 to at least 2025-06-30", None),
        ("spelling", "Hakan Fidan", 1), ("contacts", "took place", 1),
        ("contacts", "did not", 1), ("month", "2024-11", 1), ("month", "2024-12", 1),
        ("partner", "Sergey Lavrov", 1), ("outlet", "Anka", 1),
    ]  # fmt: skip


def test_why_a_spelling_is_his(kg):
    (spelling,) = (row for row in rows(kg("actor", "fidan", "--why", "--format", "json")) if row[0] == "spelling")
    assert "known" in spelling[3]
    assert "known" in kg("actor", "fidan", "--why").stdout
    assert spelling[3].endswith("(in ceasefire.txt)")


def test_the_terms_of_who_headed_an_organisation_are_told(kg):
    offices = [
        which for what, which, _ in rows(kg("actor", "António Guterres", "--format", "json")) if what == "office"
    ]
    assert any("head of organization of United Nations, 2017-01-01" in office for office in offices)


def test_a_table_and_csv_tell_the_same(kg):
    assert kg("actor", "Hakan Fidan").stdout == (
        "what      which                                                      count\n"
        "name      Hakan Fidan\n"
        "id        hakan-fidan\n"
        "type      person\n"
        "country   Turkey\n"
        "office    foreign minister of TR, 2023-06-03 to at least 2025-06-30\n"
        "spelling  Hakan Fidan                                                1\n"
        "contacts  took place                                                 1\n"
        "contacts  did not                                                    1\n"
        "month     2024-11                                                    1\n"
        "month     2024-12                                                    1\n"
        "partner   Sergey Lavrov                                              1\n"
        "outlet    Anka                                                       1\n"
    )
    assert "partner,Sergey Lavrov,1" in kg("actor", "act:hakan-fidan", "--format", "csv").stdout


def test_the_name_of_a_country_means_the_country(kg):
    assert ("type", "country", None) in rows(kg("actor", "Turkey", "--format", "json"))


def test_who_is_not_there_is_told_with_the_nearest(fails):
    assert "Hakan Fidan" in fails("actor", "Hakkan Fidann", code=1)
