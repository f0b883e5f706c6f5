"""Actors that are known before any article is read, and which spellings are theirs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from kg.actors.evidence import countries_agree
from kg.actors.names import organisation_name
from kg.actors.slugs import slug
from kg.actors.spellings import Spelling
from kg.gazetteer import gazetteer
from kg.model import Actor, ActorType
from kg.office_holders import Holder, holders

_Kind = str


@cache
def known_actors() -> tuple[Actor, ...]:
    """Every country of the gazetteer and everyone who held an office, by id."""
    countries = (
        Actor(slug(country.name), country.name, "country", country.code, country.names, known=True)
        for country in gazetteer().countries.values()
    )
    return tuple(sorted((*countries, *_people()), key=lambda actor: actor.id))


def _people() -> Iterable[Actor]:
    """Those who held offices; who did in several countries is of none."""
    served: dict[Holder, set[str]] = defaultdict(set)
    for term in holders().all:
        served[term.person].add(term.country)
    for person, countries in served.items():
        country = next(iter(countries)) if len(countries) == 1 else None
        yield Actor(person.id, person.name, "person", country, person.names, known=True)


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
