"""Who is who: which named actors of all articles are one actor of the world.

    resolve(named actors, known actors, publication days) -> Resolution(actors, identities)

Pure, and free of the order of its input. Each block (`block_keys`) is settled by itself, so what a new
article changes lies in the blocks of its own named actors, and of the offices that they bear.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.actors.blocking import block_keys, index_keys
from kg.actors.by_office import by_office
from kg.actors.clustering import Cluster, cluster
from kg.actors.discovered import discovered
from kg.actors.known import known_actors, known_names
from kg.actors.scoring import judge
from kg.actors.spellings import Spelling, spellings_of
from kg.actors.unnamed import Bearing, filled
from kg.model import Actor, Identity, NamedActor

__all__ = ["Bearing", "Resolution", "block_keys", "by_evidence", "fill", "index_keys", "known_actors", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The actors that are denoted, by id, and for each named actor which one it is and why, by named actor.

    Places have no identity: they are never actors.
    """

    actors: tuple[Actor, ...]
    identities: tuple[Identity, ...]

    @property
    def who(self) -> dict[str, str]:
        """Id of named actor → id of actor."""
        return {identity.named: identity.actor for identity in self.identities}


def resolve(named: Iterable[NamedActor], known: Iterable[Actor], published: Mapping[str, date | None]) -> Resolution:
    """Judges which named actors are one.

    Args:
        named: named actors of any number of articles; places are passed over.
        known: actors that are known by name; they keep their ids.
        published: id of an article → its day of publication.
    """
    named = tuple(named)
    return fill(by_evidence(named, known, published), named, published)


def fill(
    resolution: Resolution,
    named: Iterable[NamedActor],
    published: Mapping[str, date | None],
    elsewhere: Iterable[Bearing] = (),
    decided: Callable[[NamedActor], bool] = lambda _: False,
) -> Resolution:
    """The resolution of these named actors, in which offices without a named holder are who held them.

    Args:
        resolution: who is who without this.
        named: those who were judged.
        published: id of an article → its day of publication.
        elsewhere: other bearers of the same offices, who were not judged here.
        decided: of whom nothing is to be changed.
    """
    known = {actor.id for actor in resolution.actors if actor.known}
    who = resolution.who
    found = filled(named, who, published, lambda one: who[one.id] not in known and not decided(one), elsewhere)
    if not found:
        return resolution
    identities = tuple(found.get(one.named, one) for one in resolution.identities)
    denoted = {identity.actor for identity in identities}
    return Resolution(tuple(actor for actor in resolution.actors if actor.id in denoted), identities)


def by_evidence(
    named: Iterable[NamedActor], known: Iterable[Actor], published: Mapping[str, date | None]
) -> Resolution:
    """Judges which named actors are one by names and circumstances, and by what is known of offices."""
    once, known = {one.id: one for one in named}, tuple(known)
    holding = by_office(once.values(), {actor.id: actor for actor in known}, published)
    blocks: dict[str, list[NamedActor]] = defaultdict(list)
    for one in once.values():
        for key in block_keys(one) if one.id not in holding else ():
            blocks[key].append(one)
    names = known_names(known)
    actors: dict[str, Actor] = {actor.id: actor for actor, _ in holding.values()}
    identities: list[Identity] = [identity for _, identity in holding.values()]
    for key in sorted(blocks):
        spellings = spellings_of(blocks[key], published)
        found = {spelling: actor for spelling in spellings if (actor := names.find(spelling))}
        for of_one in cluster(spellings, found):
            members = [member for spelling in of_one.spellings for member in spelling.members]
            whole = of_one.known or discovered(members, published)
            actors[whole.id] = whole
            identities += _identities(of_one, whole, found)
    return Resolution(
        actors=tuple(sorted(actors.values(), key=lambda actor: actor.id)),
        identities=tuple(sorted(identities, key=lambda identity: identity.named)),
    )


def _identities(of_one: Cluster, actor: Actor, known: Mapping[Spelling, Actor]) -> Iterable[Identity]:
    named_so = (one for one in of_one.spellings if any(member.name == actor.name for member in one.members))
    best = next(named_so, of_one.spellings[0])
    for spelling in of_one.spellings:
        because = _because(of_one, spelling, best, known)
        for member in spelling.members:
            yield Identity(member.id, actor.id, because)


def _because(of_one: Cluster, spelling: Spelling, best: Spelling, known: Mapping[Spelling, Actor]) -> str:
    if spelling in known:
        return "known name and country" if spelling.country else "known name"
    if of_one.doubt:
        return of_one.doubt
    if spelling is not best:
        for other in (best, *of_one.spellings):
            if other is not spelling and (judgement := judge(spelling, other)).verdict == "same":
                return judgement.because
    if len(spelling.members) > 1:
        return f"same name{' and country' if spelling.country else ''} as “{best.shown}”"
    return "fullest form of this name" if len(of_one.spellings) > 1 else "the only one of this name"
