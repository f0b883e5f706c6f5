"""Reading a little of a large snapshot: who there is, and contacts by what the indexes of the store can tell.

Reading every contact or actor costs some tenths of a millisecond each; a question about one person needs few.
"""

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions

from kg.graph import reading
from kg.graph.events import place_of
from kg.graph.iris import local_name, minted, term
from kg.graph.layers import CONTACTS, KNOWN
from kg.graph.reader import Reader
from kg.graph.store import subjects_of
from kg.graph.terms import TYPE
from kg.model import Actor, Contact, Period, Place

_ACTORS: Final = "actors.json"
_INVOLVES, _QUOTE, _TOPIC = term("kg:involves"), term("kg:quote"), term("kg:topic")
_REPORTED_IN = term("kg:reportedIn")


@dataclass(frozen=True, slots=True)
class Narrow:
    """What the store itself can look for; None asks for nothing.

    Attributes:
        actors: ids, one of which has to be involved.
        relations, statuses: names of which it has to have one.
        since, until: days between which it may have taken place.
        contacts: ids of which it has to be one.
        places: where it has to have been, or gone to.
        sources: how many independent outlets have to report it; 0 asks for nothing.
        weighed: whether the glimpses tell sources and confidence, whose look-up takes as long as all else.
    """

    actors: frozenset[str] | None = None
    relations: frozenset[str] | None = None
    statuses: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None
    contacts: frozenset[str] | None = None
    places: frozenset[NamedNode] | None = None
    sources: int = 0
    weighed: bool = True


@dataclass(frozen=True, slots=True)
class Glimpse:
    """As much of a contact as its place in a list hangs on; 0 stands for a weight that was not asked for."""

    id: str
    period: Period
    sources: int
    confidence: float


def actors(reader: Reader) -> Mapping[str, Actor]:
    """What `Reader.actors` gives, from a file beside the snapshot once it was asked for."""
    path = reader.path / _ACTORS
    with suppress(OSError, ValueError):
        if isinstance(kept := json.loads(path.read_bytes()), dict):
            return _Actors(kept)
    found = reader.actors()
    rows = {one.id: (one.name, one.type, one.country, one.names, one.known) for one in found.values()}
    _keep(path, json.dumps(rows))
    return found


class _Actors(Mapping[str, Actor]):
    """Actors by id, each made of its row when it is asked for: the rows of a table need a few of thousands."""

    def __init__(self, rows: dict[str, list[Any]]) -> None:
        self._rows = rows
        self._made: dict[str, Actor] = {}

    def __getitem__(self, id_: str) -> Actor:
        if id_ not in self._made:
            name, type_, country, names, known = self._rows[id_]
            self._made[id_] = Actor(id_, name, type_, country, tuple(names), known)
        return self._made[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def glimpses(reader: Reader, narrow: Narrow) -> list[Glimpse]:
    """The contacts that are as asked for, in no order."""
    if narrow.contacts is not None and len(narrow.contacts) == 0:
        return []
    results = reader._engine.query(_query(narrow))
    assert isinstance(results, QuerySolutions)
    table = results.serialize(format=QueryResultsFormat.TSV) or b""
    return [_glimpse(line.split("\t")) for line in table.decode().split("\n")[1:] if line]


def contacts(reader: Reader, ids: Iterable[str]) -> Iterator[Contact]:
    """The contacts with these ids, in that order, read one by one."""
    places: dict[NamedNode, Place] = {}
    return (reading.contact(reader, minted("con", id_), places) for id_ in ids)


def places(reader: Reader) -> Iterator[tuple[NamedNode, Place]]:
    """All cities and countries."""
    for class_, graph in (("kg:Place", CONTACTS), ("kg:Country", KNOWN)):
        for node in subjects_of(reader.match(None, TYPE, term(class_), graph)):
            yield node, place_of(reading.described(reader, node, graph))


def is_involved(reader: Reader, actor: str) -> bool:
    """Whether an actor has any contact, even one that did not take place."""
    return any(reader.match(None, _INVOLVES, minted("act", actor), CONTACTS))


def sentence(reader: Reader, report: str) -> str:
    """The sentence of a report, "" where there is none."""
    return next(map(_text, reader.match(minted("rep", report), _QUOTE)), "")


def telling(reader: Reader, tells: Callable[[str], bool]) -> frozenset[str]:
    """Ids of the contacts with a topic or sentence that tells of something."""
    quotes = subjects_of(quad for quad in reader.match(predicate=_QUOTE) if tells(_text(quad)))
    by_quote = (each for report in quotes for each in subjects_of(reader.match(None, _REPORTED_IN, report, CONTACTS)))
    by_topic = subjects_of(quad for quad in reader.match(None, _TOPIC, None, CONTACTS) if tells(_text(quad)))
    return frozenset(local_name(node) for found in (by_quote, by_topic) for node in found)


def _text(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, Literal) else ""


def _query(narrow: Narrow) -> str:
    """A query of our own: nothing in it comes from a user but days and the IRIs of what was found."""
    day = term("xsd:date")
    asked = [
        f"?c {_INVOLVES} ?a ." if narrow.actors is not None else "",
        f'?c {term("kg:notAfter")} ?by FILTER(?by >= "{narrow.since}"^^{day})' if narrow.since else "",
        f"?c {term('kg:sources')} ?many FILTER(?many >= {narrow.sources})" if narrow.sources else "",
        _at(narrow.places),
        _one_of("relation", narrow.relations),
        _one_of("status", narrow.statuses),
    ]
    if narrow.weighed or not any(asked):  # what is optional finds no contact of its own
        asked.append(f"?c {term('kg:sources')} ?n ; {term('kg:confidence')} ?sure .")
    return f"""SELECT DISTINCT ?c ?from ?to ?n ?sure WHERE {{
      {_values("c", "con", narrow.contacts)} {_values("a", "act", narrow.actors)}
      GRAPH {CONTACTS} {{
        {" ".join(asked)}
        OPTIONAL {{ ?c {term("kg:notAfter")} ?to }}
        OPTIONAL {{ ?c {term("kg:notBefore")} ?from }}
      }}
      {f'FILTER(COALESCE(?from, ?to) <= "{narrow.until}"^^{day})' if narrow.until else ""}
    }}"""


def _values(name: str, prefix: str, ids: Collection[str] | None) -> str:
    if ids is None:
        return ""
    return f"VALUES ?{name} {{ {' '.join(str(minted(prefix, id_)) for id_ in sorted(ids))} }}"


def _at(nodes: Collection[NamedNode] | None) -> str:
    if nodes is None:
        return ""
    return f"VALUES ?p {{ {' '.join(sorted(map(str, nodes)))} }} ?c {term('kg:place')}|{term('kg:destination')} ?p ."


def _one_of(name: str, values: Collection[str] | None) -> str:
    if values is None:
        return ""
    terms = " ".join(str(term(f"kg:{value}")) for value in sorted(values))
    return f"VALUES ?{name} {{ {terms} }} ?c {term(f'kg:{name}')} ?{name} ."


def _glimpse(cells: list[str]) -> Glimpse:
    contact, first, last, *weights = cells
    sources, confidence = (_plain(cell) or "0" for cell in weights)
    return Glimpse(
        local_name(NamedNode(contact[1:-1])), Period(_day(first), _day(last)), int(sources), float(confidence)
    )


def _day(cell: str) -> date | None:
    return date.fromisoformat(_plain(cell)) if cell else None


def _plain(cell: str) -> str:
    """The text of a literal as the engine writes it: bare, or in quotes with its datatype."""
    return cell.split('"')[1] if cell.startswith('"') else cell


def _keep(path: Path, text: str) -> None:
    """Keeps a file beside the snapshot where one may write there; the snapshot never changes, so neither does it."""
    part = path.with_name(f"{path.name}.{os.urandom(4).hex()}.part")
    with suppress(OSError):
        try:
            part.write_text(text, encoding="ascii")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
