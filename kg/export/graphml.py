"""GraphML for programs that draw and measure networks: actors and places, a line for each two of a contact.

Each line names its contact, since a contact of three or more is several lines, and the end that began it
where the relation has an order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export.material import LeftOut, Material
from kg.export.network import dots, lines
from kg.export.xml_text import xml_text

if TYPE_CHECKING:
    import networkx as nx


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes GraphML; leaves out the contacts that did not take place."""
    import networkx as nx

    graph: nx.MultiGraph[str] = nx.MultiGraph(name="contacts that took place")
    for dot in dots(material):
        graph.add_node(dot.key, label=xml_text(dot.label), kind=dot.kind, type=dot.type, country=dot.country)
    for line in lines(material):
        contact = line.contact
        graph.add_edge(
            line.one,
            line.other,
            contact=xml_text(contact.id),
            label=xml_text(contact.label),
            relation=contact.relation,
            began=line.one if line.ordered else "",
            date=contact.period.told or "",
            not_before=contact.period.not_before.isoformat() if contact.period.not_before else "",
            not_after=contact.period.not_after.isoformat() if contact.period.not_after else "",
            place=xml_text(contact.place.name) if contact.place else "",
            sources=contact.sources,
            confidence=round(contact.confidence, 3),
        )
    nx.write_graphml_xml(graph, file, encoding="utf-8", prettyprint=True, named_key_ids=True)
    return material.not_held
