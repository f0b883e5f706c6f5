"""A contact as one flat record of plain values: what `--format jsonl` writes, and the same contact back."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from kg.model import Actor, Contact, Period, Place, Role
from kg.vocabulary import vocabulary


def record(contact: Contact, actors: Mapping[str, Actor], sentence: str | None = None) -> dict[str, Any]:
    """Every field of the contact under its own name, and beside them what a reader looks for first.

    Args:
        contact: any contact.
        actors: its actors by id, for their names.
        sentence: the first sentence that tells of it.
    """
    who, whom = sides(contact, actors)
    plain = asdict(contact)
    plain["period"] |= {name: str(day) for name, day in plain["period"].items() if isinstance(day, date)}
    return {**plain, "who": who, "whom": whom, "sentence": sentence}


def contact_of(record: Mapping[str, Any]) -> Contact:
    """The contact that the record was made of."""
    given = {field.name: record[field.name] for field in fields(Contact)}
    period = given["period"]
    days = {name: date.fromisoformat(period[name]) if period[name] else None for name in ("not_before", "not_after")}
    given["period"] = Period(**{**period, **days})
    given["roles"] = tuple(Role(**role) for role in given["roles"])
    for name in ("place", "destination"):
        given[name] = Place(**given[name]) if given[name] else None
    for name in ("topics", "reports", "announced_in", "objects", "rejected"):
        given[name] = tuple(given[name])
    return Contact(**given)


def sides(contact: Contact, actors: Mapping[str, Actor]) -> tuple[list[str], list[str]]:
    """Who acted and on whom, by name; where nobody is told to have acted, the first and the others."""
    relation = vocabulary().relations[contact.relation]
    acting = {role.actor for role in contact.roles if relation.ordered and role.name == relation.subject_role}
    if not acting:
        acting = {contact.initiator or contact.actors[0]} if contact.actors else set()
    names = {each: actors[each].name if each in actors else each for each in contact.actors}
    whom = [name for each, name in names.items() if each not in acting]
    if contact.destination and contact.destination.name not in whom:
        whom.append(contact.destination.name)
    return [name for each, name in names.items() if each in acting], whom
