"""Frames of nouns: "held a call with", "in a call with X, …", "their talks": which phrases fill their places."""

from spacy.tokens import Token

from kg.extraction.frame_table import Frame, StatusWords
from kg.extraction.frames.match import Filled, Match, visit_below
from kg.extraction.participants.reading import Reading
from kg.extraction.syntax import logical_object, logical_subject, prepositions, surface_subject

_ADDRESSED = ("address", "send", "direct", "deliver", "write")  # "a letter addressed to Olander"


def noun_match(frame: Frame, noun: Token, reading: Reading, words: StatusWords) -> Match | None:
    """The frame over a noun, its containers ("a round of talks") and the verb it belongs to."""
    filled = Filled(frame, reading)
    carriers = [noun]
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in words.containers:
        top = top.head.head
        carriers.append(top)
    if top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN") and reading.mention(top.head) is None:
        top = top.head
    verb, part = _governor(top, words.adjuncts | frame.adjunct)
    clauses = [c for c in top.children if c.dep_ == "relcl" and c.lemma_.lower() in frame.support]
    if clauses:
        verb, part = clauses[0], "object"  # "a call he made to Olander"
    if part == "adjunct" and verb is not None and frame.needs_support:
        part = "object"  # "was on the phone with"
    if frame.needs_support and (verb is None or verb.lemma_.lower() not in frame.support | frame.reverse):
        return None
    carriers += [c for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() in _ADDRESSED]
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
                carrier is not verb or slot == "place" or preposition in ("with", "between", "among", "from", "to")
            ):
                if inner.i == noun.i or inner.i == top.i:
                    continue
                filled.add(slot, (inner,))
    if "visit" in frame.slots:
        visit_below(noun, filled)
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
        filled.add("a", logical_object(verb) if sent else logical_subject(verb) or surface_subject(verb))
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
