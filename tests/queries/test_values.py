import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.queries.values import guessed, typed

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fidan", Literal("Fidan")),
        ("3", Literal(3)),
        ('"3"', Literal("3")),
        ("2024-11-30", Literal("2024-11-30", datatype=NamedNode(XSD + "date"))),
        ("2024-11-31", Literal("2024-11-31")),
        ("act:turkey", NamedNode("https://w3id.org/contact-kg/actor/turkey")),
        ("<http://e/x>", NamedNode("http://e/x")),
        ("note: urgent", Literal("note: urgent")),
        ("", Literal("")),
        ("0.5", Literal("0.5", datatype=NamedNode(XSD + "decimal"))),
        ("true", Literal(True)),
        ('"Ankara"@en', Literal("Ankara", language="en")),
        ('"2024"^^xsd:gYear', Literal("2024", datatype=NamedNode(XSD + "gYear"))),
    ],
)
def test_a_value_is_what_it_looks_like(text, value):
    assert guessed(text) == value


@pytest.mark.parametrize(
    ("text", "type_"), [("x", "integer"), ("2024-02-30", "date"), ("20240201", "date"), ("a b", "iri")]
)
def test_a_value_of_another_type_is_refused(text, type_):
    with pytest.raises(UsageError, match="cannot be"):
        typed("least", text, type_)


def test_an_iri_that_is_none_is_refused():
    with pytest.raises(UsageError):
        guessed("<not an iri>")
