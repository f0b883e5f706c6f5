"""Literals of N-Triples back as values."""

import re
from dataclasses import dataclass

_LITERAL = re.compile(r'"(.*)"(?:\^\^<([^>]*)>|@([A-Za-z0-9-]+))?', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SIGNS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Value:
    """A literal; datatype and language are None where it is a plain string."""

    text: str
    datatype: str | None = None
    language: str | None = None


def value_of(literal: str) -> Value:
    """The literal that a term of N-Triples is.

    Raises:
        ValueError: the term is none.
    """
    match = _LITERAL.fullmatch(literal)
    if match is None:
        raise ValueError(literal)
    text, datatype, language = match.groups()
    return Value(_ESCAPE.sub(_sign, text) if "\\" in text else text, datatype, language)


def _sign(match: re.Match[str]) -> str:
    short, long, sign = match.groups()
    if sign is not None:
        return _SIGNS.get(sign, sign)
    return chr(int(short or long, 16))
