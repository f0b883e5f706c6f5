import pytest

from kg.errors import QueryError
from kg.queries.syntax import check_terms, error


def test_an_unknown_prefix_is_named_with_those_that_are_known():
    told = error("SELECT ?x { ?x foo:bar ?y }", "error at 1:23: expected one of Prefix not found, ['%']")
    assert "not declared" in told.message
    assert "Declare PREFIX foo: <…>" in told.hint
    assert "schema" in told.hint


def test_the_end_of_the_query():
    assert "it ends here" in error("SELECT * {", "error at 1:11: expected one of").message


def test_a_long_line_is_shown_around_the_place():
    query = "SELECT * { " + "?a ?b ?c . " * 100 + "! }"
    shown, caret = error(query, f"error at 1:{query.index('!') + 1}: expected [_]").hint.splitlines()[-2:]
    assert len(shown) <= 102
    assert shown[caret.index("^")] == "!"


def test_a_tab_does_not_move_the_caret():
    shown, caret = error("SELECT\t!", "error at 1:8: expected [_]").hint.splitlines()[-2:]
    assert shown[caret.index("^")] == "!"


def test_a_place_outside_the_query_is_no_crash():
    assert error("", "error at 1:1: expected [_]").message


@pytest.mark.parametrize("phrase", ["IRI parsing failed", "SELECT * is not authorized with GROUP BY"])
def test_known_complaints_are_put_in_words(phrase):
    assert "cannot stand here" not in error("SELECT * {}", f"error at 1:8: expected one of {phrase}").message


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("SELECT * { ?a kg:spokeWith ?b }", "spoke_with"),
        ("SELECT * { ?a kg:spokewith/kg:met ?b }", "spoke_with"),
        ("SELECT * {\n ?a ^kg:particpant ?b }", "participant"),
        ("SELECT * { ?a a kg:phonecall }", "PhoneCall"),
    ],
)
def test_a_misspelt_name_of_the_vocabulary_brings_the_nearest(query, near):
    with pytest.raises(QueryError) as told:
        check_terms(query)
    assert f"Did you mean kg:{near}?" in told.value.hint
    shown, caret = told.value.hint.splitlines()[-2:]
    assert shown[caret.index("^") :].startswith("kg:")


def test_a_name_that_nothing_is_like():
    with pytest.raises(QueryError, match="there is no kg:zzzzzz at line 1, column 14"):
        check_terms("SELECT * {?a kg:zzzzzz 1}")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a kg:met 'kg:nothing' }",
        "SELECT * { ?a kg:met <http://e/kg:nothing> } # kg:nothing",
        'SELECT * { ?a kg:met """\nkg:nothing""" }',
        "PREFIX kg: <http://e/> SELECT * { ?a kg:nothing ?b }",
        "PREFIX okg: <http://e/> SELECT * { ?a okg:nothing ?b }",
        "SELECT * { ?a kg:met ?b FILTER(?a < 1 && ?b > 2) }",
    ],
)
def test_what_is_no_name_of_the_vocabulary_is_left_alone(query):
    check_terms(query)
