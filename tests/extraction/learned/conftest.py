"""Articles read up to the point where the learned part begins."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from kg.extraction.draft import Draft
from kg.extraction.learned.judging import Seen, seen
from kg.extraction.names import Settled, settle
from kg.extraction.parse import Parsed, parse_of, votes
from kg.extraction.rules import drafts
from kg.extraction.sentences import Sentence, sentences
from kg.model import Article

DAY = date(2024, 11, 30)


@dataclass(frozen=True)
class Read:
    sentences: tuple[Sentence, ...]
    settled: Settled
    parses: list[Parsed]
    rules: tuple[Draft, ...]

    def pairs(self) -> list[Seen]:
        return list(seen(self.sentences, self.settled, self.parses, self.rules))

    def name(self, entity: int) -> str:
        return self.settled.entities[entity].name

    def names(self) -> set[tuple[str, str]]:
        return {(self.name(p.candidate.first.entity), self.name(p.candidate.second.entity)) for p in self.pairs()}


@pytest.fixture(scope="session")
def reads() -> Callable[..., Read]:
    """An article's text, read: `reads("Foreign Minister Ana Mera met …")`."""

    def read(text: str, title: str = "") -> Read:
        found = sentences(Article("a", "a", text, title, DAY))
        settled = settle(found, votes(found))
        (parses,) = parse_of([(found, settled)])
        return Read(found, settled, parses, tuple(drafts(found, settled, parses, DAY)))

    return read
