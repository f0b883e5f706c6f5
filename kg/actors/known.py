"""Actors that are known before any article is read, and which spellings are theirs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from kg.actors.evidence import countries_agree
from kg.actors.heads import bodies, heads, names_of
from kg.actors.ministries import ministries
from kg.actors.names import organisation_name
from kg.actors.slugs import slug
from kg.actors.spellings import Spelling
from kg.extraction.bodies import known_bodies
from kg.gazetteer import gazetteer
from kg.model import Actor, ActorType
from kg.office_holders import Holder, holders

_Kind = str
_GONE: Final = frozenset({"SU", "YU", "CS"})
"""States that are no more: who served one and then a state that followed is of that."""


@cache
def known_actors() -> tuple[Actor, ...]:
    """Countries, their foreign and defence ministries, organisations, and everyone who held an office, by id."""
    of_ministries = (actor for _, actor in ministries())
    found = {actor.id: actor for actor in (*_bodies(), *of_ministries, *_people(), *_countries())}
    return tuple(sorted(found.values(), key=lambda actor: actor.id))


def _countries() -> Iterable[Actor]:
    for country in gazetteer().countries.values():
        yield Actor(slug(country.name), country.name, "country", country.code, country.names, known=True)


def _people() -> Iterable[Actor]:
    """Those who held offices; who did in several countries is of none, but for states that are no more."""
    served: dict[Holder, set[str]] = defaultdict(set)
    for term in holders().all:
        served[term.person].add(term.country)
    for term in heads().all:
        served.setdefault(term.person, set())
    for person, countries in served.items():
        of = countries - _GONE or countries
        country = next(iter(of)) if len(of) == 1 else None
        yield Actor(person.id, person.name, "person", country, person.names, known=True)


def _bodies() -> Iterable[Actor]:
    """Organisations and groups that news names without a country."""
    told = {body.name: body for body in known_bodies()}
    for name in dict.fromkeys((*told, *bodies())):
        body = told.get(name)
        names = tuple(dict.fromkeys((*(body.names if body else ()), *names_of(name))))
        kind: ActorType = body.type if body else "organization"
        yield Actor(slug(name), name, kind, body.country if body else None, names, known=True)


def _kind(of: ActorType) -> _Kind:
    return of if of in ("person", "country") else "body"


class KnownNames:
    """Finds known actors by exact name, countries by code; other spellings are left to the clusters."""

    def __init__(self, known: Iterable[Actor]) -> None:
        names: dict[tuple[_Kind, str], dict[str, Actor]] = defaultdict(dict)
        codes: dict[str, Actor] = {}
        for actor in sorted(known, key=lambda actor: actor.id):
            for name in (actor.name, *actor.names):
                names[_kind(actor.type), organisation_name(name)][actor.id] = actor
            if actor.type == "country" and actor.country:
                codes.setdefault(actor.country, actor)
        self._names: Mapping[tuple[_Kind, str], Mapping[str, Actor]] = names
        self._codes = codes

    def find(self, spelling: Spelling) -> Actor | None:
        """The one known actor of this name whose country agrees; None where none or several are.

        A person of whom no country is told is nobody known: names are shared.
        """
        named = spelling.members[0]
        if named.type == "person" and not spelling.country:
            return None
        if named.type == "country" and named.country in self._codes:
            return self._codes[named.country]
        found = {
            actor.id: actor
            for member in spelling.members
            for actor in self._names.get((_kind(named.type), organisation_name(member.name)), {}).values()
            if countries_agree(actor.country, spelling.country)
        }
        return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=4)
def known_names(known: tuple[Actor, ...]) -> KnownNames:
    """The names of these actors, put in order once: every change of a store asks for the same."""
    return KnownNames(known)
