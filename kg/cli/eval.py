"""`kg eval`: the extraction measured against articles that careful readers annotated."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.asking import (
    Asked,
    Concurrency,
    Endpoint,
    Extraction,
    ExtractorName,
    Insecure,
    Model,
    MostTokens,
    Seconds,
)
from kg.cli.extract import sound
from kg.cli.options import one_of
from kg.errors import ArticleError, UsageError
from kg.model import Document

if TYPE_CHECKING:
    from kg.evaluation import Evaluation
    from kg.evaluation.parts import Part
    from kg.extraction.llm.reader import Reading

EXAMPLES = """
kg eval gold.jsonl
kg eval gold.jsonl --show 20
kg eval gold.jsonl --by genre --extractor rules
kg eval gold.jsonl --part held
kg eval gold.jsonl --identity
kg eval gold.jsonl --format json
"""


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated articles, one JSON object a line.")],
    show: Annotated[int, typer.Option(metavar="N", min=0, help="List N misses and false alarms.")] = 0,
    by: Annotated[
        str | None, typer.Option(metavar="KEY", help="Also for each value of a key of the gold set: genre.")
    ] = None,
    identity: Annotated[
        bool, typer.Option("--identity", help="Who is who through all articles, in place of contacts.")
    ] = False,
    part: Annotated[
        str | None, typer.Option(metavar="PART", help="Only the articles of one part: read or held.")
    ] = None,
    extractor: ExtractorName = None,
    endpoint: Endpoint = None,
    model: Model = None,
    insecure: Insecure = False,
    concurrency: Concurrency = 4,
    seconds: Seconds = 180.0,
    most_tokens: MostTokens = None,
    recorded: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="llm: answers recorded before, in place of a server; only their articles."),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")] = "table",
) -> None:
    """Extracts from the same articles, compares, prints."""
    one_of("format", form, ("table", "json"))
    from kg.articles import read
    from kg.evaluation import evaluate, evaluate_by
    from kg.evaluation.parts import PARTS, part_of
    from kg.evaluation.report import as_dict, as_text, beside_as_text, groups_as_text
    from kg.extraction.record import contact_records

    failed: list[ArticleError] = []
    only = next(each for each in (*PARTS, None) if each == (one_of("part", part, PARTS) if part else None))
    extraction = Extraction(extractor, Asked(endpoint, model, insecure, concurrency, seconds, most_tokens, recorded))
    articles = (a for a in sound(read([gold]), failed) if only in (None, part_of(a.name)))
    if recorded:
        articles = (a for a in articles if extraction.is_answered(a))
    readings = list(extraction.readings(articles, failed))
    if recorded and not readings:
        raise UsageError(f"{recorded} has no answer to the prompt of any article of {gold}")
    if identity:
        _tell_identity(gold, [document for document, _ in readings], form)
        if failed:
            raise typer.Exit(1)
        return
    among = {document.article.name for document, _ in readings} if recorded else None
    records = [contact_records(document) for document, _ in readings]
    evaluation = evaluate(gold, records, only, among)
    groups = evaluate_by(gold, records, by, only, among) if by else {}
    beside = _beside(gold, readings, only) if extraction.asks else {}
    if form == "json":
        told = as_dict(evaluation) | ({"by": {name: as_dict(each) for name, each in groups.items()}} if by else {})
        if extraction.asks:
            told["contacts_given"], told["left_out"] = extraction.given, dict(extraction.refused)
            told["beside"] = {name: as_dict(each) for name, each in beside.items()}
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(as_text(evaluation, show))
        if by:
            print(groups_as_text(by, groups))
        if extraction.asks:
            print(f"\nof {extraction.given} contacts that the model gave, what the article does not bear out")
            for reason, number in extraction.refused.most_common():
                print(f"  {reason:14} {number:5}")
            print(beside_as_text({extraction.name: evaluation, **beside}))
    if failed:
        raise typer.Exit(1)


def _tell_identity(gold: Path, documents: Sequence[Document], form: str) -> None:
    from kg.evaluation.identity import evaluate_identity, identity_as_dict, identity_as_text

    found = evaluate_identity(gold, documents)
    print(json.dumps(identity_as_dict(found), ensure_ascii=False) if form == "json" else identity_as_text(found))


def _beside(
    gold: Path, readings: Sequence[tuple[Document, "Reading | None"]], part: "Part | None"
) -> dict[str, "Evaluation"]:
    """The same articles without grounding, and without a model."""
    from kg.evaluation import evaluate
    from kg.extraction import EXTRACTORS, extract
    from kg.extraction.llm.record import given_record
    from kg.extraction.record import contact_records

    articles = [document.article for document, _ in readings]
    names = {article.name for article in articles}
    given = [given_record(document.article, reading.answers) for document, reading in readings if reading]
    found = {"as the model gave it": evaluate(gold, given, part, names)}
    for name in EXTRACTORS:
        found[name] = evaluate(gold, map(contact_records, extract(articles, name)), part, names)
    return found
