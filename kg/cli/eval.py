"""`kg eval`: the extraction measured against articles that careful readers annotated."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.extract import ExtractorName, sound
from kg.cli.options import one_of
from kg.errors import ArticleError

EXAMPLES = """
kg eval gold.jsonl
kg eval gold.jsonl --show 20
kg eval gold.jsonl --by genre --extractor rules
kg eval gold.jsonl --part held
kg eval gold.jsonl --format json
"""


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated articles, one JSON object a line.")],
    show: Annotated[int, typer.Option(metavar="N", min=0, help="List N misses and false alarms.")] = 0,
    by: Annotated[
        str | None, typer.Option(metavar="KEY", help="Also for each value of a key of the gold set: genre.")
    ] = None,
    part: Annotated[
        str | None, typer.Option(metavar="PART", help="Only the articles of one part: read or held.")
    ] = None,
    extractor: ExtractorName = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")] = "table",
) -> None:
    """Extracts from the same articles, compares, prints."""
    one_of("format", form, ("table", "json"))
    from kg.articles import read
    from kg.evaluation import evaluate, evaluate_by
    from kg.evaluation.parts import PARTS, part_of
    from kg.evaluation.report import as_dict, as_text, groups_as_text
    from kg.extraction import DEFAULT, EXTRACTORS, extract
    from kg.extraction.record import contact_records

    failed: list[ArticleError] = []
    chosen = one_of("extractor", extractor or DEFAULT, tuple(EXTRACTORS))
    only = next(each for each in (*PARTS, None) if each == (one_of("part", part, PARTS) if part else None))
    articles = (a for a in sound(read([gold]), failed) if only in (None, part_of(a.name)))
    records = list(map(contact_records, extract(articles, chosen)))
    evaluation = evaluate(gold, records, only)
    groups = evaluate_by(gold, records, by, only) if by else {}
    if form == "json":
        told = as_dict(evaluation) | ({"by": {name: as_dict(each) for name, each in groups.items()}} if by else {})
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(as_text(evaluation, show))
        if by:
            print(groups_as_text(by, groups))
    if failed:
        raise typer.Exit(1)
