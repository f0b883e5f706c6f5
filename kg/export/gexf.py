"""GEXF for Gephi and its timeline: a line a pair, weighted, with the periods of its contacts as spells.

networkx would write the day of writing into the file, so that it differs from day to day; this does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import BinaryIO

from kg.export.material import LeftOut, Material
from kg.export.network import Line, dots, lines
from kg.export.xml_text import attribute
from kg.model import Period

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta><creator>contact-kg</creator><description>contacts that took place</description></meta>
<graph mode="dynamic" defaultedgetype="undirected" timeformat="date"{bounds}>
<attributes class="node" mode="static">
<attribute id="kind" title="kind" type="string"/>
<attribute id="type" title="type" type="string"/>
<attribute id="country" title="country" type="string"/>
</attributes>
<attributes class="edge" mode="static">
<attribute id="contacts" title="contacts" type="integer"/>
<attribute id="contact_ids" title="contact_ids" type="string"/>
<attribute id="relations" title="relations" type="string"/>
<attribute id="sources" title="sources" type="integer"/>
</attributes>
"""


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes GEXF; leaves out the contacts that did not take place."""
    pairs: dict[tuple[str, str], list[Line]] = defaultdict(list)
    of_dot: dict[str, list[Period]] = defaultdict(list)
    for line in lines(material):
        first, second = sorted((line.one, line.other))
        pairs[first, second].append(line)
    for contact in material.held:
        for actor in contact.actors:
            of_dot[f"actor/{actor}"].append(contact.period)
    for ends, joined in pairs.items():
        for end in ends:
            if end.startswith("place/"):
                of_dot[end] += [line.contact.period for line in joined]
    days = sorted(day for periods in of_dot.values() for spell in _merged(periods) for day in spell)
    bounds = f' start="{days[0]}" end="{days[-1]}"' if days else ""
    file.write(_HEAD.format(bounds=bounds).encode())
    file.write(b"<nodes>\n")
    for dot in dots(material):
        values = {"kind": dot.kind, "type": dot.type, "country": dot.country}
        about = f"<node id={attribute(dot.key)} label={attribute(dot.label)}>"
        file.write(f"{about}{_values(values)}{_spells(of_dot[dot.key])}</node>\n".encode())
    file.write(b"</nodes>\n<edges>\n")
    for number, (ends, joined) in enumerate(sorted(pairs.items())):
        file.write(_edge(number, ends, joined).encode())
    file.write(b"</edges>\n</graph>\n</gexf>\n")
    return material.not_held


def _edge(number: int, ends: tuple[str, str], joined: list[Line]) -> str:
    contacts = {line.contact.id: line.contact for line in joined}
    values = {
        "contacts": len(contacts),
        "contact_ids": " ".join(contacts),
        "relations": " ".join(sorted({contact.relation for contact in contacts.values()})),
        "sources": sum(contact.sources for contact in contacts.values()),
    }
    about = f'<edge id="{number}" source={attribute(ends[0])} target={attribute(ends[1])} weight="{len(contacts)}">'
    return f"{about}{_values(values)}{_spells(contact.period for contact in contacts.values())}</edge>\n"


def _values(values: Mapping[str, object]) -> str:
    told = "".join(f'<attvalue for="{name}" value={attribute(str(value))}/>' for name, value in values.items())
    return f"<attvalues>{told}</attvalues>"


def _spells(periods: Iterable[Period]) -> str:
    """The periods without overlap; none for what has no date: such a thing is always there."""
    spells = "".join(f'<spell start="{first}" end="{last}"/>' for first, last in _merged(periods))
    return f"<spells>{spells}</spells>" if spells else ""


def _merged(periods: Iterable[Period]) -> list[tuple[date, date]]:
    """First and last days, in order; an open end is taken to be the day that is known."""
    known = ((period.not_before or period.not_after, period.not_after or period.not_before) for period in periods)
    found: list[tuple[date, date]] = []
    for first, last in sorted((first, last) for first, last in known if first and last):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found
