from kg.analysis.matrix import Cell, matrix


def test_countries(contact, actors):
    contacts = [contact(who) for who in ("t1 i1", "t2 i2", "t1 t2", "t1 i1 r1", "un q1")]
    found = matrix(contacts, actors)
    assert found.cells == (
        Cell("IR", "TR", 3), Cell("", "QA", 1), Cell("IR", "RU", 1), Cell("RU", "TR", 1), Cell("TR", "TR", 1),
    )  # fmt: skip
    assert found.names == {"TR": "Turkey", "IR": "Iran", "": "no country", "QA": "Qatar", "RU": "Russia"}
    assert found.contacts == 5
    assert found.table(["TR", "IR"]) == [[1, 3], [3, 0]]


def test_a_contact_counts_once_for_two_countries_however_many_took_part(contact, actors):
    assert matrix([contact("t1 t2 i1 i2")], actors).table(["TR", "IR"]) == [[1, 1], [1, 1]]


def test_actors(contact, actors):
    found = matrix([contact("t1 i1"), contact("i1 t1"), contact("t1 r1")], actors, "actor")
    assert found.cells == (Cell("i1", "t1", 2), Cell("r1", "t1", 1))
    assert list(found.names) == ["t1", "i1", "r1"]
