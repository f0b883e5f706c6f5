"""Which pairs of settled actors a sentence might tell a contact of.

One of the two stands in the sentence by name, or by a pronoun or description that means it; the other may also
have been named in the sentences before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from kg.extraction.lexicon import offices
from kg.extraction.names import Mention
from kg.extraction.participants import WAYS
from kg.extraction.participants.reading import Reading

How = Literal["named", "described", "government", "meant", "guessed", "before"]

BACK = 3
"""Sentences before this one in which the other actor may have been named."""
GUESSES = 4
"""Antecedents that are tried for a pronoun or description, besides the one that the rules choose."""
EARLIER = 5
"""Actors of earlier sentences that are paired with those of this one."""
PLACES = 2
"""Places of earlier sentences that are paired likewise."""
OFTEN = 3
"""Entities that the document names most often, who may be meant however far back."""
_ACTORS = ("person", "organization", "group", "country")
_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "they", "them", "their"])
_VISITORS = frozenset(
    [
        "guest",
        "host",
        "visitor",
        "counterpart",
        "delegation",
        "envoy",
        "delegate",
        "caller",
        "interlocutor",
        "opposite",
    ]
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two, as it stands in the sentence.

    Attributes:
        entity: index of the document's entity.
        token: index of the word in the parse that stands for it; None where the sentence does not name it.
        how: by name, by office, as the government in a capital, by a word that the rules resolve, by one
            whose antecedent is guessed, or only named before.
        rank: how many other actors were named since, for what is guessed or named before.
    """

    entity: int
    token: int | None
    how: How
    mention: Mention | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair; a place is always the second, else the one that comes first in the text is first."""

    first: Part
    second: Part


def candidates(reading: Reading) -> list[Candidate]:
    """Every pair that the sentence might be about, each once."""
    parts = list(_parts(reading))
    distance = _Distance(reading)
    best: dict[tuple[int, int], tuple[tuple[int, int], Candidate]] = {}
    for index, one in enumerate(parts):
        for other in parts[index + 1 :]:
            if not _possible(one, other, reading):
                continue
            first, second = _ordered(one, other, reading)
            key = (min(one.entity, other.entity), max(one.entity, other.entity))
            cost = (_doubt(one) + _doubt(other), distance.between(one.token, other.token))
            if key not in best or cost < best[key][0]:
                best[key] = (cost, Candidate(first, second))
    return [candidate for _, candidate in best.values()]


def _doubt(part: Part) -> int:
    return {"guessed": 1, "before": 2}.get(part.how, 0)


def _parts(reading: Reading) -> Iterator[Part]:
    found: list[Part] = []
    seen: set[int] = set()
    doc = reading.parsed.doc
    for token in doc:
        mention = reading.mention(token)
        if mention is not None:
            if token.i + 1 < len(doc) and reading.mention(doc[token.i + 1]) is mention:
                continue
            found.append(Part(mention.entity, token.i, "described" if mention.description else "named", mention))
            if mention.government is not None:
                found.append(Part(mention.government, token.i, "government", mention))
            continue
        found += _meant(token, reading)
    yield from found
    seen = {part.entity for part in found}
    for token in doc:
        if reading.mention(token) is None and _refers(token):
            others = [e for e in reading.before(token, _ACTORS, BACK) if e not in seen]
            for rank, entity in enumerate(others[:GUESSES]):
                yield Part(entity, token.i, "guessed", None, rank)
    earlier = [e for e in _earlier(reading) if e not in seen]
    for types, most in ((_ACTORS, EARLIER), (("place",), PLACES)):
        chosen = [e for e in earlier if reading.entity(e).type in types]
        for rank, entity in enumerate(chosen[:most]):
            yield Part(entity, None, "before", None, rank)


def _meant(token: Token, reading: Reading) -> list[Part]:
    if token.pos_ not in ("PRON", "DET", "NOUN", "PROPN"):
        return []
    for way in WAYS:
        if references := way(token, reading):
            return [Part(reference.entity, token.i, "meant", reference.mention) for reference in references]
    return []


def _refers(token: Token) -> bool:
    words = offices()
    lemma = token.lemma_.lower()
    if token.lower_ in _PRONOUNS:
        return True
    return token.pos_ == "NOUN" and (lemma in words.heads or lemma in words.officials or lemma in _VISITORS)


def _earlier(reading: Reading) -> list[int]:
    here = reading.parsed.sentence.index
    found: dict[int, None] = {}
    for index in range(here - 1, max(here - BACK, 0) - 1, -1):
        for mention in reversed(reading.settled.mentions[index]):
            for entity in (mention.entity, mention.government):
                if entity is not None:
                    found.setdefault(entity)
    often = sorted(range(len(reading.settled.entities)), key=lambda e: -len(reading.entity(e).at))[:OFTEN]
    for entity in often:
        if reading.entity(entity).at and reading.entity(entity).at[0][0] < here:
            found.setdefault(entity)
    return list(found)


def _possible(one: Part, other: Part, reading: Reading) -> bool:
    if one.entity == other.entity or (one.mention is not None and one.mention is other.mention):
        return False
    if _doubt(one) and _doubt(other) and not _both_elsewhere(one, other, reading):
        return False
    first, second = reading.entity(one.entity), reading.entity(other.entity)
    types = {first.type, second.type}
    if types == {"place"}:
        return False
    same = first.country is not None and first.country == second.country
    return not (same and "person" not in types) and not (same and types == {"person", "country"})


def _both_elsewhere(one: Part, other: Part, reading: Reading) -> bool:
    """ "He is to confer with *them*", "A second round opens on Sunday": neither is named here."""
    if one.token is not None and one.token == other.token:
        return False
    if one.rank > 1 or other.rank > 1:
        return False
    sentences = [{place for place, _ in reading.entity(part.entity).at} for part in (one, other)]
    here = reading.parsed.sentence.index
    together = {i for i in sentences[0] & sentences[1] if here - BACK <= i < here}
    return bool(together) or (one.token is not None and other.token is not None)


def _ordered(one: Part, other: Part, reading: Reading) -> tuple[Part, Part]:
    if reading.entity(one.entity).type == "place":
        return other, one
    if reading.entity(other.entity).type == "place":
        return one, other
    if one.token is None or (other.token is not None and one.token <= other.token):
        return one, other
    return other, one


class _Distance:
    """Steps between two words of the parse tree, measured once a pair."""

    def __init__(self, reading: Reading) -> None:
        self.above = [[t.i, *(a.i for a in t.ancestors)] for t in reading.parsed.doc]

    def between(self, one: int | None, other: int | None) -> int:
        if one is None or other is None:
            return 99
        up = self.above[one]
        place = {token: steps for steps, token in enumerate(up)}
        for steps, token in enumerate(self.above[other]):
            if token in place:
                return steps + place[token]
        return 50
