"""`kg extract`: the contacts that articles tell of, without a store."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.asking import (
    Asked,
    Concurrency,
    DryRun,
    Endpoint,
    Extraction,
    ExtractorName,
    Insecure,
    Model,
    MostTokens,
    Price,
    Seconds,
)
from kg.cli.options import Paths, one_of
from kg.cli.output import period_text, tell, write
from kg.errors import ArticleError, KgError, UsageError
from kg.model import Article, Document, Report

EXAMPLES = """
kg extract article.txt
kg extract articles/ --format jsonl > contacts.jsonl
kg extract article.txt --explain
kg extract articles/ --min-confidence 0.8 --extractor rules
kg extract articles/ --extractor llm --endpoint http://localhost:11434/v1 --model NAME --dry-run
kg extract articles/ --extractor llm --write-prompts prompts/
cat article.txt | kg extract -
"""

MinConfidence = Annotated[
    float, typer.Option("--min-confidence", metavar="P", min=0, max=1, help="Leave out what is less sure.")
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
    endpoint: Endpoint = None,
    model: Model = None,
    insecure: Insecure = False,
    concurrency: Concurrency = 4,
    seconds: Seconds = 180.0,
    most_tokens: MostTokens = None,
    dry_run: DryRun = False,
    price: Price = None,
    prompts: Annotated[
        Path | None,
        typer.Option("--write-prompts", metavar="FOLDER", help="llm: write what would be sent, a file each, and end."),
    ] = None,
) -> None:
    """Parses, extracts, prints."""
    one_of("format", form, _FORMATS)
    from kg.articles import read
    from kg.extraction.confidence import at_least

    failed: list[ArticleError] = []
    articles = sound(read(paths), failed)
    if prompts is not None:
        _write_prompts(articles, prompts, extractor)
        raise typer.Exit(1 if failed else 0)
    extraction = Extraction(extractor, Asked(endpoint, model, insecure, concurrency, seconds, most_tokens))
    if dry_run or price:
        extraction.dry_run(articles, price)
        raise typer.Exit(1 if failed else 0)
    readings = extraction.readings(articles, failed)
    documents = (at_least(each, min_confidence) for each, _ in readings)
    if explain:
        from kg.extraction.explain import explained, not_borne_out

        for whole, reading in readings:
            document = at_least(whole, min_confidence)
            lines = (
                *explained(document),
                *not_borne_out((each.reason, each.what) for each in (reading.refused if reading else ())),
            )
            print(*(f"{document.article.name}: {document.article.title}", *lines), sep="\n", flush=True)
    elif form == "jsonl":
        from kg.extraction.record import contact_records

        for document in documents:
            print(json.dumps(contact_records(document), ensure_ascii=False), flush=True)
    else:
        write(_COLUMNS, _rows(documents), "table", below=["sentence"])
    if failed:
        raise typer.Exit(1)


def _write_prompts(articles: Iterable[Article], folder: Path, extractor: str | None) -> None:
    """What a model would be asked, as files."""
    from kg.extraction.llm.prompts import prompts, write_prompts

    if extractor not in ("llm", "llm+rules"):
        raise UsageError("--write-prompts goes with --extractor llm")
    try:
        number = write_prompts((prompt for article in articles for prompt in prompts(article)), folder)
    except OSError as fault:
        raise KgError(f"prompts cannot be written to {folder}: {fault.strerror}") from fault
    print(f"{number} prompts written to {folder}")


def sound(found: Iterable[Article | ArticleError], failed: list[ArticleError]) -> Iterator[Article]:
    """The articles that could be read; what could not is told at once and kept in `failed`."""
    for article in found:
        if isinstance(article, ArticleError):
            failed.append(article)
            tell(f"kg: {article}")
        else:
            yield article


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
