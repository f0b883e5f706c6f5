"""Plural descriptions of what was named before: "the two ministers", "both leaders", "the pair", "the sides"."""

from spacy.tokens import Token

from kg.extraction.lexicon import offices, pronouns
from kg.extraction.participants.reading import Reading, Reference, coarguments


def plural(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "*the two ministers* agreed": the two persons of that office named last; "*both sides*": the two countries."""
    lemma, known = token.lemma_.lower(), pronouns()
    if lemma not in known.persons | known.states or not (token.tag_ in ("NNS", "NNPS") or lemma in ("pair", "duo")):
        return ()
    marks = {child.lower_ for child in token.children}
    if not marks & known.definite or any(
        child.dep_ == "prep" and child.lower_ in ("of", "from") for child in token.children
    ):
        return ()
    several = next((known.numbers[m] for m in marks if m in known.numbers), 2)
    if lemma in known.persons:
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
