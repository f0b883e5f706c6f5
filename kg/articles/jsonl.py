"""JSON Lines: one article, an object, a line."""

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from kg.articles.decoding import MAX_ARTICLE_BYTES, decode
from kg.articles.metadata import article
from kg.errors import ArticleError
from kg.model import Article

KEYS = {
    "id": "given_id",
    "title": "title",
    "date": "day",
    "source": "outlet",
    "outlet": "outlet",
    "url": "url",
}
"""The keys of an object, beside "text", and what `metadata.article` calls them; the later wins."""


def read(lines: Iterable[bytes], name: str) -> Iterator[Article | ArticleError]:
    """Reads each line as an article; a line that is none is yielded as an error with its number."""
    found = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = True
        try:
            yield _read(line, f"{name}, line {number}", f"{PurePath(name).name}:{number}")
        except ArticleError as error:
            yield error
    if not found:
        yield ArticleError(f"{name} is empty")


def _read(line: bytes, where: str, name: str) -> Article:
    if len(line) > MAX_ARTICLE_BYTES:
        raise ArticleError(f"{where} is larger than {MAX_ARTICLE_BYTES:,} bytes", "Is it one article?")
    try:
        found = json.loads(decode(line.strip()))
    except json.JSONDecodeError as error:
        raise ArticleError(f"{where}: broken JSON at column {error.colno}: {error.msg}") from None
    except UnicodeDecodeError:
        raise ArticleError(f"{where} is not text", "Save the file as UTF-8") from None
    except (ValueError, RecursionError):
        raise ArticleError(f"{where}: broken JSON") from None
    if not isinstance(found, dict):
        raise ArticleError(f"{where}: not an object", 'Each line is one object such as {"text": "…"}')
    fields = {given: _string(found, key, where) for key, given in KEYS.items() if found.get(key) is not None}
    return article(_string(found, "text", where), where, name, **fields)


def _string(found: dict[str, object], key: str, where: str) -> str:
    value = found.get(key)
    if isinstance(value, int) and not isinstance(value, bool) and key == "id":
        return str(value)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ArticleError(f"{where}: “{key}” is not a string")
    return value
