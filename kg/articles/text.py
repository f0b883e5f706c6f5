"""Plain text, with or without a header of metadata lines."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from kg.articles.decoding import MAX_ARTICLE_BYTES, decode, normalise
from kg.articles.metadata import article
from kg.errors import ArticleError
from kg.model import Article

KEYS = {"Id": "given_id", "Title": "title", "Date": "day", "Outlet": "outlet", "URL": "url"}
"""The keys of a header, upper or lower case, and what `metadata.article` calls them."""

_FIELDS = {key.lower(): field for key, field in KEYS.items()}
_KEY_LINE = re.compile(r"([A-Za-z][A-Za-z -]{0,30}):\s*(.*)$")


def read(lines: Iterable[bytes], name: str) -> Iterator[Article | ArticleError]:
    """Reads one text as one article."""
    try:
        yield _read(lines, name)
    except ArticleError as error:
        yield error


def _read(lines: Iterable[bytes], name: str) -> Article:
    data = bytearray()
    for line in lines:
        data += line
        if len(data) > MAX_ARTICLE_BYTES:
            raise ArticleError(f"{name} is larger than {MAX_ARTICLE_BYTES:,} bytes", "Is it one article?")
    if not data.strip():
        raise ArticleError(f"{name} is empty")
    try:
        text = normalise(decode(bytes(data)))
    except ValueError:
        raise ArticleError(f"{name} is not text", "Save it as UTF-8 text") from None
    fields, body = _split(text, name)
    return article(body, name, PurePath(name).name, **fields)


def _split(text: str, name: str) -> tuple[dict[str, str], str]:
    """Parts header and body: a first paragraph is a header if each of its lines begins with a key we know.

    A line above them that has none is the title.

    Raises:
        ArticleError: it is almost a header: to take it for text would lose the date and outlet told there.
    """
    every = text.split("\n")
    first = next((number for number, line in enumerate(every) if line.strip()), 0)
    end = next((number for number in range(first, len(every)) if not every[number].strip()), len(every))
    matches = [_KEY_LINE.match(line.strip()) for line in every[first:end]]
    known = [_FIELDS.get(match[1].lower()) if match else None for match in matches]
    fields: dict[str, str] = {}
    titled = len(known) > 1 and known[0] is None and all(known[1:]) and "title" not in known
    if titled and any(line.strip() for line in every[end:]):
        fields["title"] = every[first].strip()
        first, matches, known = first + 1, matches[1:], known[1:]
    for number, (match, field) in enumerate(zip(matches, known, strict=True)):
        if match and field and field not in fields:
            fields[field] = match[2]
            continue
        if number >= 2 or (number == 1 and all(matches)):
            line = f"{name}, line {first + number + 1}"
            if match and field:
                raise ArticleError(f"{line}: a second “{match[1]}” in the header")
            if match:
                raise ArticleError(f"{line}: unknown key “{match[1]}” in the header", f"Known: {', '.join(KEYS)}")
            raise ArticleError(f"{line}: the header does not end", "A blank line must stand between header and text")
        return {}, text
    return fields, "\n".join(every[end:])
