"""What a way to find participants may look at: the parse, the settled names, and what was told before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from spacy.tokens import Token

from kg.extraction.names import Entity, Mention, Settled
from kg.extraction.parse import Parsed


@dataclass(frozen=True, slots=True)
class Reference:
    """An actor or place as a slot is filled with it; `mention` is None where a pronoun or plural means it."""

    entity: int
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One parsed sentence within its document.

    Attributes:
        subjects: whom the sentences read so far are about, by their index.
    """

    parsed: Parsed
    settled: Settled
    subjects: dict[int, int] = field(default_factory=dict)

    def mention(self, token: Token) -> Mention | None:
        """The settled mention that a token stands for."""
        return self.parsed.mention[token.i]

    def entity(self, index: int) -> Entity:
        """An entity of the document."""
        return self.settled.entities[index]

    def offset(self, token: Token) -> int:
        """Where a token begins in the sentence as written."""
        return self.parsed.start[token.i]

    def before(self, token: Token, types: Sequence[str], sentences: int = 3) -> list[int]:
        """Entities of these types named before a token, the nearest first, each once.

        Args:
            token: where to look back from.
            types: entity types.
            sentences: how many sentences to look back over besides its own.
        """
        return list(dict.fromkeys(chain.from_iterable(self.each_before(token, types, sentences))))

    def each_before(self, token: Token, types: Sequence[str], sentences: int = 3) -> Iterator[list[int]]:
        """What `before` gives, sentence by sentence, the nearest sentence first."""
        here = self.parsed.sentence.index
        for index in range(here, max(here - sentences, 0) - 1, -1):
            mentions = [m for m in self.settled.mentions[index] if index < here or m.start < self.offset(token)]
            yield list(dict.fromkeys(m.entity for m in reversed(mentions) if self.entity(m.entity).type in types))

    def subjects_before(self, token: Token) -> list[int]:
        """Persons that are subjects of clauses earlier in this sentence, the nearest first."""
        found = []
        for other in reversed([t for t in self.parsed.doc if t.i < token.i]):
            mention = self.mention(other)
            if mention and other.dep_ in ("nsubj", "nsubjpass") and self.entity(mention.entity).type == "person":
                found.append(mention.entity)
        return found


def coarguments(token: Token, reading: Reading) -> set[int]:
    """What stands beside a pronoun or plural under the same verb cannot be what it means."""
    head = token.head if token.dep_ not in ("pobj", "poss") else token.head.head
    found = set()
    for child in head.children:
        for near in (child, *child.children, *child.conjuncts):
            mention = reading.mention(near)
            if mention and near.i != token.i and near.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass", "dative", "conj"):
                found.add(mention.entity)
    return found
