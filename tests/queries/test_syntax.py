import pytest

from kg.queries.syntax import error


def test_an_unknown_prefix_is_named_with_those_that_are_known():
    told = error("SELECT ?x { ?x foo:bar ?y }", "error at 1:23: expected one of Prefix not found, ['%']")
    assert "not declared" in told.message
    assert told.hint.startswith("Declare PREFIX foo: <…>")
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
