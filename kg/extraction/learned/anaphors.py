"""Which words of a sentence may mean somebody told before: pronouns, "the general", "his host", "the two men"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from kg.extraction.lexicon import offices, pronouns
from kg.extraction.parse import Parsed
from kg.gazetteer import gazetteer

Kind = Literal["he", "she", "they", "it", "i", "we", "both", "one", "several", "compatriot", "settled"]

_SEVERAL = frozenset(["both", "each", "neither", "all"])
_DETERMINERS = frozenset(["the", "this", "that", "these", "those", "both", "all", "neither"])
_COUNTED = frozenset(["the", "all", "these", "those", "other"])
_LOOSE = frozenset(["other", "former", "latter", "same"])
"""Words that describe somebody only by themselves: "the other", not "the other matter"."""
_INSIDE = frozenset(["compound", "amod", "nummod", "nmod", "advmod", "npadvmod"])


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A word that may mean an actor told elsewhere in the article.

    Attributes:
        token: its word, the head where it is a phrase.
        kind: which pronoun, or a description of one, of several, or by a people ("the Norwegian"); "settled" where
            it is an office phrase that the names have settled ("the minister").
        head: the lemma of a description's head, else empty.
        plural: whether it means several.
        determiner: the word that makes a description definite, else empty.
        number: how many it tells.
        owner: whose it is: "his" of "his host".
        country: ISO code of the people that it names: "the Norwegian rebel".
    """

    token: Token
    kind: Kind
    head: str = ""
    plural: bool = False
    determiner: str = ""
    number: int | None = None
    owner: Token | None = None
    country: str | None = None


def anaphors(parsed: Parsed) -> Iterator[Anaphor]:
    """The anaphors of a sentence, in order."""
    for token in parsed.doc:
        mention = parsed.mention[token.i]
        if mention is not None:
            text = parsed.sentence.text[mention.start : mention.end]
            if parsed.ends(token.i) and mention.description and not any(word[:1].isupper() for word in text.split()):
                yield Anaphor(token, "settled", text.split()[-1].lower())
        elif token.tag_ in ("PRP", "PRP$", "NN", "NNP") and (kind := _pronouns().get(token.lower_)):
            yield Anaphor(token, kind, plural=kind in ("they", "we"))
        elif token.lower_ in _SEVERAL and token.pos_ in ("PRON", "DET"):
            if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
                yield Anaphor(token, "both", plural=True, number=2 if token.lower_ in ("both", "neither") else None)
        elif token.dep_ not in _INSIDE and token.pos_ in ("NOUN", "NUM", "ADJ", "PROPN"):
            yield from _described(token)


def _described(token: Token) -> Iterator[Anaphor]:
    known, children = pronouns(), list(token.children)
    marks = {child.lower_ for child in children}
    owner = next((child for child in children if child.dep_ == "poss"), None)
    number = next((known.numbers[mark] for mark in sorted(marks & known.numbers.keys())), None)
    lemma, country = token.lemma_.lower(), _people(children)
    determiner = next((mark for mark in sorted(marks & _DETERMINERS)), owner.lower_ if owner else "")
    if lemma in known.numbers or lemma in _LOOSE:
        of_them = [c for c in children if c.dep_ == "prep" and c.lower_ == "of"]
        if marks & _COUNTED and not any(c.lower_ not in ("them", "us") for of in of_them for c in of.children):
            number = known.numbers.get(lemma, number)
            yield Anaphor(
                token, "several" if lemma in known.numbers else "one", lemma, lemma in known.numbers, "the", number
            )
    elif lemma in known.describing or lemma in offices().heads or lemma in offices().officials:
        if determiner or number:
            plural = token.tag_ in ("NNS", "NNPS") or lemma in ("pair", "duo", "trio") or (number or 1) > 1
            yield Anaphor(token, "several" if plural else "one", lemma, plural, determiner, number, owner, country)
    elif token.text[:1].isupper() and ("the" in marks or owner is not None):
        people = gazetteer().country_of_adjective(token.text)
        if people:
            plural = token.tag_ in ("NNS", "NNPS") or number is not None
            yield Anaphor(token, "compatriot", "", plural, determiner, number, owner, people)


def _people(children: list[Token]) -> str | None:
    """The country that an adjective before a description tells."""
    found = (gazetteer().country_of_adjective(c.text) for c in children if c.text[:1].isupper() and c.dep_ != "poss")
    return next(filter(None, found), None)


@cache
def _pronouns() -> dict[str, Kind]:
    known = pronouns()
    by_kind: dict[Kind, frozenset[str]] = {
        "he": known.he,
        "she": known.she,
        "they": known.they - _SEVERAL,
        "it": known.it,
        "i": known.i,
        "we": known.we,
    }
    return {word: kind for kind, words in by_kind.items() for word in words}
