"""Every pair of a document with the model's verdict, and the word that tells most of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from kg.extraction.draft import Draft
from kg.extraction.learned.candidates import Candidate, candidates
from kg.extraction.learned.features import Context, context_of, kind_of, pair_features, sentence_features
from kg.extraction.learned.model import Model, Verdict
from kg.extraction.learned.words import Words, frame_classes, words_of
from kg.extraction.names import Settled
from kg.extraction.parse import Parsed
from kg.extraction.participants.reading import Reading
from kg.extraction.sentences import Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Seen:
    """A pair in its sentence, with what the model may look at."""

    candidate: Candidate
    reading: Reading
    words: Words
    kind: str
    shared: tuple[str, ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with the model's verdict."""

    seen: Seen
    verdict: Verdict

    @property
    def pair(self) -> frozenset[int]:
        """The two entities."""
        return frozenset((self.seen.candidate.first.entity, self.seen.candidate.second.entity))

    @property
    def sentence(self) -> Sentence:
        """Where it would be told."""
        return self.seen.reading.parsed.sentence


def seen(
    sentences: Sequence[Sentence], settled: Settled, parses: Sequence[Parsed], rules: Sequence[Draft]
) -> Iterator[Seen]:
    """Every candidate pair of a document with its features, sentence by sentence; the title has none of its own."""
    context: Context = context_of(sentences, settled, rules)
    for parsed in parses:
        if parsed.sentence.offset is None:
            continue
        reading = Reading(parsed, settled)
        pairs = candidates(reading)
        if not pairs:
            continue
        words = words_of(reading)
        shared = tuple(sentence_features(words, reading, context))
        for candidate in pairs:
            kind = kind_of(candidate, reading)
            yield Seen(
                candidate, reading, words, kind, shared, tuple(pair_features(candidate, words, reading, context))
            )


def judged(pairs: Iterator[Seen], model: Model) -> Iterator[Judged]:
    """The model's verdict on each pair."""
    sums: dict[str, NDArray[np.float32]] = {}
    last: tuple[str, ...] | None = None
    for pair in pairs:
        if pair.shared is not last:
            last, sums = pair.shared, {}
        if pair.kind not in sums:
            sums[pair.kind] = model.total(pair.shared, pair.kind)
        yield Judged(pair, model.verdict(sums[pair.kind] + model.total(pair.own, pair.kind)))


def telling(pair: Seen, model: Model) -> Token:
    """The word that speaks most for a contact of this pair: on the way between the two, or above one of them."""
    words = pair.words
    anchors = [pair.candidate.first.token, pair.candidate.second.token]
    near: dict[int, float] = {}
    for token in anchors:
        verb = words.governor(token)
        for index in (*words.above[token][1:4], verb, *(c.i for c in words.tokens[verb].children)):
            near.setdefault(index, 0.0)
    left, top, right = words.path(*anchors)
    for index in (*left[1:], *right[1:], *([top] if top >= 0 else [])):
        near[index] = 0.1
    scored = [
        (near[index] + _speaks(words.lemma[index], model), -index)
        for index in near
        if pair.reading.mention(words.tokens[index]) is None
        and words.tokens[index].pos_ in ("VERB", "NOUN", "AUX", "ADJ")
    ]
    if not scored:
        return words.tokens[words.governor(anchors[0])]
    return words.tokens[-max(scored)[1]]


def _speaks(lemma: str, model: Model) -> float:
    names = (lemma, *frame_classes().get(lemma, ()))
    return sum(model.weight(f"{kind}:{name}") for kind in ("s", "p", "w", "verb", "a-verb", "b-verb") for name in names)
