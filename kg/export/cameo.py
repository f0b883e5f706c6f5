"""CAMEO event rows: one a dyad and direction, as event-data models take them.

Where nobody is told to have acted, as in a meeting, there is a row each way, as CAMEO coders do; a host has a row of
his own code.
"""

from collections.abc import Iterator
from itertools import permutations, product
from typing import BinaryIO

from kg.export.coded import Event, Party, events
from kg.export.dyads import alpha3
from kg.export.material import LeftOut, Material
from kg.export.sheet import Cell, write_csv

COLUMNS = (
    "event", "date", "enddate", "source", "target", "code", "root", "quad_class", "source_id", "source_name",
    "target_id", "target_name", "relation", "status", "place", "place_country", "sources", "confidence", "contact",
    "urls",
)  # fmt: skip


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes the rows; leaves out contacts whose status has no code, and those that have nobody on one side."""
    left_out = LeftOut()
    write_csv(file, COLUMNS, _rows(material, left_out))
    return left_out


def _rows(material: Material, left_out: LeftOut) -> Iterator[tuple[Cell, ...]]:
    for event in events(material, left_out):
        dyads = list(_dyads(event))
        if not dyads:
            left_out["have only one side"] += 1
        for number, (source, target, code) in enumerate(dyads, start=1):
            yield _row(event, number, source, target, code, material)


def _dyads(event: Event) -> Iterator[tuple[Party, Party, str]]:
    if not event.recipients:
        yield from ((one, other, event.cameo) for one, other in permutations(event.actors, 2))
        return
    for actor, recipient in product(event.actors, event.recipients):
        yield actor, recipient, event.cameo
        if event.code.cameo_back and recipient.id is not None:  # a country where no host is told receives nobody
            yield recipient, actor, event.code.cameo_back


def _row(event: Event, number: int, source: Party, target: Party, code: str, material: Material) -> tuple[Cell, ...]:
    contact = event.contact
    return (
        f"{contact.id}/{number}",
        event.first,
        event.last,
        source.code,
        target.code,
        code,
        code[:2],
        event.quad_class,
        source.id,
        source.name,
        target.id,
        target.name,
        contact.relation,
        contact.status,
        contact.place.name if contact.place else None,
        alpha3(contact.place.country) if contact.place else None,
        contact.sources,
        round(contact.confidence, 3),
        contact.id,
        tuple(article.url for _, article in material.told_of(contact) if article.url),
    )
