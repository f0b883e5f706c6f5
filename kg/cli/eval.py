"""`kg eval`: the extraction measured against articles that careful readers annotated."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.extract import sound
from kg.cli.options import one_of
from kg.errors import ArticleError

EXAMPLES = """
kg eval gold.jsonl
kg eval gold.jsonl --show 20
kg eval gold.jsonl --format json
"""


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated articles, one JSON object a line.")],
    show: Annotated[int, typer.Option(metavar="N", min=0, help="List N misses and false alarms.")] = 0,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")] = "table",
) -> None:
    """Extracts from the same articles, compares, prints."""
    one_of("format", form, ("table", "json"))
    from kg.articles import read
    from kg.evaluation import evaluate
    from kg.evaluation.report import as_dict, as_text
    from kg.extraction import extract
    from kg.extraction.record import contact_records

    failed: list[ArticleError] = []
    evaluation = evaluate(gold, map(contact_records, extract(sound(read([gold]), failed))))
    print(json.dumps(as_dict(evaluation), ensure_ascii=False) if form == "json" else as_text(evaluation, show))
    if failed:
        raise typer.Exit(1)
