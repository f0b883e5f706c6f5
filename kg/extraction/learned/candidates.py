"""Which pairs of settled actors a sentence might tell a contact of.

Both stand in the sentence: by name, or by a pronoun or description that the rules resolve. Pairs with an actor
whom only the sentences before name were tried and left out: too few could be told from chance.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from kg.extraction.names import Mention
from kg.extraction.participants import meant
from kg.extraction.participants.reading import Reading

_SURE = 0.3
"""Probability from which a link makes a candidate; how sure it is, is a feature."""

_SIDES = frozenset(["delegation", "team", "mission", "group", "side"])

How = Literal["named", "described", "government", "meant"]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two, as it stands in the sentence.

    Attributes:
        entity: index of the document's entity.
        token: index of the word in the parse that stands for it.
        how: by name, by office, as the government in a capital, or by a word that the rules resolve.
    """

    entity: int
    token: int
    how: How
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair; a place is always the second, else the one that comes first in the text is first."""

    first: Part
    second: Part


def candidates(reading: Reading) -> list[Candidate]:
    """Every pair that the sentence might be about, each once."""
    parts = list(_parts(reading))
    distance = _Distance(reading)
    best: dict[tuple[int, int], tuple[int, Candidate]] = {}
    for index, one in enumerate(parts):
        for other in parts[index + 1 :]:
            if not _possible(one, other, reading):
                continue
            first, second = _ordered(one, other, reading)
            key = (min(one.entity, other.entity), max(one.entity, other.entity))
            cost = distance.between(one.token, other.token)
            if key not in best or cost < best[key][0]:
                best[key] = (cost, Candidate(first, second))
    return [candidate for _, candidate in best.values()]


def _parts(reading: Reading) -> Iterator[Part]:
    doc = reading.parsed.doc
    for token in doc:
        mention = reading.mention(token)
        if mention is None:
            yield from _meant(token, reading)
            continue
        if not reading.parsed.ends(token.i):
            continue
        yield Part(mention.entity, token.i, "described" if mention.description else "named", mention)
        if mention.government is not None:
            yield Part(mention.government, token.i, "government", mention)


def _meant(token: Token, reading: Reading) -> list[Part]:
    if token.pos_ not in ("PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ"):
        return []
    return [Part(r.entity, token.i, "meant", r.mention) for r in meant(token, reading, _SURE)]


def _possible(one: Part, other: Part, reading: Reading) -> bool:
    if one.entity == other.entity or (one.mention is not None and one.mention is other.mention):
        return False
    if one.token == other.token and _is_one_side(reading.parsed.doc[one.token]):
        return False
    first, second = reading.entity(one.entity), reading.entity(other.entity)
    types = {first.type, second.type}
    if types == {"place"}:
        return False
    same = first.country is not None and first.country == second.country
    return not (same and "person" not in types) and not (same and types == {"person", "country"})


def _is_one_side(token: Token) -> bool:
    """ "A delegation including Mera and Olander": who belongs to it has met nobody by that."""
    return token.tag_ == "NN" and token.lemma_.lower() in _SIDES


def _ordered(one: Part, other: Part, reading: Reading) -> tuple[Part, Part]:
    if reading.entity(one.entity).type == "place":
        return other, one
    if reading.entity(other.entity).type == "place":
        return one, other
    return (one, other) if one.token <= other.token else (other, one)


class _Distance:
    """Steps between two words of the parse tree, measured once a pair."""

    def __init__(self, reading: Reading) -> None:
        self.above = [[t.i, *(a.i for a in t.ancestors)] for t in reading.parsed.doc]

    def between(self, one: int, other: int) -> int:
        up = self.above[one]
        place = {token: steps for steps, token in enumerate(up)}
        for steps, token in enumerate(self.above[other]):
            if token in place:
                return steps + place[token]
        return len(self.above)
