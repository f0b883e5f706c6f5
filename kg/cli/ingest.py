"""`kg ingest`: articles into the store."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from kg.cli.extract import ExtractorName, MinConfidence, sound
from kg.cli.options import DEFAULT_STORE, Paths, Store, one_of
from kg.errors import ArticleError
from kg.model import Article

if TYPE_CHECKING:
    from kg.pipeline import IngestReport

EXAMPLES = """
kg ingest article.txt
kg ingest articles/ extra.jsonl
kg ingest articles/ --store ministry/
cat feed.jsonl | kg ingest -
"""


def command(
    paths: Paths,
    store: Store = DEFAULT_STORE,
    min_confidence: MinConfidence = 0.0,
    extractor: ExtractorName = None,
) -> None:
    """Reads, extracts, keeps; says what was done, and fails if anything could not be read."""
    from kg.articles import read
    from kg.extraction import DEFAULT, EXTRACTORS, extract, extracted_by
    from kg.extraction.confidence import at_least
    from kg.graph import open_writer
    from kg.pipeline import ingest, is_current

    failed: list[ArticleError] = []
    chosen = one_of("extractor", extractor or DEFAULT, tuple(EXTRACTORS))
    with open_writer(store, "kg ingest") as writer:
        unchanged = 0

        def new() -> Iterator[Article]:
            """What the store has already is not even extracted."""
            nonlocal unchanged
            for article in sound(read(paths), failed):
                if is_current(writer, article, maker):
                    unchanged += 1
                else:
                    yield article

        maker = extracted_by(chosen)
        documents = (at_least(each, min_confidence) for each in extract(new(), chosen))
        done = ingest(writer, documents, on_progress=_progress)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    skipped = done.skipped + unchanged
    print(
        f"{done.added} added, {done.replaced} replaced, {skipped} skipped, {len(failed)} failed"
        f" ({done.reports} reports of contacts)"
    )
    if failed:
        raise typer.Exit(1)


def _progress(done: "IngestReport") -> None:
    if sys.stderr.isatty():
        count = done.added + done.replaced + done.skipped
        print(f"\r{count} articles, {done.reports} reports of contacts", end="", file=sys.stderr, flush=True)
