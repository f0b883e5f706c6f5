"""JSON-LD to be read as plain JSON: one object a node, keys and names in the words of our vocabulary.

The context says what the keys mean, so that any JSON-LD reader gets the same triples back; who does not care for
RDF reads `label`, `participant` and `quote`, and can forget the first object.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from kg.export.lines import Facts, subjects, triples
from kg.export.literals import Value, value_of
from kg.export.material import LeftOut, Material
from kg.graph.iris import PREFIXES, shortened

_TYPE = f"<{PREFIXES['rdf']}type>"
_INTEGER = f"{PREFIXES['xsd']}integer"
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what a JSON reader gives back unchanged
_OURS = PREFIXES["kg"]
_COMPACT = re.compile(r"[a-z]+:[^/:][^:]*")


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes JSON-LD, one node a line; leaves no contact out."""
    lines = triples(material)
    keys = _keys(lines)
    context = {"id": "@id", "type": "@type", "@vocab": _OURS, **PREFIXES}
    context |= {key: meaning for _, (key, meaning) in sorted(keys.items(), key=lambda item: item[1][0])}
    file.write(f'{{"@context": {_json(context)},\n"@graph": ['.encode())
    between = "\n"
    for subject, facts in subjects(lines):
        file.write((between + _json(dict(_node(subject, facts, keys)))).encode())
        between = ",\n"
    file.write(b"\n]}\n")
    return LeftOut()


def _keys(lines: Iterable[str]) -> dict[str, tuple[str, Any]]:
    """Predicate → its key, and what the context says of it: how its values are to be read."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        _, predicate, value = line.split(" ", 2)
        if predicate != _TYPE:
            kinds[predicate].add(_kind(value))
    short: dict[str, str] = {}
    for predicate in sorted(kinds, key=lambda predicate: (not predicate[1:-1].startswith(_OURS), predicate)):
        name = re.split("[/#]", predicate[1:-1])[-1]
        free = name and name not in short.values() and name not in ("id", "type") and name not in PREFIXES
        short[predicate] = name if free else shortened(predicate[1:-1])
    return {predicate: (short[predicate], _meaning(predicate[1:-1], found)) for predicate, found in kinds.items()}


def _kind(value: str) -> str:
    if value.startswith("<"):
        return "@vocab" if value[1:-1].startswith(_OURS) else "@id"
    literal = value_of(value)
    if literal.datatype == _INTEGER and _WHOLE.fullmatch(literal.text):
        return ""  # a JSON number is one already
    return literal.datatype or ""


def _meaning(predicate: str, kinds: set[str]) -> Any:
    iri = shortened(predicate)
    if kinds <= {"@id", "@vocab"}:
        return {"@id": iri, "@type": "@vocab" if kinds == {"@vocab"} else "@id"}
    if len(kinds) == 1 and "" not in kinds:
        return {"@id": iri, "@type": shortened(*kinds)}
    return iri


def _node(subject: str, facts: Facts, keys: dict[str, tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    yield "id", _name(subject)
    for predicate, values in facts:
        if predicate == _TYPE:
            yield "type", _one_or_all([_word(value) for value in values])
        else:
            key, meaning = keys[predicate]
            read_as = meaning["@type"] if isinstance(meaning, dict) else None
            yield key, _one_or_all([_value(value, read_as) for value in values])


def _value(value: str, read_as: str | None) -> Any:
    if value.startswith("<"):
        if read_as == "@vocab":
            return _word(value)
        return _name(value) if read_as == "@id" else {"@id": _name(value)}
    literal = value_of(value)
    if read_as is not None and literal.datatype is not None:
        return literal.text
    return _typed(literal)


def _typed(literal: Value) -> Any:
    if literal.language:
        return {"@value": literal.text, "@language": literal.language}
    if literal.datatype == _INTEGER and _WHOLE.fullmatch(literal.text):
        return int(literal.text)
    if literal.datatype:
        return {"@value": literal.text, "@type": shortened(literal.datatype)}
    return literal.text


def _word(value: str) -> str:
    """A term of a vocabulary: the bare word if it is ours."""
    return value[1:-1].removeprefix(_OURS) if value[1:-1].startswith(_OURS) else shortened(value[1:-1])


def _name(value: str) -> str:
    """An IRI, short where every reader makes it whole again."""
    short = shortened(value[1:-1])
    return short if _COMPACT.fullmatch(short) else value[1:-1]


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)
