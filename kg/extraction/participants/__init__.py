"""From a word of a parsed sentence to the actors it means: one ordered table of ways to find them."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extraction.participants.compatriot import compatriot
from kg.extraction.participants.description import group_of, leaders, led_by, unnamed
from kg.extraction.participants.plural import plural
from kg.extraction.participants.pronoun import pronoun
from kg.extraction.participants.reading import Reading, Reference
from kg.extraction.syntax import surface_subject

Way = Callable[[Token, Reading], tuple[Reference, ...]]

NAMING: tuple[Way, ...] = (led_by, group_of, unnamed)
"""Ways in which a description itself names whom it means …"""
GUESSING: tuple[Way, ...] = (pronoun, plural, compatriot)
"""… and in which the rules tell whom a word means that was named before, where no link says it."""
SURE = 0.5
"""Probability from which a link fills a slot of a frame."""


def meant(token: Token, reading: Reading, sure: float = SURE) -> tuple[Reference, ...]:
    """Whom a word means that is no settled mention itself: the first way that finds any has it.

    Args:
        token: the word.
        reading: its sentence.
        sure: probability from which its link is believed, where it has one.
    """
    link = reading.parsed.links.get(token.i)
    for way in NAMING if link is not None else (*NAMING, *GUESSING):
        if found := way(token, reading):
            return found
    return tuple(map(Reference, link.actors)) if link is not None and link.sure >= sure else ()


def actors_of(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """The actors that a noun phrase means, given its head, with what is coordinated to it or stands in apposition."""
    named = _named_behind(token, reading)
    heads = named or [token, *_coordinated(token, reading)]
    return tuple(dict.fromkeys(reference for head in heads for reference in _one(head, reading)))


def note_subject(reading: Reading) -> None:
    """Keeps who the sentence is about, for the pronouns of the next ones."""
    root = next((token for token in reading.parsed.doc if token.dep_ == "ROOT"), None)
    for subject in surface_subject(root) if root is not None else ():
        for reference in actors_of(subject, reading):
            if reading.entity(reference.entity).type == "person":
                reading.subjects.setdefault(reading.parsed.sentence.index, reference.entity)


def _named_behind(token: Token, reading: Reading) -> list[Token]:
    """ "the two ministers, *Mera* and *Olander*,": the names behind a description say whom it means."""
    if reading.mention(token) is not None or token.tag_ not in ("NNS", "NNPS"):
        return []
    found = []
    for child in token.children:
        if child.dep_ == "appos" and reading.mention(child) is not None:
            found += [child, *_coordinated(child, reading)]
    return found if len(found) > 1 else []


def _coordinated(token: Token, reading: Reading) -> list[Token]:
    """ "X, Y and Z"; not what a second verb brings, nor "X, head of Y"."""
    found: list[Token] = []
    queue = [token]
    while queue:
        head = queue.pop()
        for child in head.children:
            apposed = child.dep_ == "appos" and (reading.mention(head) is None or reading.mention(child) is not None)
            if (apposed or child.dep_ == "conj") and child.pos_ not in ("VERB", "AUX"):
                found.append(child)
                queue.append(child)
    return found


def _one(head: Token, reading: Reading) -> tuple[Reference, ...]:
    mention = reading.mention(head)
    if mention is not None:
        led = leaders(head, reading) if reading.entity(mention.entity).type in ("country", "organization") else ()
        return (Reference(mention.entity, mention), *led)
    if found := meant(head, reading):
        return tuple(dict.fromkeys((*found, *leaders(head, reading))))
    named = [c for c in head.children if c.dep_ in ("compound", "nmod", "flat") and reading.mention(c) is not None]
    if named and head.pos_ == "PROPN":
        mention = reading.mention(named[-1])
        assert mention is not None
        return (Reference(mention.entity, mention),)
    return ()
