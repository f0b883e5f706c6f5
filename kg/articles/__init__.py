"""Reads articles from files, folders and standard input.

for article in read(["news/", "extra.jsonl"]):
    if isinstance(article, ArticleError): …   # what could not be read, naming file and line
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Protocol

from kg.articles import jsonl, text
from kg.articles.decoding import MAX_ARTICLE_BYTES, safe
from kg.errors import ArticleError
from kg.model import Article


class Reader(Protocol):
    """One kind of input: lines of bytes in, articles and faults out. `name` is for messages."""

    def __call__(self, lines: Iterable[bytes], name: str) -> Iterator[Article | ArticleError]: ...  # noqa: D102


READERS: dict[str, Reader] = {".txt": text.read, ".jsonl": jsonl.read, ".ndjson": jsonl.read}
"""Which reader takes files of which suffix."""

STDIN = "-"


def read(paths: Iterable[Path | str] | Path | str) -> Iterator[Article | ArticleError]:
    """Yields the articles of files, folders and standard input ("-"), one by one, in a settled order.

    What cannot be read is yielded as an `ArticleError` in its place, and the rest goes on. In a folder, files
    of other kinds, hidden files and READMEs are passed over. A file named by itself must be of a kind in
    `READERS`, or have no suffix: then its first line tells JSONL from text.
    """
    for path in [paths] if isinstance(paths, Path | str) else paths:
        if str(path) == STDIN:
            yield from _sniffed(_lines(sys.stdin.buffer), "stdin")
        else:
            yield from _path(Path(path))


def _path(path: Path) -> Iterator[Article | ArticleError]:
    try:
        yield from _folder(path) if path.is_dir() else _file(path)
    except OSError as error:
        yield _unreadable(path, error)


def _folder(folder: Path) -> Iterator[Article | ArticleError]:
    found = False
    for file in _walk(folder):
        found = True
        yield from [file] if isinstance(file, ArticleError) else _file(file)
    if not found:
        yield ArticleError(f"{safe(folder)} has no article", f"Files of these kinds are read: {', '.join(READERS)}")


def _walk(folder: Path) -> Iterator[Path | ArticleError]:
    """The files to read below a folder; links to folders are not followed, so there are no endless rounds."""
    try:
        for entry in sorted(folder.iterdir()):
            if entry.name.startswith(".") or entry.stem.upper() == "README":
                continue
            if entry.is_dir():
                if not entry.is_symlink():
                    yield from _walk(entry)
            elif entry.suffix.lower() in READERS and entry.is_file():
                yield entry
    except OSError as error:
        yield _unreadable(folder, error)


def _file(path: Path) -> Iterator[Article | ArticleError]:
    reader = READERS.get(path.suffix.lower(), _sniffed if not path.suffix else None)
    try:
        # Opened before its kind is judged: a missing file is missing, whatever its name says.
        with path.open("rb") as file:
            if reader:
                yield from reader(_lines(file), safe(path))
            else:
                yield ArticleError(f"{safe(path)} is of no kind that is read", f"Kinds: {', '.join(READERS)}")
    except OSError as error:
        yield _unreadable(path, error)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines of a file, of each at most one byte more than an article may have: no line fills the memory."""
    while line := file.readline(MAX_ARTICLE_BYTES + 1):
        yield line
        while len(line) > MAX_ARTICLE_BYTES and not line.endswith(b"\n"):
            line = file.readline(MAX_ARTICLE_BYTES + 1) or b"\n"


def _sniffed(lines: Iterable[bytes], name: str) -> Iterator[Article | ArticleError]:
    """Reads JSONL if the first line that is not blank begins an object, plain text otherwise."""
    lines = iter(lines)
    seen = []
    for line in lines:
        seen.append(line)
        if line.strip():
            break
    begins = seen[-1].lstrip() if seen else b""
    reader = jsonl.read if begins.startswith((b"{", b"\xef\xbb\xbf{")) else text.read
    yield from reader(chain(seen, lines), name)


def _unreadable(path: Path, error: OSError) -> ArticleError:
    if isinstance(error, FileNotFoundError):
        return ArticleError(f"{safe(path)} not found")
    return ArticleError(f"{safe(path)} cannot be read: {(error.strerror or str(error)).lower()}")
