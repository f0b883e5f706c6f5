"""Who held which office when, from `ontology/actors/holders/`; every room may ask it.

Read from `terms.tsv`, which says in one table what the Turtle files beside it say country by country: parsing
those takes ten times as long.

    holders().who("foreign_minister", "TR", date(2015, 5, 1))   Mevlüt Çavuşoğlu
    holders().named("Emmanuel Macron", date(2024, 3, 1))        president of France since 2017

A term that was open on the last day its source knows is not answered for any later day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from kg.errors import DataError
from kg.gazetteer import fold
from kg.model import Period
from kg.offices import OFFICES, Office, OfficeName, country_of, office_of
from kg.resources import ontology_folder

__all__ = ["OFFICES", "Holder", "Holders", "Holding", "Office", "OfficeName", "country_of", "holders", "office_of"]

YEARS_NEAR: Final = 3
"""Before and after a term, a name in the news is still taken for the one who held the office."""

COLUMNS: Final = tuple(
    "country office person name names wikidata start end known_until sources unchecked concurrent".split()
)
"""Columns of `terms.tsv`; several names or sources in one cell stand between bars."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds or held offices.

    Attributes:
        id: slug, the local name of its IRI.
        names: other forms than `name`.
        wikidata: its item ("Q315"), where the source gives it.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """A term of office.

    Attributes:
        start, end: EDTF level 0 strings ("2015", "2015-08", "2015-08-28"); `end` is None for a term that was
            open on the day `known_until`.
        sources: where it is known from.
        unchecked: whether it was written from general knowledge.
        concurrent: whether another term of this office and country overlaps it.
    """

    person: Holder
    office: OfficeName
    country: str
    start: str
    end: str | None
    known_until: date | None
    sources: tuple[str, ...]
    unchecked: bool = False
    concurrent: bool = False

    def sure(self, on: date) -> bool:
        """Whether the person is known to have held the office on this day."""
        last = _first(self.end) if self.end else self.known_until
        return last is not None and _last(self.start) <= on <= last

    def possible(self, on: date) -> bool:
        """Whether the person may have held it on this day, as far as is known."""
        return _first(self.start) <= on and (self.end is None or on <= _last(self.end))

    def near(self, on: date) -> bool:
        """Whether the day lies in the term or within three years of it."""
        around = timedelta(days=366 * YEARS_NEAR)
        return _first(self.start) - around <= on and (self.end is None or on <= _last(self.end) + around)


class Holders:
    """All terms of office, in order of country, office and time."""

    def __init__(self, terms: Iterable[Holding]) -> None:
        self.all = tuple(terms)
        self._held: dict[tuple[str, str], list[Holding]] = defaultdict(list)
        for term in self.all:
            self._held[term.country.upper(), term.office].append(term)

    def who(self, office: OfficeName, country: str, on: date | None = None) -> tuple[Holding, ...]:
        """Who held an office on a day: those alone of whom it is known.

        Two at once only where their terms are concurrent; on the day one follows another it is the newcomer.
        Without a day: everyone who ever held it, in order of time.
        """
        held = tuple(self._held.get((country.upper(), office), ()))
        if on is None:
            return held
        sure = [term for term in held if term.sure(on)]
        return tuple(term for term in sure if term.end != on.isoformat()) or tuple(sure)

    def perhaps(self, office: OfficeName, country: str, on: date) -> tuple[Holding, ...]:
        """Who may have held it on a day on which nobody is known to: told with the doubt, never as an answer.

        Those whose dates are too vague for the day, and those whose terms were open when their source ended and
        whom nobody is known to have followed.
        """
        if self.who(office, country, on):
            return ()
        held = [term for term in self.who(office, country) if term.possible(on)]
        newest = max((_first(term.start) for term in held), default=date.min)
        return tuple(term for term in held if term.end or _first(term.start) == newest)

    def named(self, name: str, on: date | None = None) -> tuple[Holding, ...]:
        """The terms of all persons of exactly this name or another known form of it.

        Args:
            name: compared without case and accents, otherwise as it stands.
            on: only terms that cover this day or lie within three years of it.
        """
        return tuple(term for term in self._by_name.get(fold(name), ()) if on is None or term.near(on))

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Holding, ...]]:
        found: dict[str, list[Holding]] = defaultdict(list)
        for term in self.all:
            for name in {fold(name) for name in (term.person.name, *term.person.names)}:
                found[name].append(term)
        return {name: tuple(terms) for name, terms in found.items()}


@cache
def holders() -> Holders:
    """Those that the package ships, read once (some 20 ms)."""
    return Holders(read(ontology_folder() / "actors" / "holders" / "terms.tsv"))


def read(path: Path) -> Iterator[Holding]:
    """The terms of a table.

    Raises:
        DataError: a line is not as it must be; the message names file and line.
    """
    people: dict[str, Holder] = {}
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(head.split("\t")) != COLUMNS:
        raise DataError(f"{path.name}: the columns must be {', '.join(COLUMNS)}")
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or cells[1] not in OFFICES:
            raise DataError(f"{path.name}:{number}: no term of office: {line}")
        country, office, id_, name, names, wikidata, start, end, until, sources, unchecked, concurrent = cells
        if id_ not in people:
            people[id_] = Holder(id_, name, _several(names), wikidata or None)
        yield Holding(
            person=people[id_],
            office=OFFICES[OFFICES.index(office)],
            country=country,
            start=start,
            end=end or None,
            known_until=date.fromisoformat(until) if until else None,
            sources=_several(sources),
            unchecked=unchecked == "true",
            concurrent=concurrent == "true",
        )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def _first(told: str) -> date:
    return Period.of(told).not_before or date.min


@cache
def _last(told: str) -> date:
    return Period.of(told).not_after or date.max
