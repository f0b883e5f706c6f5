"""PLOVER records, one JSON object a line, with the field names of the PLOVER manual.

The visitor is always `actor` and the host `recipient`; where nobody is told to have acted, all are in `actor`.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.export.coded import Event, Party, events
from kg.export.dyads import alpha3
from kg.export.material import LeftOut, Material
from kg.graph.iris import minted
from kg.model import Place

_CONSULT = "CONSULT"
_MULTILATERAL = "multilateral"


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes the records; leaves out contacts whose status has no code."""
    left_out = LeftOut()
    for event in events(material, left_out):
        file.write(json.dumps(dict(_record(event, material)), ensure_ascii=False).encode() + b"\n")
    return left_out


def _record(event: Event, material: Material) -> Iterator[tuple[str, Any]]:
    contact = event.contact
    yield "id", contact.id
    yield "date", event.first.isoformat()
    yield "enddate", event.last.isoformat()
    yield "actor", [_entity(party) for party in event.actors]
    yield "recipient", [_entity(party) for party in event.recipients]
    yield "event", [event.code.plover]
    yield "mode", _modes(event)
    yield "context", list(event.code.contexts)
    yield "quad_code", event.quad_class
    if where := contact.place or contact.destination:
        yield "event_loc", _location(where)
    told = list(material.told_of(contact))
    if quotes := [report.quote for report, _ in told if report.quote]:
        yield "event_text", quotes
    yield (
        "cite_info",
        [
            {
                name: value
                for name, value in (("title", article.title), ("publication", article.outlet), ("url", article.url))
                if value
            }
            for article in {article.id: article for _, article in told}.values()
        ],
    )
    yield "relation", contact.relation
    yield "status", contact.status
    yield "sources", contact.sources
    yield "confidence", round(contact.confidence, 3)


def _modes(event: Event) -> list[str]:
    modes = list(event.code.modes)
    if event.third_country and event.code.mode_third_country:
        modes.append(event.code.mode_third_country)
    if event.multilateral and event.code.plover == _CONSULT:
        modes.append(_MULTILATERAL)
    return modes


def _entity(party: Party) -> dict[str, str]:
    entity = {"code": party.code} if party.code else {}
    if party.id is not None:
        entity |= {"identifier_id": minted("act", party.id).value, "identifier_text": party.name}
    return entity


def _location(place: Place) -> dict[str, str]:
    return {"resolved_place": place.name} | ({"country_code": code} if (code := alpha3(place.country)) else {})
