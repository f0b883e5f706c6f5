"""A frame that fits a word of a sentence, and its places while they are being filled."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.frame_table import Frame
from kg.extraction.names.scanning import TIMES
from kg.extraction.participants import actors_of
from kg.extraction.participants.reading import Reading, Reference
from kg.extraction.syntax import prepositions
from kg.vocabulary import vocabulary

_ACTORS = ("person", "organization", "group", "country")
DAYTIMES = frozenset("morning noon afternoon evening night day week month year time".split())


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a word of a sentence.

    Attributes:
        trigger: the frame's verb or noun.
        verb: the verb whose tense and modality tell of the contact; None for a bare noun.
        a, b: actors in the two places; `a` alone where all have the same part.
        places: where a visit goes.
        initiator: the actor who is told to have begun it.
        envoys: whom the sender sends, where they are named.
        accepted: whether a fixed status is turned to planned by the verb.
    """

    frame: Frame
    trigger: Token
    verb: Token | None
    a: tuple[Reference, ...]
    b: tuple[Reference, ...]
    places: tuple[Reference, ...] = ()
    initiator: int | None = None
    accepted: bool = False
    envoys: tuple[Reference, ...] = ()


class Filled:
    """The places of a frame while they are being filled."""

    def __init__(self, frame: Frame, reading: Reading) -> None:
        self.frame = frame
        self.reading = reading
        self.a: list[Reference] = []
        self.b: list[Reference] = []
        self.both: list[Reference] = []
        self.else_a: list[Reference] = []
        self.places: list[Reference] = []

    def add(self, slot: str, tokens: tuple[Token, ...]) -> None:
        """Fills a slot with the actors that phrases mean; a capital stands for its government."""
        for token in tokens:
            found = actors_of(token, self.reading)
            if slot == "place":
                self.places += [r for r in found if self._is_place(r)]
                if self.frame.slots.get("object") == "place":
                    self.b += [r for r in found if self.reading.entity(r.entity).type == "person"]
                continue
            target = {"a": self.a, "b": self.b, "both": self.both, "else_a": self.else_a}[slot]
            target += [actor for r in found if (actor := self._as_actor(r)) is not None]

    def swap(self) -> None:
        """Turns the two sides round."""
        self.a, self.b = self.b, self.a

    def _is_place(self, reference: Reference) -> bool:
        return self.reading.entity(reference.entity).type in ("place", "country")

    def _as_actor(self, reference: Reference) -> Reference | None:
        entity = self.reading.entity(reference.entity)
        if entity.type in _ACTORS:
            return reference
        mention = reference.mention
        if mention is not None and mention.government is not None:
            return Reference(mention.government, mention)
        return None

    def match(
        self, trigger: Token, verb: Token | None, initiator: bool = False, accepted: bool = False
    ) -> Match | None:
        """The match, if the filled places make a contact: two sides, or several on one."""
        ordered = vocabulary().relations[self.frame.relation].ordered
        a = tuple(dict.fromkeys(self.a or self.else_a))
        if self.both:
            both = tuple(dict.fromkeys([*self.both]))
            if len(both) > 1 and (not a or not self.b):
                return Match(self.frame, trigger, verb, both, ())
            self.b += both
        if self.frame.person_only:
            self.b = [r for r in self.b if self.reading.entity(r.entity).type == "person"]
        b = tuple(r for r in dict.fromkeys(self.b) if r.entity not in {x.entity for x in a})
        places = tuple(dict.fromkeys(self.places))
        began = a[0].entity if initiator and len(a) == 1 and b else None
        if "place" in self.frame.slots.values():
            return Match(self.frame, trigger, verb, a, b, places, None, accepted) if a and (places or b) else None
        if a and b:
            return Match(self.frame, trigger, verb, a, b, (), began, accepted)
        if len(a) > 1 and not ordered and not self.frame.person_only:
            return Match(self.frame, trigger, verb, a, (), (), None, accepted)
        if not a and len(b) > 1 and not ordered and "with" in self.frame.slots and trigger.pos_ != "VERB":
            return None
        return None


def visit_below(token: Token, filled: "Filled") -> None:
    """ "invited him *to visit Oslo*", "an invitation *to visit* Norway"."""
    for child in token.children:
        if child.dep_ in ("xcomp", "acl", "advcl", "ccomp", "relcl") and child.lemma_.lower() in (
            "visit",
            "come",
            "travel",
            "go",
            "tour",
            "attend",
        ):
            filled.add("place", tuple(c for c in child.children if c.dep_ == "dobj"))
            filled.add("place", tuple(inner for p, inner in prepositions(child) if p in ("to", "in", "for")))
        if child.dep_ in ("prep", "dative") and child.lower_ in ("for", "on"):
            for inner in child.children:
                if inner.lemma_.lower() in ("visit", "trip", "talk", "meeting"):
                    filled.add("place", tuple(deep for p, deep in prepositions(inner) if p in ("to", "in")))


def is_time(token: Token) -> bool:
    """Whether a phrase is a time rather than a thing: "on Monday"."""
    return token.lower_ in TIMES or token.lemma_.lower() in DAYTIMES or token.text[:1].isdigit()
