"""Contacts as event data have them: who acts, on whom, under which codes.

The codes stand in `ontology/contacts.ttl` by relation and status; here is decided who stands on which side.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.export.dyads import alpha3
from kg.export.material import LeftOut, Material
from kg.model import Actor, Contact
from kg.vocabulary import EventCode, Relation, vocabulary

_QUADS = {1: range(1, 6), 2: range(6, 10), 3: range(10, 15), 4: range(15, 21)}
"""Verbal and material cooperation, verbal and material conflict → the CAMEO roots that are such."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: an actor, or the country to which a visit goes where no host is told.

    Attributes:
        id: of the actor; None for a country alone.
        code: ISO 3166-1 alpha-3, or empty where the actor is of no country.
    """

    id: str | None
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Event:
    """A contact with a code.

    Attributes:
        actors: who acts; all of them where nobody is told to have acted.
        recipients: the other side; empty where nobody is told to have acted.
        third_country: whether it lies in the country of none of them.
        multilateral: whether three countries or more take part; who is of no country counts as one.
        first, last: the days between which it lies; the same where only one is known.
    """

    contact: Contact
    code: EventCode
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    third_country: bool
    multilateral: bool
    first: date
    last: date

    @property
    def cameo(self) -> str:
        """The CAMEO code from who acts to the other side."""
        elsewhere = self.code.cameo_third_country if self.third_country else None
        return elsewhere or self.code.cameo

    @property
    def quad_class(self) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        root = int(self.code.cameo[:2])
        return next(number for number, roots in _QUADS.items() if root in roots)


def events(material: Material, left_out: LeftOut) -> Iterator[Event]:
    """An event for every contact whose status has a code; the others are counted by status in `left_out`."""
    for contact in material.contacts:
        code = vocabulary().codes.get((contact.relation, contact.status))
        first = contact.period.not_before or contact.period.not_after
        last = contact.period.not_after or contact.period.not_before
        if code is None:
            left_out[f"are {contact.status}, which has no code"] += 1
        elif first is None or last is None:
            left_out["have no date"] += 1
        else:
            yield _event(contact, code, first, last, material)


def _event(contact: Contact, code: EventCode, first: date, last: date, material: Material) -> Event:
    acting, others = _sides(contact, code, material)
    actors = tuple(_party(material.actor(one)) for one in acting)
    recipients = tuple(_party(material.actor(one)) for one in others)
    parties = {party.code or party.id for party in (*actors, *recipients)}
    goal = contact.destination
    if goal and not recipients and (target := alpha3(goal.country)) not in ("", *(party.code for party in actors)):
        recipients = (Party(None, goal.name, target),)
        parties.add(target)
    where = alpha3(contact.place.country) if contact.place else ""
    return Event(
        contact=contact,
        code=code,
        actors=actors,
        recipients=recipients,
        third_country=bool(where) and all(party.code for party in (*actors, *recipients)) and where not in parties,
        multilateral=len(parties) > 2,
        first=first,
        last=last,
    )


def _sides(contact: Contact, code: EventCode, material: Material) -> tuple[list[str], list[str]]:
    """Who acts and on whom; all act where nobody is told to have acted."""
    relation = vocabulary().relations[contact.relation]
    role = code.actor or vocabulary().event_actors.get(relation.name) if contact.status != "refused" else code.actor
    acting = [one.actor for one in contact.roles if one.name == role] or _acting(contact, relation, material)
    others = [actor for actor in contact.actors if actor not in acting]
    return (acting, others) if acting else (list(contact.actors), [])


def _acting(contact: Contact, relation: Relation, material: Material) -> list[str]:
    if contact.status == "refused":
        return _refusers(contact, relation, material)
    if relation.ordered:
        return [one.actor for one in contact.roles if one.name == relation.subject_role]
    symmetric = vocabulary().statuses[contact.status].realised and relation.direct == "both"
    return [contact.initiator] if contact.initiator and not symmetric else []


def _refusers(contact: Contact, relation: Relation, material: Material) -> list[str]:
    """Who refuses: not the one who asked, where that is told; else the subject of the sentence."""
    if contact.initiator:
        return [actor for actor in contact.actors if actor != contact.initiator]
    if relation.ordered:
        return [one.actor for one in contact.roles if one.name == relation.subject_role]
    for report, _ in material.told_of(contact):
        if report.status == "refused" and report.objects:
            found = dict.fromkeys(material.who[named] for named in report.subjects if named in material.who)
            return [actor for actor in found if actor in contact.actors]
    return []


def _party(actor: Actor) -> Party:
    return Party(actor.id, actor.name, alpha3(actor.country))
