"""`kg extract`: the contacts that articles tell of, without a store."""

import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from kg.cli.options import Paths, one_of
from kg.cli.output import tell, write
from kg.errors import ArticleError
from kg.model import Article, Document, Period, Report

EXAMPLES = """
kg extract article.txt
kg extract articles/ --format jsonl > contacts.jsonl
cat article.txt | kg extract -
"""

_FORMATS = ("table", "jsonl")
_COLUMNS = ("article", "date", "who", "relation", "whom", "status", "place", "sentence")


def command(
    paths: Paths,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, or jsonl: one object an article.")
    ] = "table",
) -> None:
    """Parses, extracts, prints."""
    one_of("format", form, _FORMATS)
    from kg.articles import read
    from kg.extraction import extract

    failed: list[ArticleError] = []
    documents = extract(sound(read(paths), failed))
    if form == "jsonl":
        from kg.extraction.record import contact_records

        for document in documents:
            print(json.dumps(contact_records(document), ensure_ascii=False), flush=True)
    else:
        write(_COLUMNS, _rows(documents), "table", below=["sentence"])
    if failed:
        raise typer.Exit(1)


def sound(found: Iterable[Article | ArticleError], failed: list[ArticleError]) -> Iterator[Article]:
    """The articles that could be read; what could not is told at once and kept in `failed`."""
    for article in found:
        if isinstance(article, ArticleError):
            failed.append(article)
            tell(f"kg: {article}")
        else:
            yield article


def period_text(period: Period) -> str:
    """A period in words as short as it can be told."""
    first, last = period.not_before, period.not_after
    if period.told:
        return period.told
    if first and last:
        return str(first) if first == last else f"{first} to {last}"
    return f"by {last}" if last else f"from {first}" if first else ""


def _rows(documents: Iterable[Document]) -> Iterator[list[Any]]:
    for document in documents:
        names = {actor.id: actor.name for actor in document.actors}
        for report in document.reports:
            yield _row(document.article, report, names)


def _row(article: Article, report: Report, names: dict[str, str]) -> list[Any]:
    return [
        article.name,
        period_text(report.period),
        [names[each] for each in report.subjects],
        report.relation,
        [names[each] for each in report.objects],
        report.status,
        report.place,
        report.quote,
    ]
