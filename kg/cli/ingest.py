"""`kg ingest`: articles into the store."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

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
from kg.cli.extract import MinConfidence, sound
from kg.cli.options import DEFAULT_STORE, Paths, Store
from kg.cli.output import tell
from kg.errors import ArticleError, UsageError
from kg.model import Article

if TYPE_CHECKING:
    from kg.pipeline import IngestReport

EXAMPLES = """
kg ingest article.txt
kg ingest articles/ extra.jsonl
kg ingest articles/ --store ministry/
kg ingest articles/ --workers 4
kg ingest articles/ --extractor llm+rules --endpoint http://localhost:11434/v1 --model NAME --dry-run
cat feed.jsonl | kg ingest -
"""

Workers = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, max=256, help="Processes that read; some 300 MB each.")
]


def command(
    paths: Paths,
    store: Store = DEFAULT_STORE,
    workers: Workers = 1,
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
) -> None:
    """Reads, extracts, keeps; says what was done, and fails if anything could not be read."""
    from kg.articles import read
    from kg.extraction.confidence import at_least
    from kg.graph import open_writer
    from kg.pipeline import ingest, is_current

    failed: list[ArticleError] = []
    extraction = Extraction(extractor, Asked(endpoint, model, insecure, concurrency, seconds, most_tokens))
    if dry_run or price:
        extraction.dry_run(sound(read(paths), failed), price)
        raise typer.Exit(1 if failed else 0)
    if extraction.asks and workers > 1:
        raise UsageError("--workers is for what reads on this machine", "A server is asked by --concurrency")
    with open_writer(store, "kg ingest") as writer:
        unchanged = 0

        def new() -> Iterator[Article]:
            """What the store has already is not even extracted."""
            nonlocal unchanged
            for article in sound(read(paths), failed):
                if is_current(writer, article, extraction.maker):
                    unchanged += 1
                else:
                    yield article

        if workers > 1:
            from kg.workers import extract

            documents = extract(new(), extraction.name, workers)
        else:
            documents = extraction.documents(new(), failed)
        documents = (at_least(each, min_confidence) for each in documents)
        done = ingest(writer, documents, on_progress=None if extraction.asks else _progress)
    if sys.stderr.isatty() and not extraction.asks:
        print(file=sys.stderr)
    skipped = done.skipped + unchanged
    print(
        f"{done.added} added, {done.replaced} replaced, {skipped} skipped, {len(failed)} failed"
        f" ({done.reports} reports of contacts)"
    )
    if done.stale:
        tell(f"{done.stale} decision{'s are' if done.stale != 1 else ' is'} stale: see kg decisions --stale")
    if failed:
        raise typer.Exit(1)


def _progress(done: "IngestReport") -> None:
    if sys.stderr.isatty():
        count = done.added + done.replaced + done.skipped
        print(f"\r{count} articles, {done.reports} reports of contacts", end="", file=sys.stderr, flush=True)
