from pathlib import Path

import pytest
from pyoxigraph import Literal, RdfFormat, Store, Variable
from rdflib import Dataset
from rdflib.util import from_n3

from kg.errors import DataError, UsageError
from kg.queries import ask
from kg.queries.catalogue import find, named_queries, read
from kg.queries.prefixes import PREFIXES
from kg.queries.refusals import check

GIVEN = {"who": "Araqchi", "one": "Fidan", "other": "Araghchi"}
HEAD = "# title: T\n# question: Q?\n# example: kg query t\n"
FOUND = {
    "contacts-of": 3,
    "contacts-between": 1,
    "never-held": 1,
    "refused": 1,
    "most-corroborated": 1,
    "who-talks-to-whom": 2,
    "evidence": 4,
    "names-of": 2,
}


def bindings(query):
    needed = {each.name: GIVEN[each.name] for each in query.parameters if each.default is None}
    return query.bindings(needed)


@pytest.mark.parametrize("query", named_queries().values(), ids=named_queries())
def test_a_named_query_answers(folder, query):
    check(query.text)
    with ask(folder, query.text, bindings=bindings(query)) as answer:
        assert len(list(answer.rows())) == FOUND[query.name]
        assert {each.name for each in query.parameters} <= set(answer.columns)


@pytest.mark.parametrize("query", named_queries().values(), ids=named_queries())
def test_every_engine_gives_the_same_rows(folder, query, tmp_path):
    quads = tmp_path / "graph.nq"
    Store.read_only(str(folder)).dump(str(quads), RdfFormat.N_QUADS)
    with ask(folder, query.text, bindings=bindings(query)) as answer:
        ours = [tuple(map(str, row)) for row in answer.rows()]

    bare = Store()
    bare.bulk_load(path=str(quads), format=RdfFormat.N_QUADS)
    values = bindings(query)
    solutions = bare.query(
        query.text,
        use_default_graph_as_union=True,
        substitutions={Variable(name): value for name, value in values.items()},
    )
    assert [tuple(map(str, row)) for row in solutions] == ours

    dataset = Dataset(default_union=True)
    dataset.parse(quads, format="nquads")
    found = dataset.query(query.text, initBindings={name: from_n3(str(v)) for name, v in values.items()})
    assert [tuple("None" if cell is None else cell.n3() for cell in row) for row in found] == ours


def test_the_prefixes_of_the_files_are_ours():
    for query in named_queries().values():
        for line in query.text.splitlines():
            if line.startswith("PREFIX"):
                _, prefix, iri = line.split()
                assert PREFIXES[prefix[:-1]] == iri[1:-1]


def test_an_example_calls_its_query():
    for query in named_queries().values():
        assert query.example.startswith(f"kg query {query.name}")


def test_refused_tells_who_asked_and_who_refused(folder):
    with ask(folder, find("refused").text) as answer:
        ((_, asked, refused_by, told_by, _),) = answer.rows()
    assert (asked.value[-8:], refused_by.value[-6:], told_by) == ("araghchi", "lavrov", Literal("A diplomat"))


def test_a_meeting_that_was_held_is_not_among_those_never_held(folder):
    query = find("never-held")
    with ask(folder, query.text, bindings=query.bindings({"by": "2024-12-31"})) as answer:
        assert [row[2].value[-6:] for row in answer.rows()] == ["1-trip"]
    with ask(folder, query.text, bindings=query.bindings({"by": "2024-12-04"})) as answer:
        assert list(answer.rows()) == []


def test_an_unknown_name_brings_the_nearest():
    with pytest.raises(UsageError) as error:
        find("contact-of")
    assert error.value.hint == "Did you mean contacts-of?"


def test_a_missing_an_unknown_and_a_wrong_value_are_named():
    with pytest.raises(UsageError, match="needs --bind who"):
        find("contacts-of").bindings({})
    with pytest.raises(UsageError, match="no parameter “whom”"):
        find("contacts-of").bindings({"whom": "Fidan"})
    with pytest.raises(UsageError, match="least cannot be “two”"):
        find("most-corroborated").bindings({"least": "two"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# titel: T\n", "line 1: the key “titel” is not known"),
        ("# title: T\n# title: U\n", "line 2: a second title"),
        ("# title: T\n#question: Q?\n", "line 2"),
        ("# title: T\n", "no question"),
        (HEAD + "# parameter: who text - a name\nSELECT ?who {}", "line 4: the type “text”"),
        (HEAD + "# parameter: who string\nSELECT ?who {}", "line 4"),
        (HEAD + "# parameter: who string - a name\nSELECT ?whom {}", r"no variable \?who"),
    ],
)
def test_a_head_that_is_wrong_is_named_with_file_and_line(tmp_path: Path, text, told):
    path = tmp_path / "mine.rq"
    path.write_text(text)
    with pytest.raises(DataError, match="mine.rq.*" + told):
        read(path)
