"""Frames of verbs: whether one fits a verb of the sentence, and which phrases fill its places."""

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.frame_table import Frame
from kg.extraction.frames.match import DAYTIMES, Filled, Match, is_time, visit_below
from kg.extraction.participants import actors_of
from kg.extraction.participants.reading import Reading
from kg.extraction.syntax import logical_object, logical_subject, passive, prepositions

_NEAR = ("for", "in", "at", "by", "with", "on", "over", "via")
_COMPANY = ("along with", "together with", "alongside", "accompanied by")


def verb_fits(frame: Frame, verb: Token) -> bool:
    """Whether a verb, with its particles, prepositions and objects, is the one the frame means."""
    particles = {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod")}
    particles |= {preposition for preposition, inner in prepositions(verb) if not is_time(inner)}
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


def _complements(child: Token) -> bool:
    """ "called him *a liar*", "saw him *leave*", "called on him *to resign*"; not "called him *the same evening*"."""
    return child.dep_ in ("oprd", "xcomp", "ccomp", "acomp") and child.lemma_.lower() not in DAYTIMES


def verb_match(frame: Frame, verb: Token, reading: Reading) -> Match | None:
    """The frame over a verb and what stands below it."""
    filled = Filled(frame, reading)
    for place, slot in frame.slots.items():
        match place:
            case "subject":
                filled.add(slot, logical_subject(verb))
                filled.add(slot, tuple(inner for p, inner in prepositions(verb) if p in _COMPANY))
            case "object" if frame.and_then:
                second = [c for c in verb.conjuncts if c.lemma_.lower() in frame.and_then]
                filled.add(slot, tuple(obj for other in second for obj in logical_object(other)))
            case "object" if frame.needs_object and not frame.person_object:
                filled.add(slot, tuple(t for t in logical_object(verb) if t.lemma_.lower() not in frame.needs_object))
            case "object":
                filled.add(slot, logical_object(verb))
            case "dative":
                datives = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
                datives += [
                    o for o in logical_object(verb) if reading.mention(o) is not None
                ]  # "sent Olander a letter"
                filled.add(slot, tuple(datives))
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
    if frame.person_object and not any(is_person(obj, reading) for obj in logical_object(verb)):
        return None
    if frame.slots.get("visit") or (frame.status == "proposed" and not filled.places):
        visit_below(verb, filled)
    match = filled.match(verb, verb, initiator=bool(frame.initiator))
    if match is not None and frame.person_object:
        sent = tuple(r for obj in logical_object(verb) for r in actors_of(obj, reading))
        return replace(match, envoys=tuple(r for r in sent if reading.entity(r.entity).type == "person"))
    return match


def is_person(token: Token, reading: Reading) -> bool:
    """Whether a phrase means a person."""
    return any(reading.entity(reference.entity).type == "person" for reference in actors_of(token, reading))
