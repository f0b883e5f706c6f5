from pathlib import Path

import pytest

from kg.errors import DataError, UsageError
from kg.queries.catalogue import NamedQuery, find, named_queries, names, own_queries, read
from kg.queries.prefixes import PREFIXES

HEAD = "# title: T\n# question: Q?\n# counts: all\n# example: kg query t\n"


def test_the_prefixes_of_the_files_are_ours():
    for query in named_queries().values():
        for line in query.text.splitlines():
            if line.startswith("PREFIX"):
                _, prefix, iri = line.split()
                assert PREFIXES[prefix[:-1]] == iri[1:-1]


def test_an_example_calls_its_query():
    for query in named_queries().values():
        assert query.example.startswith(f"kg query {query.name}")


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
        (HEAD + "# parameter: who text - a name\nSELECT ?who {}", "line 5: the type “text”"),
        (HEAD + "# parameter: who string\nSELECT ?who {}", "line 5"),
        (HEAD + "# parameter: who string - a name\nSELECT ?whom {}", r"no variable \?who"),
    ],
)
def test_a_head_that_is_wrong_is_named_with_file_and_line(tmp_path: Path, text, told):
    path = tmp_path / "mine.rq"
    path.write_text(text)
    with pytest.raises(DataError, match="mine.rq.*" + told):
        read(path)


def test_a_user_keeps_more_queries_in_a_folder(tmp_path):
    (tmp_path / "mine.rq").write_text("# just a note\nSELECT ?x { ?x a kg:Contact }")
    (tmp_path / "refused.rq").write_text("# title: My refused\nASK {}")
    (tmp_path / "broken.rq").write_bytes(b"\xff")
    assert {"mine", "refused", "mediators"} <= set(names(tmp_path))
    assert (find("mine", tmp_path).title, find("mine", tmp_path).own) == ("mine", True)
    assert find("refused", tmp_path).title == "My refused"
    assert find("refused").title == "Refused contacts"
    found = list(own_queries(tmp_path))
    assert [isinstance(each, NamedQuery) for each in found] == [False, True, True]
    assert list(own_queries(tmp_path / "nowhere")) == []


def test_there_are_at_least_sixteen_and_all_tell_what_they_count():
    assert len(named_queries()) >= 16
    assert all(query.counts for query in named_queries().values())
