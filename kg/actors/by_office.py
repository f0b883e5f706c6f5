"""Offices that stand for people: "the Turkish foreign minister" of an article is who held the office on its day."""

from collections.abc import Iterable, Mapping
from datetime import date

from kg.actors.heads import HEAD, body_of, heads
from kg.model import Actor, Identity, NamedActor
from kg.office_holders import Holding, holders
from kg.offices import office_of


def by_office(
    named: Iterable[NamedActor], known: Mapping[str, Actor], published: Mapping[str, date | None]
) -> dict[str, tuple[Actor, Identity]]:
    """For each person named by office alone, the known actor who alone is known to have held it on that day.

    Args:
        named: named actors of any articles.
        known: known actors by id.
        published: id of an article → its day of publication.
    """
    found = {}
    for one in named:
        day = published.get(one.id.rsplit("-", 1)[0])
        if one.type != "person" or one.office is None or day is None:
            continue
        held = _held(one.name, day)
        if len(held) == 1 and (actor := known.get(held[0].person.id)) is not None:
            because = f"held the office on {day}: {one.name}"
            found[one.id] = (actor, Identity(one.id, actor.id, because))
    return found


def _held(name: str, day: date) -> tuple[Holding, ...]:
    if (office := office_of(name)) and office.country:
        return holders().who(office.name, office.country, day)
    body = body_of(name)
    return heads().who(HEAD, body, day) if body else ()
