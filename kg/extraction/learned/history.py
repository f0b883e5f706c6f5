"""Where an article's actors have stood before a word, by name and by what meant them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extraction.learned.anaphors import Anaphor
from kg.extraction.learned.words import quotes
from kg.extraction.names import Settled
from kg.extraction.parse import Parsed
from kg.extraction.sentences import Sentence
from kg.extraction.syntax import clause_verb


@dataclass(frozen=True, slots=True)
class Place:
    """One place where an actor stands, by name or by an anaphor that means him.

    Attributes:
        sentence: index of the sentence.
        offset: in it.
        token: its word in the parse.
        role: in the clause: subj, obj, prep, poss, other.
        verb: index of the clause's verb in the parse, -1 for none.
        quoted: whether within quotation marks.
        form: the kind of anaphor, or "name".
    """

    sentence: int
    offset: int
    token: int
    role: str
    verb: int
    quoted: bool
    form: str


@dataclass(slots=True)
class History:
    """Where an article's actors have stood so far, and whom its anaphors mean; it grows as these are settled."""

    settled: Settled
    lead: int
    titled: frozenset[int]
    places: dict[int, list[Place]] = field(default_factory=dict)
    meant: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)
    """By sentence and token."""
    last: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Whom the last anaphor of each kind means; "+" of those that mean several."""
    _subjects: dict[int, tuple[int, int]] = field(default_factory=dict)
    """For each sentence, where its first subject that is an actor stands, and who it is."""

    def add(self, entity: int, place: Place) -> None:
        """Notes that an actor stands somewhere."""
        self.places.setdefault(entity, []).append(place)
        if place.role == "subj":
            told = (place.offset, entity)
            self._subjects[place.sentence] = min(self._subjects.get(place.sentence, told), told)

    def note(self, anaphor: Anaphor, actors: tuple[int, ...], place: Place) -> None:
        """Notes whom an anaphor means."""
        self.meant[place.sentence, anaphor.token.i] = actors
        for entity in actors:
            self.add(entity, place)
        if actors:
            self.last[anaphor.kind] = actors
        if len(actors) > 1:
            self.last["+"] = actors

    def subject(self, sentence: int) -> int | None:
        """The first subject of a sentence that is an actor."""
        return self._subjects[sentence][1] if sentence in self._subjects else None

    def persons(self) -> dict[int, int]:
        """The sentences whose first subject is a person, with that person."""
        return {i: e for i, (_, e) in self._subjects.items() if self.settled.entities[e].type == "person"}

    def latest(self, entity: int, sentence: int, offset: int, ahead: int) -> Place | None:
        """Where an actor stood last before a place; else the first place behind it within so many sentences."""
        places = self.places.get(entity, ())
        here = [p for p in places if (p.sentence, p.offset) < (sentence, offset)]
        if here:
            return max(here, key=lambda p: (p.sentence, p.offset))
        behind = [p for p in places if p.sentence <= sentence + ahead]
        return min(behind, key=lambda p: (p.sentence, p.offset)) if behind else None


def history_of(sentences: Sequence[Sentence], settled: Settled) -> History:
    """The history at an article's beginning."""
    lead = next((s.index for s in sentences if s.offset is not None and not s.heading), 0)
    titled = frozenset(m.entity for row in settled.mentions for m in row if sentences[m.sentence].offset is None)
    return History(settled, lead, titled)


def named_places(parsed: Parsed) -> Iterator[tuple[int, Place]]:
    """(actor, place) of each name in a sentence."""
    quoted = quotes(parsed)
    for token in parsed.doc:
        mention = parsed.mention[token.i]
        if mention is None or not parsed.ends(token.i):
            continue
        for entity in (mention.entity, mention.government):
            if entity is not None:
                yield entity, place_at(token, parsed, quoted, "name")


def place_at(token: Token, parsed: Parsed, quoted: Sequence[bool], form: str) -> Place:
    """A word's place."""
    verb = clause_verb(token)
    role, at = role_of(token), parsed.start[token.i]
    return Place(parsed.sentence.index, at, token.i, role, verb.i if verb is not None else -1, quoted[token.i], form)


def role_of(token: Token) -> str:
    """What a word is to its clause."""
    for _ in range(4):
        if token.dep_ not in ("conj", "appos") or token.head.i == token.i:
            break
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass"):
        return "subj"
    return {"dobj": "obj", "dative": "obj", "pobj": "prep", "poss": "poss", "ROOT": "root"}.get(token.dep_, "other")
