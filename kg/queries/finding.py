"""The contacts of a store that are as wanted, reading no more of it than they need."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from pyoxigraph import NamedNode

from kg.graph import Reader, selecting
from kg.graph.former import named_now
from kg.graph.selecting import Narrow
from kg.model import Actor, Contact
from kg.queries.filters import SORTS, WEIGHED, Choice, Theme, Wanted, is_at


@dataclass(frozen=True, slots=True)
class Found:
    """The contacts that were found.

    Attributes:
        contacts: in order; read while one goes through them, so once only and while the store is open.
        actors: every actor of the store by id.
    """

    contacts: Iterator[Contact]
    actors: Mapping[str, Actor]


def find(reader: Reader, wanted: Wanted, sort: str = "date", limit: int | None = None) -> Found:
    """The contacts of a store that `kg.queries.filters.chosen` chooses, in order.

    Args:
        reader: an open store.
        wanted: what they have to be.
        sort: one of `kg.queries.filters.SORTS`.
        limit: how many at most.

    Raises:
        QueryError: a name means nobody, or could mean several.
    """
    actors = selecting.actors(reader)
    wanted = replace(wanted, who=tuple(named_now(reader, name) for name in wanted.who))
    choice = Choice(wanted, actors, partial(selecting.is_involved, reader))
    themes = [Theme(each) for each in wanted.about]
    telling = selecting.telling(reader, lambda text: any(each.touches(text) for each in themes)) if themes else None
    groups = [*choice.who, *choice.countries]
    narrow = Narrow(
        actors=min(groups, key=len) if groups else None,
        relations=wanted.narrow_relations if wanted.relations else None,
        statuses=wanted.statuses or None,
        since=wanted.since,
        until=wanted.until,
        contacts=_both(telling, wanted.ids or None),
        places=_places(reader, wanted.places[0]) if wanted.places else None,
        sources=wanted.min_sources,
        weighed=sort in WEIGHED or wanted.min_sources > 0 or wanted.min_confidence > 0,
    )
    enough = [
        each
        for each in selecting.glimpses(reader, narrow)
        if each.sources >= wanted.min_sources and each.confidence >= wanted.min_confidence
    ]
    key = SORTS[sort]
    enough.sort(key=lambda each: key(each.id, each.period, each.sources, each.confidence))
    contacts = selecting.contacts(reader, (each.id for each in enough))
    fitting = (contact for contact in contacts if choice.fits(contact, partial(selecting.sentence, reader)))
    return Found(islice(fitting, limit), actors)


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return other if one is None else one if other is None else one & other


def _places(reader: Reader, name: str) -> frozenset[NamedNode]:
    return frozenset(node for node, place in selecting.places(reader) if is_at(place, name))
