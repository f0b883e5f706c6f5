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
kg extract article.txt --explain
kg extract articles/ --min-confidence 0.8 --extractor rules
cat article.txt | kg extract -
"""

MinConfidence = Annotated[
    float, typer.Option("--min-confidence", metavar="P", min=0, max=1, help="Leave out what is less sure.")
]
ExtractorName = Annotated[
    str | None, typer.Option("--extractor", metavar="NAME", help="rules+learned (as a rule), or rules.")
]
_FORMATS = ("table", "jsonl")
_COLUMNS = ("article", "date", "who", "relation", "whom", "status", "place", "sentence")


def command(
    paths: Paths,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, or jsonl: one object an article.")
    ] = "table",
    explain: Annotated[bool, typer.Option("--explain", help="Each sentence with who is meant, and why.")] = False,
    min_confidence: MinConfidence = 0.0,
    extractor: ExtractorName = None,
) -> None:
    """Parses, extracts, prints."""
    one_of("format", form, _FORMATS)
    from kg.articles import read
    from kg.extraction import DEFAULT, EXTRACTORS, extract
    from kg.extraction.confidence import at_least

    failed: list[ArticleError] = []
    chosen = one_of("extractor", extractor or DEFAULT, tuple(EXTRACTORS))
    documents = (at_least(each, min_confidence) for each in extract(sound(read(paths), failed), chosen))
    if explain:
        from kg.extraction.explain import explained

        for document in documents:
            print(*(f"{document.article.name}: {document.article.title}", *explained(document)), sep="\n", flush=True)
    elif form == "jsonl":
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
