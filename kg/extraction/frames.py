"""Frames matched on a parsed sentence: which words tell of a contact, and which phrases fill its places."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.frame_table import Frame, FrameTable, StatusWords, frame_table, status_words
from kg.extraction.names.scanning import TIMES
from kg.extraction.participants import actors_of
from kg.extraction.participants.reading import Reading, Reference
from kg.extraction.syntax import logical_object, logical_subject, passive, prepositions, surface_subject
from kg.vocabulary import vocabulary

_DAYTIMES = frozenset("morning noon afternoon evening night day week month year time".split())
_NEAR = ("for", "in", "at", "by", "with", "on", "over", "via")
_COMPANY = ("along with", "together with", "alongside", "accompanied by")
_ACTORS = ("person", "organization", "group", "country")


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a word of a sentence.

    Attributes:
        trigger: the frame's verb or noun.
        verb: the verb whose tense and modality tell of the contact; None for a bare noun.
        a, b: actors in the two places; `a` alone where all have the same part.
        places: where a visit goes.
        initiator: the actor who is told to have begun it.
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


def matches(reading: Reading) -> Iterator[Match]:
    """Every frame that fits a word of the sentence and finds enough participants."""
    table, words = frame_table(), status_words()
    for token in reading.parsed.doc:
        if reading.mention(token) is not None:
            continue
        yield from _of_token(token, reading, table, words)


def _of_token(token: Token, reading: Reading, table: FrameTable, words: StatusWords) -> Iterator[Match]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX") or (token.pos_ == "NOUN" and token.tag_.startswith("VB")):
        for frame in table.by_verb.get(lemma, table.by_verb.get(lemma + "e", ())):  # the model's "din" for "dined"
            if _verb_fits(frame, token) and (match := _verb_match(frame, token, reading)):
                yield match
    if token.pos_ in ("NOUN", "PROPN"):
        for frame in table.by_noun.get(lemma, ()):
            if not any(p in frame.not_before and not _is_time(inner) for p, inner in prepositions(token)) and (
                match := _noun_match(frame, token, reading, words)
            ):
                yield match


def _verb_fits(frame: Frame, verb: Token) -> bool:
    particles = {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod")}
    particles |= {preposition for preposition, inner in prepositions(verb) if not _is_time(inner)}
    if frame.particle and not particles & frame.particle:
        return False
    if particles & frame.without or (
        not frame.particle and any(c.dep_ == "prt" for c in verb.children) and frame.bare_object
    ):
        return False
    objects = {obj.lemma_.lower() for obj in logical_object(verb)} | {
        c.lemma_.lower() for c in verb.children if c.dep_ == "attr"
    }
    objects |= {o.lemma_.lower() for obj in logical_object(verb) for o in obj.conjuncts}
    if frame.needs_object and not objects & frame.needs_object:
        return False
    if frame.each_other and "other" not in objects:
        return False
    for wanted in (frame.joining, frame.needs_prep):
        if wanted and not any(inner.lemma_.lower() in wanted for p, inner in prepositions(verb) if p in _NEAR):
            return False
    if objects & frame.without_object or (frame.passive_only and not passive(verb)):
        return False
    return not (frame.bare_object and any(_complements(child) for child in verb.children))


def _is_time(token: Token) -> bool:
    return token.lower_ in TIMES or token.lemma_.lower() in _DAYTIMES or token.text[:1].isdigit()


def _complements(child: Token) -> bool:
    """ "called him *a liar*", "saw him *leave*", "called on him *to resign*"; not "called him *the same evening*"."""
    return child.dep_ in ("oprd", "xcomp", "ccomp", "acomp") and child.lemma_.lower() not in _DAYTIMES


def _verb_match(frame: Frame, verb: Token, reading: Reading) -> Match | None:
    filled = _Filled(frame, reading)
    for place, slot in frame.slots.items():
        match place:
            case "subject":
                filled.add(slot, logical_subject(verb))
                filled.add(slot, tuple(inner for p, inner in prepositions(verb) if p in _COMPANY))
            case "object" if frame.needs_object and not frame.person_object:
                filled.add(slot, tuple(t for t in logical_object(verb) if t.lemma_.lower() not in frame.needs_object))
            case "object":
                filled.add(slot, logical_object(verb))
            case "dative":
                filled.add(slot, tuple(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"))
    carriers = [verb, *(obj for obj in logical_object(verb) if frame.needs_object)]
    carriers += [c for c in verb.children if c.dep_ == "acomp"]  # "is due in Oslo"
    if frame.slots.get("with"):
        # "exchanged views with", "signed a memorandum of understanding with"
        light = [obj for obj in logical_object(verb) if reading.mention(obj) is None]
        below = [
            inner
            for obj in light
            for p, inner in prepositions(obj)
            if p in ("of", "on") and reading.mention(inner) is None
        ]
        carriers += [noun for noun in (*light, *below) if noun not in carriers]
    for carrier in carriers:
        for preposition, inner in prepositions(carrier):
            if (given := frame.slots.get(preposition)) is not None:
                filled.add(given, (inner,))
    if (parties := frame.slots.get("between")) is not None:
        # "brokered a deal between Norway and Chile"
        between = [inner for obj in logical_object(verb) for p, inner in prepositions(obj) if p == "between"]
        filled.add(parties, tuple(between))
    if frame.person_object and not any(_is_person(obj, reading) for obj in logical_object(verb)):
        return None
    if frame.slots.get("visit") or (frame.status == "proposed" and not filled.places):
        _visit_below(verb, filled)
    return filled.match(verb, verb, initiator=bool(frame.initiator))


def _is_person(token: Token, reading: Reading) -> bool:
    mention = reading.mention(token)
    return mention is not None and reading.entity(mention.entity).type == "person"


def _visit_below(token: Token, filled: "_Filled") -> None:
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


def _noun_match(frame: Frame, noun: Token, reading: Reading, words: StatusWords) -> Match | None:
    filled = _Filled(frame, reading)
    carriers = [noun]
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in words.containers:
        top = top.head.head
        carriers.append(top)
    if top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN") and reading.mention(top.head) is None:
        top = top.head
    verb, part = _governor(top, words.adjuncts | frame.adjunct)
    if part == "adjunct" and verb is not None and frame.needs_support:
        part = "object"  # "was on the phone with"
    if frame.needs_support and (verb is None or verb.lemma_.lower() not in frame.support | frame.reverse):
        return None
    for carrier in carriers:
        if slot := frame.slots.get("poss"):
            filled.add(slot, tuple(c for c in carrier.children if c.dep_ == "poss"))
    lemma = verb.lemma_.lower() if verb is not None else ""
    carrying = part == "object" and verb is not None and (lemma in frame.support or lemma in frame.reverse)
    if (
        verb is not None
        and (part == "object" or (part == "subject" and top.i < verb.i))
        and (carrying or part == "subject" or not filled.b)
    ):
        carriers.append(verb)
    for carrier in carriers:
        for preposition, inner in prepositions(carrier):
            if (slot := frame.slots.get(preposition)) and (
                carrier is not verb or preposition in ("with", "between", "among", "from", "to")
            ):
                if inner.i == noun.i or inner.i == top.i:
                    continue
                filled.add(slot, (inner,))
    if "visit" in frame.slots:
        _visit_below(noun, filled)
    accepted = lemma in frame.accepting
    initiating = lemma in frame.initiating
    if verb is not None and part == "object":
        subjects = logical_subject(verb)
        if lemma in frame.reverse:
            filled.add("b" if frame.relation != "visited" else "a", subjects)
            if not filled.a and frame.slots.get("with"):
                filled.swap()
        elif not filled.a or carrying:
            filled.add("a", subjects)
    elif verb is not None and part == "adjunct" and not (filled.a and (filled.b or filled.places)):
        sent = lemma in ("send", "dispatch", "despatch")  # "sent a delegation for talks with Olander"
        filled.add("a", logical_object(verb) if sent else surface_subject(verb))
        if not filled.b and "with" in frame.slots and top.head.lower_ in ("in", "during", "at"):
            # "thanked Olander in a telephone call"
            filled.add("b", logical_object(verb))
    status_verb = verb if part in ("object", "subject") else None
    if part == "adjunct" and verb is not None and top.head.lower_ in ("for", "to", "on"):
        status_verb = verb
    return filled.match(noun, status_verb, initiating or bool(frame.initiator), accepted)


def _governor(top: Token, adjuncts: frozenset[str]) -> tuple[Token | None, str]:
    """The verb that a noun belongs to, and as what: its object, its subject, or an adjunct "in a call …"."""
    head = top.head
    if top.dep_ in ("dobj", "attr", "oprd", "dative"):
        return head, "object"
    if top.dep_ == "nsubjpass":
        return head, "object" if any(c.dep_ == "agent" for c in head.children) else "subject"
    if top.dep_ == "nsubj":
        return head, "subject"
    if top.dep_ == "pobj" and head.lower_ in adjuncts:
        above = head.head
        while above.pos_ in ("ADP", "SCONJ", "ADV", "NOUN", "PROPN", "ADJ") and above.head.i != above.i:
            if above.pos_ in ("NOUN", "PROPN") and above.dep_ not in (
                "pobj",
                "dobj",
                "conj",
                "attr",
                "npadvmod",
                "nsubj",
                "nsubjpass",
                "appos",
            ):
                break
            above = above.head
        return (above, "adjunct") if above.pos_ in ("VERB", "AUX") else (None, "")
    return None, ""


class _Filled:
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
