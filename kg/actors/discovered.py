"""The actor that a cluster of named actors makes: its id, best name, type and country."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from kg.actors.names import organisation_name, person_name
from kg.actors.slugs import slug
from kg.model import Actor, NamedActor

T = TypeVar("T", bound=str)


def discovered(members: Iterable[NamedActor], published: Mapping[str, date | None]) -> Actor:
    """The actor of these named actors: slug of its best name and 6 hex of its earliest member."""
    members = sorted(members, key=lambda named: (published.get(named.article) or date.max, named.id))
    names = Counter(named.name for named in members)
    best = min(names, key=lambda name: (_poverty(name, members[0]), -names[name], name))
    hexes = hashlib.sha256(members[0].id.encode()).hexdigest()[:6]
    return Actor(
        id=f"{slug(best)}-{hexes}",
        name=best,
        type=_most(named.type for named in members) or members[0].type,
        country=_most(named.country for named in members if named.country),
        names=tuple(sorted(set(names) - {best})),
    )


def _poverty(name: str, named: NamedActor) -> tuple[int, ...]:
    """Smaller for fuller names; a name in capitals only counts as the poorest way to write it."""
    if named.type == "person":
        names, initials, family = person_name(name, named.country).fullness
        return -names, -initials, -family, int(name.isupper())
    return -len(organisation_name(name).split()), int(name.isupper())


def _most(values: Iterable[T]) -> T | None:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None
