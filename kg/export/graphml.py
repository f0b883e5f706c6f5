"""GraphML for programs that draw and measure networks: actors and places, a line for each two of a contact.

Such programs count lines, so only contacts that took place are lines; the others are left out and counted.
Each line names its contact, since a contact of three or more is several lines, and the end that began it
where the relation has an order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from kg.contacts.joins import joins
from kg.export.source import Source
from kg.model import Actor, Place
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(source: Source, file: BinaryIO, format: str, layer: str) -> int:  # noqa: A002, ARG001
    """Writes GraphML; tells how many contacts did not take place and were left out."""
    import networkx as nx

    graph: nx.MultiGraph[str] = nx.MultiGraph(name="contacts that took place")
    known = source.actors()
    contacts = sorted(source.contacts(), key=lambda contact: contact.id)
    held = [contact for contact in contacts if vocabulary().statuses[contact.status].realised]
    for key in sorted({actor for contact in held for actor in contact.actors}):
        actor = known.get(key) or Actor(key, key, "person")
        graph.add_node(
            f"actor/{key}", label=_xml(actor.name), kind="actor", type=actor.type, country=actor.country or ""
        )
    for contact in held:
        for join in joins(contact):
            graph.add_edge(
                f"actor/{join.one}",
                _place(graph, join.other) if isinstance(join.other, Place) else f"actor/{join.other}",
                contact=_xml(contact.id),
                label=_xml(contact.label),
                relation=contact.relation,
                began=f"actor/{join.one}" if join.ordered else "",
                date=contact.period.told or "",
                not_before=contact.period.not_before.isoformat() if contact.period.not_before else "",
                not_after=contact.period.not_after.isoformat() if contact.period.not_after else "",
                place=_xml(contact.place.name) if contact.place else "",
                sources=contact.sources,
                confidence=round(contact.confidence, 3),
            )
    nx.write_graphml_xml(graph, file, encoding="utf-8", prettyprint=True, named_key_ids=True)
    return len(contacts) - len(held)


def _place(graph: nx.MultiGraph[str], place: Place) -> str:
    key = f"place/{place.id}"
    graph.add_node(key, label=_xml(place.name), kind="place", type="place", country=place.country or "")
    return key


def _xml(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
