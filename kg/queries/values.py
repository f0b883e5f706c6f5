"""Values for the variables of a query: a user's text becomes a typed RDF term, never a part of the query."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.queries.prefixes import PREFIXES, expanded

Value = NamedNode | Literal

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECIMAL: Final = re.compile(r"[+-]?\d+\.\d+")
_TYPED: Final = re.compile(r'"(?P<text>.*)"(?:@(?P<language>[A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^(?P<type>\S+))', re.DOTALL)


def _date(text: str) -> Value:
    date.fromisoformat(text if _DAY.fullmatch(text) else "")
    return Literal(text, datatype=NamedNode(PREFIXES["xsd"] + "date"))


def _integer(text: str) -> Value:
    return Literal(int(text))


def _decimal(text: str) -> Value:
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Literal(text, datatype=NamedNode(PREFIXES["xsd"] + "decimal"))


def _boolean(text: str) -> Value:
    if text not in ("true", "false"):
        raise ValueError(text)
    return Literal(text == "true")


def _iri(text: str) -> Value:
    return NamedNode(text[1:-1] if text.startswith("<") and text.endswith(">") else expanded(text) or text)


TYPES: Final[dict[str, Callable[[str], Value]]] = {
    "string": Literal,
    "date": _date,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "iri": _iri,
}
"""Type of a parameter → how its text is read; what raises a ValueError is not of that type."""


def typed(name: str, text: str, type_: str) -> Value:
    """The value of a parameter that has a type.

    Raises:
        UsageError: the text is not of that type.
    """
    try:
        return TYPES[type_](text)
    except ValueError as error:
        wanted = {
            "date": "a day, YYYY-MM-DD",
            "integer": "a whole number",
            "decimal": "a number with a point",
            "boolean": "true or false",
            "iri": "an IRI",
        }.get(type_, type_)
        raise UsageError(f"{name} cannot be “{text}”", f"It takes {wanted}") from error


def guessed(text: str) -> Value:
    """The value a text looks like: a number, a day, true or false, an IRI (in <> or with a prefix), else a string.

    Double quotes around it make it a string whatever it looks like; `"…"^^xsd:gYear` and `"…"@en` say it all.
    """
    if found := _TYPED.fullmatch(text):
        if found["language"]:
            return Literal(found["text"], language=found["language"].lower())
        return Literal(found["text"], datatype=NamedNode(_iri(found["type"]).value))
    if len(text) > 1 and text[0] == text[-1] == '"':
        return Literal(text[1:-1])
    for type_ in ("integer", "decimal", "date", "boolean"):
        try:
            return TYPES[type_](text)
        except ValueError:
            continue
    if (text.startswith("<") and text.endswith(">")) or (expanded(text) and " " not in text):
        return typed("value", text, "iri")
    return Literal(text)
