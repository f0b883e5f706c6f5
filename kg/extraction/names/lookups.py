"""Stretches of a sentence that the gazetteer or the list of bodies knows."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from kg.extraction.bodies import Body, known_bodies
from kg.extraction.lexicon import Offices, offices
from kg.extraction.words import Word
from kg.gazetteer import Gazetteer, fold, gazetteer

_LONGEST = 6  # words of the longest name of a country or body that is looked up
Known = TypeVar("Known")


@cache
def _bodies() -> dict[str, Body]:
    return {fold(form): body for body in known_bodies() for form in (body.name, *body.names)}


class Lookups:
    """One sentence's words. Positions are indexes of words; a look-up gives where it ends and what it knows."""

    def __init__(self, text: str, found: Sequence[Word]) -> None:
        self.text = text
        self.words = found
        self.offices: Offices = offices()
        self.gazetteer: Gazetteer = gazetteer()

    def phrase(self, start: int, end: int) -> str:
        """The text of words [start, end)."""
        return self.text[self.words[start].start : self.words[end - 1].end]

    def longest(self, start: int, look: Callable[[str], Known | None]) -> tuple[int, Known] | None:
        """The longest stretch from here that a look-up knows."""
        if not self.words[start].capital:
            return None
        for end in range(min(len(self.words), start + _LONGEST), start, -1):
            inner = self.words[start:end]
            if any(w.possessive for w in inner[:-1]) or any(w.text == "," for w in inner):
                continue
            result = look(self.phrase(start, end))
            if result is not None:
                return end, result
        return None

    def country_name(self, at: int) -> tuple[int, str] | None:
        """ "Türkiye", "the United States" without its article: the country's code."""
        return self.longest(at, self.gazetteer.country_of_name)

    def adjective(self, at: int) -> tuple[int, str] | None:
        """ "Turkish", "South Korean": the country's code."""
        return self.longest(at, self.gazetteer.country_of_adjective)

    def seat(self, at: int) -> tuple[int, str] | None:
        """ "Ankara", "Downing Street": the code of the country whose government sits there."""
        return self.longest(at, self.gazetteer.country_of_seat)

    def body(self, at: int) -> tuple[int, Body] | None:
        """ "United Nations", "Hamas": the organisation or group."""
        return self.longest(at, lambda phrase: _bodies().get(fold(phrase)) if phrase[:1].isupper() else None)

    def determiner(self, at: int) -> str:
        """ "the", "his", "two" … before a word, in lower case."""
        before = self.words[at - 1].lower if at else ""
        return before if before in _DETERMINERS else ""

    def opening(self, at: int) -> bool:
        """Whether nothing but marks stands before a word in its sentence."""
        return all(not w.text[0].isalnum() for w in self.words[:at])


_DETERMINERS = frozenset(
    "the a an his her their its this that some both two three four five several other another visiting".split()
)
