"""`kg contacts`: the contacts in the store, chosen by who, when, what and status."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import completion
from kg.cli.filtering import (
    Between,
    Disputed,
    MinConfidence,
    MinSources,
    Names,
    OfArticle,
    Relations,
    Since,
    Statuses,
    Until,
    Where,
    wanted_by,
)
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, period_text, tell, write, write_records
from kg.model import Actor, Contact

if TYPE_CHECKING:
    from kg.graph import Reader

EXAMPLES = """
kg contacts --who Fidan
kg contacts --between Turkey Iran --since 2024-11
kg contacts --country IR --status planned --sort newest --limit 20
kg contacts --about Syria --min-sources 2 --no-quotes
kg contacts --relation spoke_with --format csv > talks.csv
kg contacts --article syria.txt
kg contacts --who Fidan --ids
"""

_TABLE = ("date", "who", "relation", "whom", "status", "place", "sources")
_MACHINE = ("contact", *_TABLE, "not_before", "not_after", "confidence")
_RECORDS = ("json", "jsonl")


def command(
    who: Annotated[
        Names,
        typer.Option(
            metavar="NAME",
            help="Part of a name; a country's name finds its officials too. Given twice, both took part.",
            shell_complete=completion.actors,
        ),
    ] = None,
    with_: Annotated[
        Names,
        typer.Option("--with", metavar="NAME", help="Who else took part.", shell_complete=completion.actors),
    ] = None,
    between: Between = None,
    country: Annotated[
        Names, typer.Option(metavar="COUNTRY", help="Name or code; given twice, both took part.")
    ] = None,
    relation: Relations = None,
    status: Statuses = None,
    disputed: Disputed = False,
    about: Annotated[
        Names, typer.Option(metavar="WORDS", help="In topics or sentences; a country's name finds its people too.")
    ] = None,
    place: Where = None,
    since: Since = None,
    until: Until = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0.0,
    article: OfArticle = None,
    id_: Annotated[
        Names, typer.Option("--id", metavar="ID", help="Only the contact that has, or had, this id.")
    ] = None,
    sort: Annotated[str, typer.Option(metavar="ORDER", help="date, newest, sources or confidence.")] = "date",
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    quotes: Annotated[bool, typer.Option(help="With the first sentence that tells of it.")] = True,
    ids: Annotated[bool, typer.Option("--ids", help="With the id, for kg reject, confirm and fix.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")] = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Parses, chooses, prints."""
    from kg.graph import open_reader
    from kg.graph.articles import articles_called
    from kg.queries.filters import SORTS
    from kg.queries.finding import find

    one_of("format", form, FORMATS)
    one_of("order", sort, tuple(SORTS))
    with open_reader(store) as reader:
        wanted = wanted_by(
            who=who,
            with_=with_,
            between=between,
            country=country,
            relation=relation,
            status=status,
            disputed=disputed,
            about=about,
            place=place,
            since=since,
            until=until,
            min_sources=min_sources,
            min_confidence=min_confidence,
            articles=articles_called(reader, article) if article is not None else frozenset(),
            ids=_ids(reader, id_) if id_ else frozenset(),
        )
        found = find(reader, wanted, sort, limit)
        printed = _Printed(reader, found.actors, wanted.articles, quotes, remarks=form in ("table", "markdown"))
        if form in _RECORDS:
            write_records(map(printed.record, found.contacts), form)
            return
        columns = [*(_TABLE if form in ("table", "markdown") else _MACHINE), *(["sentence"] if quotes else [])]
        if ids and "contact" not in columns:
            columns.insert(0, "contact")
        write(columns, printed.rows(found.contacts, columns), form, below=["sentence"] if quotes else [])
    if form == "table":
        tell(f"{printed.count} contact{'s' if printed.count != 1 else ''}")


def _ids(reader: "Reader", given: list[str]) -> frozenset[str]:
    """Ids that contacts have now which have or had those given."""
    from kg.deciding import find_contact  # imports much that no other option needs

    return frozenset(find_contact(reader, each).id for each in given)


class _Printed:
    """Contacts as rows and records, counted as they go by."""

    def __init__(
        self, reader: "Reader", actors: Mapping[str, Actor], articles: frozenset[str], quotes: bool, remarks: bool
    ) -> None:
        self.count = 0
        self._remarks = remarks
        self._reader, self._actors, self._articles, self._quotes = reader, actors, articles, quotes

    def record(self, contact: Contact) -> dict[str, Any]:
        from kg.queries.records import record

        return record(contact, self._actors, self._sentence(contact) if self._quotes else None)

    def rows(self, contacts: Iterator[Contact], columns: list[str]) -> Iterator[list[Any]]:
        from kg.queries.records import sides

        for contact in contacts:
            self.count += 1
            who, whom = sides(contact, self._actors)
            yield [self._cell(name, contact, who, whom) for name in columns]

    def _cell(self, name: str, contact: Contact, who: list[str], whom: list[str]) -> Any:
        match name:
            case "contact":
                return contact.id
            case "date":
                return period_text(contact.period)
            case "who":
                return who
            case "whom":
                return whom
            case "place":
                return contact.place.name if contact.place else None
            case "status" if contact.told_again and self._remarks:
                return f"{contact.status} (told again)"
            case "not_before" | "not_after":
                bound: date | None = getattr(contact.period, name)
                return bound.isoformat() if bound else None
            case "sentence":
                return self._sentence(contact)
            case _:
                return getattr(contact, name)

    def _sentence(self, contact: Contact) -> str:
        """The first sentence, of the articles asked for if there are any."""
        from kg.graph.selecting import sentence
        from kg.queries.filters import article_of

        told = (each for each in contact.reports if not self._articles or article_of(each) in self._articles)
        return sentence(self._reader, next(told))
