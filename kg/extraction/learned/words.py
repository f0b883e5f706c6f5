"""A parsed sentence without names: what the features of its pairs are made of, worked out once a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from kg.extraction.frame_table import frame_table, status_words
from kg.extraction.parse import Parsed
from kg.extraction.participants.reading import Reading
from kg.gazetteer import gazetteer

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX", "ADP", "SCONJ", "PART", "PROPN", "INTJ"})
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_OPEN, _CLOSE = frozenset('“"«'), frozenset('”"»')


@cache
def frame_classes() -> dict[str, tuple[str, ...]]:
    """The relations whose frames begin with a lemma: "ring" → called. Words of status have theirs too."""
    table, words = frame_table(), status_words()
    found: dict[str, set[str]] = {}
    for index in (table.by_verb, table.by_noun):
        for lemma, frames in index.items():
            found.setdefault(lemma, set()).update(f"={frame.relation}" for frame in frames)
    for lemma, status in words.verbs.items():
        found.setdefault(lemma, set()).add(f"~{status}")
    return {lemma: tuple(sorted(classes)) for lemma, classes in found.items()}


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence.

    Attributes:
        lemma: of each token; a settled mention is its type in capitals, any other name is "NAME".
        above: for each token, itself and its ancestors.
        quoted: whether a token stands between quotation marks.
        content: indexes of the tokens that a bag of words holds.
    """

    tokens: Sequence[Token]
    lemma: tuple[str, ...]
    above: tuple[tuple[int, ...], ...]
    quoted: tuple[bool, ...]
    content: tuple[int, ...]

    def path(self, one: int, other: int) -> tuple[list[int], int, list[int]]:
        """Up from one token, the lowest common ancestor, and up from the other; -1 where they share none."""
        up = self.above[one]
        place = {token: steps for steps, token in enumerate(up)}
        for steps, token in enumerate(self.above[other]):
            if token in place:
                return list(up[: place[token]]), token, list(self.above[other][:steps])
        return list(up), -1, list(self.above[other])

    def governor(self, token: int) -> int:
        """The nearest verb above a token, else the root."""
        for above in self.above[token][1:]:
            if self.tokens[above].pos_ in ("VERB", "AUX"):
                return above
        return self.above[token][-1]


def words_of(reading: Reading) -> Words:
    """The words of a sentence, names replaced by what they are."""
    doc = list(reading.parsed.doc)
    lemmas, content = [], []
    for token in doc:
        mention = reading.mention(token)
        lemmas.append(_lemma(token) if mention is None else reading.entity(mention.entity).type.upper())
        if mention is None and token.pos_ in _CONTENT:
            content.append(token.i)
    above = tuple((t.i, *(a.i for a in t.ancestors)) for t in doc)
    return Words(doc, tuple(lemmas), above, quotes(reading.parsed), tuple(content))


def quotes(parsed: Parsed) -> tuple[bool, ...]:
    """For each token, whether it stands between quotation marks."""
    found, inside = [], False
    for token in parsed.doc:
        if token.text in _OPEN | _CLOSE:
            inside = not inside if token.text == '"' else token.text in _OPEN
        found.append(inside)
    return tuple(found)


def _lemma(token: Token) -> str:
    if token.like_num:
        return "NUMBER"
    lower = token.lemma_.lower()
    if lower in _WEEKDAYS:
        return "WEEKDAY"
    if not token.text[:1].isupper():
        return lower
    if gazetteer().country_of_adjective(token.text) or gazetteer().country_of_name(token.text):
        return "NATIONAL"
    return "NAME" if (token.pos_ == "PROPN" or token.i > 1) and lower not in frame_classes() else lower
