"""Choosing contacts by who, what, when: pure, over the contacts of a store or of anywhere else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from kg.errors import UsageError
from kg.gazetteer import fold
from kg.model import Actor, Contact, Period
from kg.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a contact has to be; None and empty ask for nothing.

    Attributes:
        who: names, each of which has to fit an actor of the contact, two names two actors.
        relations: names of relations; a broader one ("spoke_with", "contacted") takes in the narrower.
        statuses: names of statuses.
        since, until: days between which it may have taken place, both inclusive.
    """

    who: tuple[str, ...] = ()
    relations: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        known = vocabulary()
        _check("relation", self.relations, [*known.relations, *known.abstract])
        _check("status", self.statuses, [*known.statuses])
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"nothing lies since {self.since} and until {self.until}", "Change them round")


def chosen(contacts: Iterable[Contact], actors: Mapping[str, Actor], wanted: Wanted) -> Iterator[Contact]:
    """The contacts that are as wanted.

    Args:
        contacts: where to choose from.
        actors: every actor by id.
        wanted: what they have to be.
    """
    fitting = [fitting_actors(name, actors.values()) for name in wanted.who]
    relations = {
        name
        for name, relation in vocabulary().relations.items()
        if not wanted.relations or wanted.relations & {name, *relation.broader}
    }
    for contact in contacts:
        if (
            contact.relation in relations
            and (not wanted.statuses or contact.status in wanted.statuses)
            and lies_between(contact.period, wanted.since, wanted.until)
            and _each_another(fitting, contact.actors)
        ):
            yield contact


def fitting_actors(name: str, actors: Iterable[Actor]) -> frozenset[str]:
    """Ids of the actors a name may mean: all its words stand in one of their names, in any case or accent.

    The name of a country means its officials too.
    """
    actors = list(actors)
    words = _words(name)
    countries = {
        actor.country
        for actor in actors
        if actor.type == "country" and any(words == _words(known) for known in (actor.name, *actor.names))
    } - {None}
    return frozenset(
        actor.id
        for actor in actors
        if actor.country in countries or (words and any(words <= _words(known) for known in (actor.name, *actor.names)))
    )


def lies_between(period: Period, since: date | None, until: date | None) -> bool:
    """Whether something of this period may lie between two days.

    A period with no last day has no place in time, and lies nowhere once a bound is asked for.
    """
    if since is None and until is None:
        return True
    last = period.not_after
    if last is None:
        return False
    return (since is None or last >= since) and (until is None or (period.not_before or last) <= until)


def _words(name: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in fold(name).replace("'", "")).split())


def _each_another(fitting: list[frozenset[str]], actors: tuple[str, ...]) -> bool:
    """Whether every set can be given an actor of its own."""
    if not fitting:
        return True
    return any(
        _each_another(fitting[1:], tuple(other for other in actors if other != actor))
        for actor in actors
        if actor in fitting[0]
    )


def _check(kind: str, given: Iterable[str], known: list[str]) -> None:
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, 1, 0.5)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise UsageError(f"there is no {kind} “{name}”", f"{hint}There are: {', '.join(known)}")
