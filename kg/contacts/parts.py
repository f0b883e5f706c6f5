"""Contacts within larger ones: two ministers' meeting at the meeting of five."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kg.model import Contact


def with_parts(contacts: Iterable[Contact]) -> Iterator[Contact]:
    """The contacts, each with `part_of` set where a larger one of its day and place holds all its actors."""
    contacts = list(contacts)
    larger: dict[tuple[date, str, str], list[Contact]] = defaultdict(list)
    for contact in contacts:
        if (where := _day_and_place(contact)) and len(contact.actors) > 2:
            larger[where].append(contact)
    for contact in contacts:
        where = _day_and_place(contact)
        wholes = [whole for whole in larger.get(where, ()) if set(contact.actors) < set(whole.actors)] if where else []
        whole = min(wholes, key=lambda whole: (len(whole.actors), whole.id), default=None)
        yield replace(contact, part_of=whole.id) if whole else contact


def _day_and_place(contact: Contact) -> tuple[date, str, str] | None:
    period = contact.period
    if not contact.place or not period.not_before or period.not_before != period.not_after:
        return None
    return period.not_before, contact.place.id, contact.status
