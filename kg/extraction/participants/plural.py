"""Plural descriptions of what was named before: "the two ministers", "both leaders", "all three", "the sides"."""

from spacy.tokens import Token

from kg.extraction.lexicon import offices, pronouns
from kg.extraction.participants.reading import Reading, Reference, coarguments


def plural(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "*the two ministers* agreed": the two persons of that office named last; "*both sides*": the two countries."""
    known = pronouns()
    if token.lower_ in known.numbers:
        return _numbered(token, reading)
    lemma = token.lemma_.lower()
    if not (token.tag_ in ("NNS", "NNPS") or lemma in ("pair", "duo")):
        return ()
    if lemma not in known.persons | known.states:
        return ()
    marks = {child.lower_ for child in token.children}
    if not marks & known.definite or any(
        child.dep_ == "prep" and child.lower_ in ("of", "from") for child in token.children
    ):
        return ()
    several = next((known.numbers[m] for m in marks if m in known.numbers), 2)
    if lemma not in known.states:
        found = last_two(token, reading, ("person",), lemma, several)
        if found or lemma in ("pair", "duo"):
            return found
    return last_two(token, reading, ("country", "group", "organization"), number=several)


def _numbered(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "*the two* spoke", "*all three* of them", "*these two*": as many persons, and no more, as were named last.

    Where more or fewer were, whom it means is a guess, and two of three such contacts would be wrong.
    """
    if token.dep_ in ("nummod", "compound", "appos") or token.tag_ not in ("CD", "DT", "NNS", "NN"):
        return ()
    marks = {child.lower_ for child in token.children}
    if not marks & {"the", "all", "these", "those"} and not any(c.dep_ == "prep" for c in token.children):
        return ()
    if any(c.dep_ == "prep" and not any(i.lower_ == "them" for i in c.children) for c in token.children):
        return ()
    beside = coarguments(token, reading)
    told = ([e for e in named if e not in beside] for named in reading.each_before(token, ("person",)))
    nearest = next(filter(None, told), [])
    return tuple(map(Reference, reversed(nearest))) if len(nearest) == pronouns().numbers[token.lower_] else ()


def last_two(
    token: Token, reading: Reading, types: tuple[str, ...], lemma: str = "", number: int = 2
) -> tuple[Reference, ...]:
    """The last two (or more) entities of these types before a token, in order; empty where there are not so many.

    Those that one sentence names, and nobody beside them, come first.
    """
    words = offices()
    beside = coarguments(token, reading)
    told = [[e for e in named if e not in beside] for named in reading.each_before(token, types)]
    fitting = [[e for e in named if lemma and words.fits(lemma, reading.entity(e).office)] for named in told]
    for choice in (fitting, told):
        together = next((named for named in choice if len(named) == number), None)
        chosen = together or list(dict.fromkeys(e for named in choice for e in named))
        if len(chosen) >= number:
            return tuple(Reference(e) for e in reversed(chosen[:number]))
    return ()
