"""Annotated articles, read up to the point where the learned part begins."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from kg.extraction.home import home_of
from kg.extraction.names import Settled, settle
from kg.extraction.parse import Parsed, parse_of, votes
from kg.extraction.sentences import Sentence, sentences
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated article with its names and parses.

    Attributes:
        record: as the annotators left it.
        parses: of its sentences, without links.
    """

    record: Mapping[str, Any]
    article: Article
    sentences: Sequence[Sentence]
    settled: Settled
    parses: Sequence[Parsed]

    @property
    def id(self) -> str:
        """The annotators' name for it."""
        return str(self.record["id"])

    @property
    def published(self) -> date | None:
        """The article's day."""
        return self.article.published


def annotated(record: Mapping[str, Any]) -> Annotated:
    """An annotated article, read."""
    article = article_of(record)
    found = sentences(article)
    settled = settle(found, votes(found), home_of(article), article.published)
    (parses,) = parse_of([(found, settled)])
    return Annotated(record, article, found, settled, parses)


def article_of(record: Mapping[str, Any]) -> Article:
    """An annotated article without its annotations."""
    day = record.get("date")
    return Article(
        str(record["id"]),
        str(record["id"]),
        str(record["text"]),
        str(record.get("title") or ""),
        date.fromisoformat(day) if day else None,
        record.get("source"),
    )


def digest(records: Iterable[Mapping[str, Any]]) -> str:
    """A hash of annotated articles that their order does not change."""
    lines = sorted(json.dumps(record, sort_keys=True, ensure_ascii=False) for record in records)
    return sha256("\n".join(lines).encode()).hexdigest()
