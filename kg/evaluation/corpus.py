"""A corpus of named actors, each with whom it means: identity measured without an extractor before it.

One JSON object a line is an article: id, date, and `named`, each with name, country, office, and who it is.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.model import NamedActor


@dataclass(frozen=True, slots=True)
class NamedCorpus:
    """Named actors of many articles.

    Attributes:
        right: id of a named actor → who it is.
        published: id of an article → its day.
    """

    named: tuple[NamedActor, ...]
    right: Mapping[str, str]
    published: Mapping[str, date]


def named_corpus(path: Path) -> NamedCorpus:
    """Reads a corpus."""
    named: list[NamedActor] = []
    right: dict[str, str] = {}
    published: dict[str, date] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        published[article["id"]] = date.fromisoformat(article["date"])
        for told in article["named"]:
            one = _named(article["id"], told)
            named.append(one)
            right[one.id] = told["who"]
    return NamedCorpus(tuple(named), right, published)


def _named(article: str, told: Mapping[str, Any]) -> NamedActor:
    digest = sha256(f"{told['name']} {told.get('country')}".encode()).hexdigest()[:6]
    return NamedActor(
        f"{article}-{digest}", told["name"], "person", told.get("country"), told.get("office"), (told["name"],)
    )
