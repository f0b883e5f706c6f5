"""`kg contacts`: the contacts in the store, chosen by who, when, what and status."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.extract import period_text
from kg.cli.options import DEFAULT_STORE, Store, day, one_of
from kg.cli.output import FORMATS, tell, write
from kg.errors import UsageError
from kg.model import Actor, Contact
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.graph import Reader

EXAMPLES = """
kg contacts --who Fidan
kg contacts --who Turkey --who Iran --since 2024-11-01
kg contacts --status planned --no-quotes
kg contacts --relation spoke_with --format csv > talks.csv
kg contacts --article syria.txt
"""

_TABLE = ("date", "who", "relation", "whom", "status", "place", "sources")
_MACHINE = ("contact", *_TABLE, "not_before", "not_after")


def command(
    who: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Part of a name; a country's name finds its officials too. Given twice, both took part.",
        ),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Not before this day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Not after this day.")] = None,
    relation: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Such as met; spoke_with takes in calls and meetings."),
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Such as occurred, planned, refused.")
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this article tells of.")] = None,
    quotes: Annotated[bool, typer.Option(help="With the first sentence that tells of it.")] = True,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")] = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Parses, chooses, prints."""
    from kg.graph import open_reader
    from kg.queries.filters import Wanted, chosen

    one_of("format", form, FORMATS)
    wanted = Wanted(
        tuple(who or ()),
        frozenset(relation or ()),
        frozenset(status or ()),
        day("--since", since),
        day("--until", until),
    )
    with open_reader(store) as reader:
        actors = reader.actors()
        told = _told_in(reader, article) if article is not None else None
        found = [
            contact
            for contact in chosen(reader.contacts(), actors, wanted)
            if told is None or told.intersection(contact.reports)
        ]
        found.sort(key=_when)
        first = {contact.id: _first(contact, told) for contact in found}
        sentences = _sentences(reader, set(first.values())) if quotes else {}
        columns = [*(_TABLE if form == "table" else _MACHINE), *(["sentence"] if quotes else [])]
        rows = ([_cell(name, contact, actors, sentences, first) for name in columns] for contact in found)
        write(columns, rows, form, below=["sentence"] if quotes else [])
    if form == "table":
        tell(f"{len(found)} contact{'s' if len(found) != 1 else ''}")


def sides(contact: Contact, actors: Mapping[str, Actor]) -> tuple[list[str], list[str]]:
    """Who acted and on whom, by name; where nobody is told to have acted, the first and the others."""
    relation = vocabulary().relations[contact.relation]
    acting = {role.actor for role in contact.roles if relation.ordered and role.name == relation.subject_role}
    if not acting:
        acting = {contact.initiator or contact.actors[0]} if contact.actors else set()
    names = {each: actors[each].name if each in actors else each for each in contact.actors}
    whom = [name for each, name in names.items() if each not in acting]
    if contact.destination and contact.destination.name not in whom:
        whom.append(contact.destination.name)
    return [name for each, name in names.items() if each in acting], whom


def _cell(
    name: str,
    contact: Contact,
    actors: Mapping[str, Actor],
    sentences: Mapping[str, str],
    first: Mapping[str, str],
) -> Any:
    match name:
        case "contact":
            return contact.id
        case "date":
            return period_text(contact.period)
        case "who":
            return sides(contact, actors)[0]
        case "whom":
            return sides(contact, actors)[1]
        case "place":
            return contact.place.name if contact.place else None
        case "not_before" | "not_after":
            bound: date | None = getattr(contact.period, name)
            return bound.isoformat() if bound else None
        case "sentence":
            return sentences.get(first[contact.id])
        case _:
            return getattr(contact, name)


def _when(contact: Contact) -> tuple[date, str]:
    return contact.period.not_before or contact.period.not_after or date.max, contact.id


def _first(contact: Contact, told: set[str] | None) -> str:
    return next(report for report in contact.reports if told is None or report in told)


def _sentences(reader: "Reader", reports: set[str]) -> dict[str, str]:
    """The sentence of every report."""
    return {
        report.id: report.quote
        for document in reader.documents(reports)
        for report in document.reports
        if report.id in reports
    }


def _told_in(reader: "Reader", name: str) -> set[str]:
    """Ids of the reports of the articles with this name, file name or id."""
    from pyoxigraph import Literal, NamedNode

    from kg.graph.iris import local_name, term

    articles = {
        local_name(quad.subject): quad.object.value
        for quad in reader.match(predicate=term("schema:identifier"))
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
    ids = {id_ for id_, given in articles.items() if name in {id_, given, PurePath(given).name, PurePath(given).stem}}
    if not ids:
        near = get_close_matches(name, articles.values(), 1)
        raise UsageError(f"there is no article “{name}” in the store", f"Did you mean {near[0]}?" if near else "")
    return {report.id for document in reader.documents() if document.article.id in ids for report in document.reports}
