"""From bytes of a stranger to text that every later stage can hold, quote and print."""

import codecs
import re
from pathlib import Path

MAX_ARTICLE_BYTES = 1_000_000
"""Bytes of one article: a long feature has 60 thousand. spaCy refuses texts of over a million characters."""

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NO_CHARACTERS = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_OUTER_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+|\s+\Z")


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 with its byte order mark, or else Windows' Western European.

    Raises:
        ValueError: these bytes are no text.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    if b"\0" in data:
        raise ValueError("a zero byte")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = data.decode("cp1252")
    # Almost any bytes are some Windows-1252; pictures and archives show by their control characters.
    if _CONTROLS.search(decoded):
        raise ValueError("control characters")
    return decoded


def normalise(text: str) -> str:
    """Every line and page end as a newline; nothing else changed."""
    return _LINE_ENDS.sub("\n", text)


def clean(text: str) -> str:
    """Newlines only as line ends, and none of the characters that no XML, RDF or terminal can bear."""
    return _NO_CHARACTERS.sub("\ufffd", _CONTROLS.sub("", normalise(text)))


def body(text: str) -> str:
    """The text of an article as it will be quoted: `clean`, without blank lines before and after it."""
    return _OUTER_BLANK_LINES.sub("", clean(text))


def one_line(text: str) -> str:
    """A title or a name: `clean`, white space as single blanks."""
    return " ".join(clean(text).split())


def safe(path: Path) -> str:
    """A path for messages and names: bytes of it that are no text show as such and break no terminal."""
    return one_line(str(path))
