"""Cytoscape JSON, which Cytoscape and cytoscape.js open: actors and places, a line for each two of a contact."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from kg.export.material import LeftOut, Material
from kg.export.network import Line, dots, lines


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes Cytoscape JSON; leaves out the contacts that did not take place."""
    nodes = (
        {"id": dot.key, "value": dot.key, "name": dot.label, "kind": dot.kind, "type": dot.type, "country": dot.country}
        for dot in dots(material)
    )
    edges = (_edge(number, line) for number, line in enumerate(lines(material)))
    head: dict[str, Any] = {"format_version": "1.0", "generated_by": "contact-kg", "target_cytoscapejs_version": "~3.0"}
    head |= {"directed": False, "multigraph": True}  # for networkx, as are "value" and "key" below
    about = {"name": "contacts", "shared_name": "contacts"}
    file.write(f'{json.dumps(head)[:-1]}, "data": {json.dumps(about)},\n"elements": {{"nodes": ['.encode())
    _elements(file, nodes)
    file.write(b'],\n"edges": [')
    _elements(file, edges)
    file.write(b"]}}\n")
    return material.not_held


def _edge(number: int, line: Line) -> dict[str, Any]:
    contact = line.contact
    first, last = contact.period.not_before, contact.period.not_after
    return {
        "id": f"line/{number}",
        "key": contact.id,
        "source": line.one,
        "target": line.other,
        "interaction": contact.relation,
        "name": contact.label,
        "contact": contact.id,
        "directed": line.ordered,
        "date": contact.period.told,
        "not_before": first.isoformat() if first else None,
        "not_after": last.isoformat() if last else None,
        "place": contact.place.name if contact.place else None,
        "sources": contact.sources,
        "confidence": round(contact.confidence, 3),
    }


def _elements(file: BinaryIO, found: Iterable[Mapping[str, Any]]) -> None:
    between = "\n"
    for data in found:
        known = {name: value for name, value in data.items() if value is not None}
        file.write((between + json.dumps({"data": known}, ensure_ascii=False)).encode("utf-8", "replace"))
        between = ",\n"
