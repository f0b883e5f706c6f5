"""A dyad–period panel for statistics: a row a pair and period, with counts by relation and by status.

`articles` is how many articles of the store were published in the period: who compares periods needs it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from pyoxigraph import Literal

from kg.export.dyads import Dyad, Side, counted_in, dyads
from kg.export.edges import NO_PAIR
from kg.export.material import LeftOut, Material
from kg.export.periods import TOO_WIDE, between, day_of, period_name
from kg.export.sheet import Cell, write_csv
from kg.graph.iris import term
from kg.model import Contact
from kg.vocabulary import vocabulary


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes the panel: `contacts` and the relations count what took place, the other statuses what did not."""
    left_out = LeftOut()
    found: dict[tuple[Dyad, str], list[Contact]] = defaultdict(list)
    days: list[date] = []
    for contact in material.contacts:
        period, pairs = counted_in(contact, material), dyads(contact, material)
        if period is None or not pairs:
            left_out[TOO_WIDE if period is None else NO_PAIR] += 1
            continue
        day = day_of(contact.period, material.asked.every)
        days += [day] if day else []
        for dyad in pairs:
            found[dyad, period].append(contact)
    write_csv(file, _columns(), _rows(material, found, days))
    return left_out


def _columns() -> tuple[str, ...]:
    words = vocabulary()
    others = (name for name, status in words.statuses.items() if not status.realised)
    return ("one", "other", "period", "contacts", *words.relations, *others, "articles", "one_name", "other_name")


def _rows(
    material: Material, found: dict[tuple[Dyad, str], list[Contact]], days: list[date]
) -> Iterator[tuple[Cell, ...]]:
    every = material.asked.every
    articles = Counter(
        period_name(date.fromisoformat(quad.object.value), every)
        for quad in material.source.match(predicate=term("schema:datePublished"))
        if isinstance(quad.object, Literal)
    )
    if material.asked.zeros and days:
        pairs = {dyad for dyad, _ in found}
        keys = [(dyad, period) for dyad in pairs for period in between(min(days), max(days), every)]
    else:
        keys = list(found)
    for dyad, period in sorted(keys, key=lambda key: (key[0].one.key, key[0].other.key, key[1])):
        yield _row(dyad.one, dyad.other, period, found.get((dyad, period), []), articles[period])


def _row(one: Side, other: Side, period: str, contacts: list[Contact], articles: int) -> tuple[Cell, ...]:
    words = vocabulary()
    held = [contact for contact in contacts if words.statuses[contact.status].realised]
    relations = Counter(contact.relation for contact in held)
    statuses: Counter[str] = Counter(contact.status for contact in contacts)
    return (
        one.key,
        other.key,
        period,
        len(held),
        *(relations[name] for name in words.relations),
        *(statuses[name] for name, status in words.statuses.items() if not status.realised),
        articles,
        one.name,
        other.name,
    )
