"""Neo4j: a folder of CSV files with import headers, and the command that reads them.

A contact is a node, so that one of three or more stays one, and keeps its status: who takes part in one that took
place is joined to it by PARTICIPANT, in any other by INVOLVES.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.export.material import LeftOut, Material
from kg.export.sheet import Cell, write_csv
from kg.graph.events import place_node
from kg.graph.iris import local_name
from kg.model import Place
from kg.vocabulary import vocabulary

_ARRAY = ";"

_README = """neo4j-admin database import full --multiline-fields=true \\
{nodes} \\
{relationships}

Then, for instance: MATCH (a:Person)-[:PARTICIPANT]->(c:Contact)<-[:PARTICIPANT]-(b) RETURN a.name, c.label, b.name
Only :Contact took place; :UnrealisedContact was planned, refused or denied, see its status.
"""

_LABELS = {
    "person": "Actor;Person",
    "organization": "Actor;Organization",
    "country": "Actor;CountryActor",
    "group": "Actor;Group",
    "place": "Actor",
}


def write(material: Material, folder: Path) -> LeftOut:
    """Fills the folder; leaves no contact out."""
    for name, (header, rows) in {**_nodes(material), **_relationships(material)}.items():
        with (folder / name).open("wb") as file:
            write_csv(file, header, (tuple(map(_cell, row)) for row in rows))
    lines = [[f"  --{kind}={name}" for name in sorted(files)] for kind, files in _files(material).items()]
    text = _README.format(nodes=" \\\n".join(lines[0]), relationships=" \\\n".join(lines[1]))
    (folder / "README.txt").write_text(text, encoding="utf-8")
    return LeftOut()


def _files(material: Material) -> dict[str, Iterable[str]]:
    return {"nodes": _nodes(material), "relationships": _relationships(material)}


_Tables = dict[str, tuple[Sequence[str], Iterable[tuple[Cell, ...]]]]


def _nodes(material: Material) -> _Tables:
    return {
        "actors.csv": (
            ("id:ID(Actor)", "name", "type", "country", "names:string[]", "known:boolean", ":LABEL"),
            (
                (one.id, one.name, one.type, one.country, one.names, _flag(one.known), _LABELS[one.type])
                for one in material.involved
            ),
        ),
        "contacts.csv": (
            ("id:ID(Contact)", "label", "relation", "status", "date", "not_before:date", "not_after:date",
             "topics:string[]", "sources:int", "confidence:double", ":LABEL"),
            _contacts(material),
        ),
        "places.csv": (
            ("id:ID(Place)", "name", "country", ":LABEL"),
            ((key, place.name, place.country, "Place") for key, place in sorted(_places(material).items())),
        ),
        "reports.csv": (
            ("id:ID(Report)", "status", "quote", "claimed_by", "frame", "confidence:double", ":LABEL"),
            (
                (report.id, report.status, report.quote, report.claimed_by, report.frame, report.confidence, "Report")
                for document in material.documents
                for report in document.reports
            ),
        ),
        "articles.csv": (
            ("id:ID(Article)", "headline", "outlet", "published:date", "url", ":LABEL"),
            (
                (one.id, one.title, one.outlet, one.published, one.url, "Article")
                for one in (document.article for document in material.documents)
            ),
        ),
    }  # fmt: skip


def _relationships(material: Material) -> _Tables:
    return {
        "took_part.csv": ((":START_ID(Actor)", ":END_ID(Contact)", "role", ":TYPE"), _took_part(material)),
        "at.csv": ((":START_ID(Contact)", ":END_ID(Place)", ":TYPE"), _at(material)),
        "reported_in.csv": (
            (":START_ID(Contact)", ":END_ID(Report)", ":TYPE"),
            (
                (contact.id, report.id, "REPORTED_IN")
                for contact in material.contacts
                for report, _ in material.told_of(contact)
            ),
        ),
        "in_article.csv": (
            (":START_ID(Report)", ":END_ID(Article)", ":TYPE"),
            (
                (report.id, document.article.id, "IN_ARTICLE")
                for document in material.documents
                for report in document.reports
            ),
        ),
    }


def _contacts(material: Material) -> Iterator[tuple[Cell, ...]]:
    words = vocabulary()
    for one in material.contacts:
        held = words.statuses[one.status].realised
        labels = f"Contact;{words.relations[one.relation].contact_class}" if held else "UnrealisedContact"
        period = one.period
        yield (
            one.id, one.label, one.relation, one.status, period.told, period.not_before, period.not_after,
            one.topics, one.sources, one.confidence, labels,
        )  # fmt: skip


def _took_part(material: Material) -> Iterator[tuple[Cell, ...]]:
    for contact in material.contacts:
        held = vocabulary().statuses[contact.status].realised
        for role in contact.roles:
            yield role.actor, contact.id, role.name, "PARTICIPANT" if held else "INVOLVES"


def _places(material: Material) -> dict[str, Place]:
    both = (place for contact in material.contacts for place in (contact.place, contact.destination) if place)
    return {local_name(place_node(place)): place for place in both}


def _at(material: Material) -> Iterator[tuple[Cell, ...]]:
    for contact in material.contacts:
        for place, kind in ((contact.place, "AT"), (contact.destination, "DESTINATION")):
            if place:
                yield contact.id, local_name(place_node(place)), kind


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _cell(cell: Cell) -> Cell:
    """A cell as the importer reads it: lists have its own mark between, which no value may hold."""
    if isinstance(cell, tuple):
        return _ARRAY.join(value.replace(_ARRAY, ",") for value in cell)
    return cell
