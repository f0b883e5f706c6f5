"""The constraints of SHACL Core that our shapes use, one function each: which values break it.

None among what a function yields means that no single value is to blame: there are too few or too many.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.graph.iris import term
from kg.shapes.shape import Term

_SHACL: Final = "http://www.w3.org/ns/shacl#"

Description = Mapping[NamedNode, Sequence[Term]]
"""What a graph says of a node: property → values."""

ClassesOf = Callable[[Term], frozenset[NamedNode]]
"""The classes a node belongs to, broader ones included."""

Check = Callable[[Sequence[Term], tuple[Term, ...], Description, ClassesOf], Iterable[Term | None]]
"""Values, the constraint's parameter, all that is said of the node, and the classes of any node → offenders."""


def _min_count(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[None]:
    if len(values) < _number(wanted[0]):
        yield None


def _max_count(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[None]:
    if len(values) > _number(wanted[0]):
        yield None


def _datatype(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[Term]:
    for value in values:
        if not isinstance(value, Literal) or value.datatype != wanted[0] or not _well_formed(value):
            yield value


def _node_kind(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[Term]:
    kind = _KINDS[wanted[0]]
    return (value for value in values if not isinstance(value, kind))


def _class(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, classes: ClassesOf) -> Iterator[Term]:
    return (value for value in values if wanted[0] not in classes(value))


def _in(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[Term]:
    return (value for value in values if value not in wanted)


def _pattern(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[Term]:
    matches = _compiled(_text(wanted[0])).search
    return (value for value in values if isinstance(value, BlankNode) or not matches(value.value))


def _min_length(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[Term]:
    least = _number(wanted[0])
    return (value for value in values if isinstance(value, BlankNode) or len(value.value) < least)


def _min_inclusive(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[Term]:
    return (value for value in values if not _in_order(wanted[0], value, equal=True))


def _max_inclusive(values: Sequence[Term], wanted: tuple[Term, ...], _: Description, __: ClassesOf) -> Iterator[Term]:
    return (value for value in values if not _in_order(value, wanted[0], equal=True))


def _equals(values: Sequence[Term], wanted: tuple[Term, ...], node: Description, _: ClassesOf) -> Iterator[Term]:
    return iter(set(values) ^ set(_of(node, wanted)))


def _less_than(values: Sequence[Term], wanted: tuple[Term, ...], node: Description, _: ClassesOf) -> Iterator[Term]:
    return (one for one in values for other in _of(node, wanted) if not _in_order(one, other, equal=False))


def _at_most(values: Sequence[Term], wanted: tuple[Term, ...], node: Description, _: ClassesOf) -> Iterator[Term]:
    return (one for one in values for other in _of(node, wanted) if not _in_order(one, other, equal=True))


CHECKS: Final[dict[str, Check]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "class": _class,
    "in": _in,
    "pattern": _pattern,
    "minLength": _min_length,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
    "equals": _equals,
    "lessThan": _less_than,
    "lessThanOrEquals": _at_most,
}

_KINDS: Final[dict[Term, type]] = {NamedNode(_SHACL + "IRI"): NamedNode, NamedNode(_SHACL + "Literal"): Literal}

_DAY = re.compile(r"-?\d{4,}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?")
_MOMENT = re.compile(r"-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?")
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)

Comparable = Decimal | date | datetime


def _days(written: str) -> date:
    if not _DAY.fullmatch(written):
        raise ValueError(written)
    return date.fromisoformat(written[:10])


def _moments(written: str) -> datetime:
    if not _MOMENT.fullmatch(written):
        raise ValueError(written)
    return datetime.fromisoformat(written)


def _integers(written: str) -> Decimal:
    if not _INTEGER.fullmatch(written):
        raise ValueError(written)
    return Decimal(written)


def _decimals(written: str) -> Decimal:
    if not _DECIMAL.fullmatch(written):
        raise ValueError(written)
    return Decimal(written)


_READERS: Final[dict[NamedNode, Callable[[str], Comparable]]] = {
    term("xsd:date"): _days,
    term("xsd:dateTime"): _moments,
    term("xsd:integer"): _integers,
    term("xsd:decimal"): _decimals,
}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _well_formed(value: Literal) -> bool:
    return value.datatype not in _READERS or _comparable(value) is not None


def _comparable(value: Term) -> Comparable | None:
    if isinstance(value, Literal) and (read := _READERS.get(value.datatype)):
        try:
            return read(value.value)
        except (ValueError, InvalidOperation):
            pass
    return None


def _in_order(one: Term, other: Term, *, equal: bool) -> bool:
    """Whether one comes before the other; values that cannot be compared do not."""
    left, right = _comparable(one), _comparable(other)
    if left is None or right is None:
        return False
    try:
        return bool(left < right or (equal and left == right))  # type: ignore[operator]
    except TypeError:
        return False


def _of(node: Description, path: tuple[Term, ...]) -> Sequence[Term]:
    return node.get(path[0], ()) if isinstance(path[0], NamedNode) else ()


def _number(value: Term) -> int:
    return int(_text(value))


def _text(value: Term) -> str:
    return value.value
