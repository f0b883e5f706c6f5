"""Plural descriptions of what was named before: "the two ministers", "both leaders", "the pair", "the sides"."""

from spacy.tokens import Token

from kg.extraction.lexicon import offices
from kg.extraction.participants.reading import Reading, Reference, coarguments

_PERSONS = frozenset(
    "man minister leader president premier pair duo counterpart diplomat official general king monarch "
    "negotiator chief statesman politician rival ally friend principal envoy head".split()
)
_STATES = frozenset(
    "side country nation neighbour neighbor government capital party state delegation adversary foe".split()
)
_NUMBERS = {"three": 3, "four": 4, "five": 5}
_DEFINITE = frozenset({"the", "both", "two", "these", "those", "their", *_NUMBERS})


def plural(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "*the two ministers* agreed": the two persons of that office named last; "*both sides*": the two countries."""
    lemma = token.lemma_.lower()
    if lemma not in _PERSONS | _STATES or not (token.tag_ in ("NNS", "NNPS") or lemma in ("pair", "duo")):
        return ()
    marks = {child.lower_ for child in token.children}
    if not marks & _DEFINITE or any(
        child.dep_ == "prep" and child.lower_ in ("of", "from") for child in token.children
    ):
        return ()
    several = next((_NUMBERS[m] for m in marks if m in _NUMBERS), 2)
    if lemma in _PERSONS:
        found = last_two(token, reading, ("person",), lemma, several)
        if found or lemma in ("pair", "duo"):
            return found
    return last_two(token, reading, ("country", "group", "organization"), number=several)


def last_two(
    token: Token, reading: Reading, types: tuple[str, ...], lemma: str = "", number: int = 2
) -> tuple[Reference, ...]:
    """The last two (or more) entities of these types before a token, in order; empty where there are not so many."""
    words = offices()
    beside = coarguments(token, reading)
    found = [e for e in reading.before(token, types) if e not in beside]
    fitting = [e for e in found if lemma and words.fits(lemma, reading.entity(e).office)]
    chosen = fitting if len(fitting) >= number else found
    return tuple(Reference(e) for e in reversed(chosen[:number])) if len(chosen) >= number else ()
