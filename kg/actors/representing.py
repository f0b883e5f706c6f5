"""Whom an actor speaks for: countries by office and by what articles say, organisations by their heads' terms."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from kg.actors.heads import heads
from kg.actors.slugs import slug
from kg.model import Actor
from kg.office_holders import holders


def countries_represented(actor: Actor) -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 codes of the countries an actor speaks for, in order.

    Its own, which articles tell for those who are not known, and all in which a known person held an office. A group
    has the country in which it acts: it does not speak for it.
    """
    own = {actor.country} if actor.country and actor.type != "group" else set()
    served = _served().get(actor.id, frozenset()) if actor.known else frozenset()
    return tuple(sorted(own | served))


def bodies_represented(actor: Actor) -> tuple[str, ...]:
    """Ids of the organisations a known person headed, in order."""
    return tuple(sorted(_headed().get(actor.id, ()))) if actor.known else ()


@cache
def _served() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for term in holders().all:
        found[term.person.id].add(term.country)
    return {person: frozenset(countries) for person, countries in found.items()}


@cache
def _headed() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for term in heads().all:
        found[term.person.id].add(slug(term.country))
    return {person: frozenset(bodies) for person, bodies in found.items()}
