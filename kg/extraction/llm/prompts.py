"""The exact text that is sent for an article: fixed instructions first, then the article as material."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from kg.extraction.llm.pieces import pieces
from kg.extraction.llm.template import template
from kg.model import Article, Span

_AROUND = 10
"""Days before and after the article that its calendar shows."""
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class Prompt:
    """One request: what is sent for one piece of one article.

    Attributes:
        system: the instructions, the same for all articles, so that a server can keep them.
        user: the piece, as material between two marked lines.
        piece: where it lies in the article's text.
        part: the article's name, made fit for a file's, and the number of the piece.
    """

    system: str
    user: str
    piece: Span
    part: str

    @property
    def text(self) -> str:
        """Instructions and article in one."""
        return f"{self.system}\n\n{self.user}\n"

    @property
    def key(self) -> str:
        """What tells this prompt from every other: a digest of its text."""
        return _digest(self.text)

    @property
    def name(self) -> str:
        """Name of the file that holds it, and of the one with its answer: part and first digits of the key."""
        return f"{self.part}-{self.key[:12]}"


def prompts(article: Article) -> Iterator[Prompt]:
    """The prompts of an article, one a piece.

    Raises:
        DataError: the template is not as its reader wants it.
    """
    found = pieces(article)
    system = template().text
    for number, piece in enumerate(found, start=1):
        yield Prompt(system, _user(article, piece, number, len(found)), piece, f"{_file_name(article.name)}-{number}")


def write_prompts(prompts: Iterator[Prompt], folder: Path) -> int:
    """Writes each prompt as one text file, to be read or answered by hand; returns their number."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for prompt in prompts:
        (folder / f"{prompt.name}.txt").write_text(prompt.text, encoding="utf-8", newline="\n")
        written += 1
    return written


def _user(article: Article, piece: Span, number: int, of: int) -> str:
    lines = [_dated(article.published)]
    if of > 1:
        lines.append(f"This is part {number} of {of} of a long article; the other parts are read apart.")
    body = _sound(f"Title: {article.title}\nOutlet: {article.outlet or ''}\n\n{article.text[piece.start : piece.end]}")
    mark = _digest(body)[:12]  # the writer of the article cannot know it, so he cannot end his own text
    return "\n".join([*lines, "", f"BEGIN {mark}", body, f"END {mark}"])


def _dated(published: date | None) -> str:
    if published is None:
        return "Date of the article: unknown. Give only dates that the text tells in full."
    days = [
        published + timedelta(days=shift)
        for shift in range(-_AROUND, _AROUND + 1)
        if date.min.toordinal() <= published.toordinal() + shift <= date.max.toordinal()
    ]
    calendar = ", ".join(f"{_WEEKDAYS[day.weekday()][:3]} {day.isoformat()}" for day in days)
    return f"Date of the article: {_WEEKDAYS[published.weekday()]} {published.isoformat()}\nCalendar: {calendar}"


def _sound(text: str) -> str:
    """Half characters, which no request can carry, replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _file_name(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name)[:60].strip("-.") or "article"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
