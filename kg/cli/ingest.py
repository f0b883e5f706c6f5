"""`kg ingest`: articles into the store."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.cli.extract import sound
from kg.cli.options import DEFAULT_STORE, Paths, Store
from kg.errors import ArticleError, StoreError

if TYPE_CHECKING:
    from kg.pipeline import IngestReport

EXAMPLES = """
kg ingest article.txt
kg ingest articles/ extra.jsonl
kg ingest articles/ --store ministry/
cat feed.jsonl | kg ingest -
"""


def command(paths: Paths, store: Store = DEFAULT_STORE) -> None:
    """Reads, extracts, keeps; says what was done, and fails if anything could not be read."""
    from kg.articles import read
    from kg.extraction import extract
    from kg.graph import open_writer
    from kg.pipeline import ingest

    failed: list[ArticleError] = []
    with open_writer(store, "kg ingest") as writer:
        done = ingest(writer, extract(sound(read(paths), failed)), on_progress=_progress)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(
        f"{done.added} added, {done.replaced} replaced, {done.skipped} skipped, {len(failed)} failed"
        f" ({done.reports} reports of contacts)"
    )
    if failed:
        raise typer.Exit(1)


def existing(store: Path) -> Path:
    """The folder of a store that is there: only `kg ingest` makes one.

    Raises:
        StoreError: there is no such folder.
    """
    if not store.is_dir():
        raise StoreError(f"there is no store {store}", "Run `kg ingest PATH` first, or name it with --store")
    return store


def _progress(done: "IngestReport") -> None:
    if sys.stderr.isatty():
        count = done.added + done.replaced + done.skipped
        print(f"\r{count} articles, {done.reports} reports of contacts", end="", file=sys.stderr, flush=True)
