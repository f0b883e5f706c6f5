"""Where words that a model gave stand in a text: the exact span, or none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from kg.gazetteer import fold
from kg.model import Span

LIKE = 88.0
"""How alike, of 100, a name and a stretch of text must be: a letter of eight may differ ("Rouhani", "Rohani")."""
SHORTEST = 5
"""Letters below which only the very word counts: among short words, other names are too near."""
LONGEST = 300
"""Characters of the longest name that is looked for."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Aligned:
    """A text in which words are looked for again and again."""

    text: str

    def quote(self, words: str) -> Span | None:
        """Where a quote stands, but for white space, punctuation and case; never with other words."""
        wanted = [fold(word.group()) for word in _WORD.finditer(words)]
        if not wanted:
            return None
        at = self.text.find(words)
        if at >= 0 and self._whole(at, at + len(words)):
            return Span(at, at + len(words))
        return next(self._runs(wanted), None)

    def names(self, words: str) -> tuple[Span, ...]:
        """Every place where a name stands: the same words, else the one stretch that is most like them."""
        words = " ".join(words.split())
        wanted = [fold(word.group()) for word in _WORD.finditer(words)]
        if not wanted or len(words) > LONGEST:
            return ()
        if found := tuple(self._runs(wanted)):
            return found
        near = self._nearest(words, len(wanted))
        return (near,) if near else ()

    @cached_property
    def _words(self) -> list[tuple[str, int, int]]:
        return [(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(self.text)]

    @cached_property
    def _at(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for index, (word, _, _) in enumerate(self._words):
            places.setdefault(word, []).append(index)
        return places

    def _runs(self, wanted: list[str]) -> Iterator[Span]:
        length = len(wanted)
        for index in self._at.get(wanted[0], ()):
            run = self._words[index : index + length]
            if [word for word, _, _ in run] == wanted:
                yield Span(run[0][1], run[-1][2])

    def _whole(self, start: int, end: int) -> bool:
        """Whether a stretch begins and ends with whole words."""
        inside = re.compile(r"[^\W_]{2}")
        return not (start and inside.match(self.text, start - 1)) and not inside.match(self.text, end - 1)

    def _nearest(self, words: str, count: int) -> Span | None:
        name = fold(words)
        if len(name) < SHORTEST:
            return None
        best, likeness = None, LIKE
        for length in {max(1, count - 1), count, count + 1}:
            for index in range(len(self._words) - length + 1):
                span = Span(self._words[index][1], self._words[index + length - 1][2])
                if abs(span.end - span.start - len(name)) > 3 or not self.text[span.start].isupper():
                    continue
                alike = fuzz.ratio(name, fold(self.text[span.start : span.end]), score_cutoff=likeness)
                if alike > likeness or (best is None and alike >= likeness):
                    best, likeness = span, alike
        return best
