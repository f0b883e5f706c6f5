"""From the tellings of one contact to the contact: what of all that is told stands in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from kg.contacts.labels import label_of
from kg.contacts.places import is_country
from kg.contacts.sources import independent_sources
from kg.contacts.status import ANNOUNCED, status_of
from kg.contacts.tellings import Telling
from kg.contacts.verdicts import NO_VERDICTS, Verdicts
from kg.model import Actor, Contact, Period, Place, Role
from kg.vocabulary import Relation, vocabulary

_BASES = {"stated": 0, "inferred": 1, "published": 2, None: 3}


def assemble(told: Iterable[Telling], actors: Mapping[str, Actor], verdicts: Verdicts = NO_VERDICTS) -> Contact:
    """The contact that these tellings, at least one not rejected, are of.

    It is named after the earliest of all; what stands in it comes from those that were not rejected.
    """
    every = sorted(told, key=lambda telling: telling.order)
    told = [telling for telling in every if telling.report.id not in verdicts.rejected]
    rejected = tuple(telling.report.id for telling in every if telling.report.id in verdicts.rejected)
    confirmed = any(telling.report.id in verdicts.confirmed for telling in told)
    relation = relation_of([telling.relation for telling in told])
    first = next(telling for telling in told if telling.relation == relation)
    status = status_of(told)
    initiators = {telling.initiator for telling in told if telling.initiator in telling.actors}
    contact = Contact(
        id=every[0].report.id,
        label="",
        relation=relation.name,
        status=status,
        roles=tuple(
            [Role(relation.subject_role, actor) for actor in first.subjects]
            + [Role(relation.object_role, actor) for actor in first.objects]
        ),
        period=period_of(told),
        place=_most_told(telling.place for telling in told),
        destination=_destination(told),
        topics=tuple(dict.fromkeys(topic for telling in told for topic in telling.report.topics)),
        sources=independent_sources(told),
        confidence=1.0 if confirmed else max(telling.report.confidence for telling in told),
        reports=tuple(telling.report.id for telling in told),
        initiator=next(iter(initiators)) if len(initiators) == 1 else None,
        announced_in=tuple(
            telling.report.id for telling in told if status == "occurred" and telling.report.status in ANNOUNCED
        ),
        objects=first.objects if not relation.ordered and len(first.actors) > 2 else (),
        rejected=rejected,
        told_again=not verdicts.whole.isdisjoint(rejected),
        confirmed=confirmed,
    )
    return replace(contact, label=label_of(contact, actors))


def relation_of(told: list[Relation]) -> Relation:
    """The most specific relation told; among those that are not each other's broader, the one most told."""
    broad = {name for relation in told for name in relation.broader}
    counts = Counter(relation.name for relation in told)
    relations = vocabulary().relations
    ranks = {name: rank for rank, name in enumerate(relations)}

    def support(name: str) -> int:
        return sum(counts[supporting] for supporting in (name, *relations[name].broader))

    specific = [name for name in counts if name not in broad]
    return relations[min(specific, key=lambda name: (-support(name), -len(relations[name].broader), ranks[name]))]


def period_of(told: list[Telling]) -> Period:
    """The narrowest period told; where two are as narrow, the stated one, of the contact held, most told."""
    periods = Counter(telling.report.period for telling in told)

    def preference(telling: Telling) -> tuple[bool, int, date, int, bool, int]:
        period = telling.report.period
        open_end = period.not_before is None or period.not_after is None
        width = 0
        if period.not_before and period.not_after:
            width = (period.not_after - period.not_before).days
        return (
            open_end,
            width,
            (period.not_after or date.max) if open_end else date.min,
            _BASES[period.basis],
            telling.report.status != "occurred",
            -periods[period],
        )

    return min(told, key=preference).report.period


def _destination(told: list[Telling]) -> Place | None:
    cities = [t.destination for t in told if t.destination and not is_country(t.destination)]
    return _most_told(cities or [telling.destination for telling in told])


def _most_told(places: Iterable[Place | None]) -> Place | None:
    counted = Counter(place for place in places if place)
    return max(counted, key=lambda place: counted[place]) if counted else None
