"""Stretches of a sentence that the gazetteer or the list of bodies knows."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from kg.extraction.bodies import Body, bodies_by_form
from kg.extraction.lexicon import Offices, offices
from kg.extraction.words import Word, legible
from kg.gazetteer import Gazetteer, fold, gazetteer

_LONGEST = 6  # words of the longest name of a country or body that is looked up
Known = TypeVar("Known")
_Look = Callable[[str], Known | None]


@cache
def _openers() -> frozenset[str]:
    """How the first words of all that is known begin: what no other word needs be looked up for."""
    countries = gazetteer().countries.values()
    forms = [form for c in countries for form in (c.name, *c.names, *c.adjectives, c.capital, *c.seats)]
    folded = [fold(form).removeprefix("the ") for form in forms if form]
    firsts = {form.split()[0] for form in (*folded, *bodies_by_form(), "the")}
    return frozenset(first[:size] for first in firsts for size in range(1, len(first) + 1))


class Lookups:
    """One sentence's words. Positions are indexes of words; a look-up gives where it ends and what it knows."""

    def __init__(self, text: str, found: Sequence[Word]) -> None:
        self.text = text
        self.words = found
        self.offices: Offices = offices()
        self.gazetteer: Gazetteer = gazetteer()
        self._phrases: dict[int, tuple[str, ...]] = {}
        self._countries: dict[int, tuple[int, str] | None] = {}
        self._adjectives: dict[int, tuple[int, str] | None] = {}
        self._first = next((i for i, word in enumerate(found) if word.text[0].isalnum()), len(found))

    def phrase(self, start: int, end: int) -> str:
        """The text of words [start, end), as it reads."""
        return legible(self.text[self.words[start].start : self.words[end - 1].end])

    def longest(self, start: int, look: _Look[Known]) -> tuple[int, Known] | None:
        """The longest stretch from here that a look-up knows."""
        phrases = self._phrases.get(start)
        if phrases is None:
            phrases = self._phrases[start] = self._looked_up(start)
        for size in range(len(phrases), 0, -1):
            result = look(phrases[size - 1])
            if result is not None:
                return start + size, result
        return None

    def _looked_up(self, start: int) -> tuple[str, ...]:
        """The stretches from here that may be known, the shortest first: no comma in them, no possessive within."""
        first = self.words[start]
        if not first.capital or fold(first.text) not in _openers():
            return ()
        found = []
        for end in range(start + 1, min(len(self.words), start + _LONGEST) + 1):
            if self.words[end - 1].text == ",":
                break
            found.append(self.phrase(start, end))
            if self.words[end - 1].possessive:
                break
        return tuple(found)

    def country_name(self, at: int) -> tuple[int, str] | None:
        """ "Türkiye", "the United States" without its article: the country's code."""
        if at not in self._countries:
            self._countries[at] = self.longest(at, self.gazetteer.country_of_name)
        return self._countries[at]

    def adjective(self, at: int) -> tuple[int, str] | None:
        """ "Turkish", "South Korean": the country's code."""
        if at not in self._adjectives:
            self._adjectives[at] = self.longest(at, self.gazetteer.country_of_adjective)
        return self._adjectives[at]

    def seat(self, at: int) -> tuple[int, str] | None:
        """ "Ankara", "Downing Street": the code of the country whose government sits there."""
        return self.longest(at, self.gazetteer.country_of_seat)

    def body(self, at: int) -> tuple[int, Body] | None:
        """ "United Nations", "Hamas": the organisation or group."""
        return self.longest(at, _body)

    def determiner(self, at: int) -> str:
        """ "the", "his", "two" … before a word, in lower case."""
        before = self.words[at - 1].lower if at else ""
        return before if before in _DETERMINERS else ""

    def opening(self, at: int) -> bool:
        """Whether nothing but marks stands before a word in its sentence."""
        return at <= self._first


def _body(phrase: str) -> Body | None:
    """ "Who" is a question, "WHO" a body; "Nato" and "Opec" are written so."""
    return bodies_by_form().get(fold(phrase)) if phrase[:1].isupper() and phrase != "Who" else None


_DETERMINERS = frozenset(
    "the a an his her their its this that some both two three four five several other another visiting".split()
)
