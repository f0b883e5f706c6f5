"""Which words of two full names answer each other, whatever their order, and which are left over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.actors.full_name import FullName
from kg.actors.likeness import likeness
from kg.actors.scripts import Script
from kg.actors.words import words

if TYPE_CHECKING:
    from nicknames import NickNamer

_EXACTNESS: tuple[Script, ...] = ("latin", "alphabet", "abjad", "indic", "kana", "hangul", "han", "han_foreign")
_WEAK = 0.55
"""Below this two words have nothing to do with one another."""
_JOINED = 0.8
"""The same for several words taken as one."""
_ARTICLE = re.compile(r"^(al|el)(?=\w{4})")


@dataclass(frozen=True, slots=True)
class Match:
    """Words of one name that answer words of the other: positions, and how alike they are."""

    one: tuple[int, ...]
    other: tuple[int, ...]
    likeness: float
    initial: bool = False


@dataclass(frozen=True)
class Alignment:
    """Two names side by side.

    Attributes:
        left, right: positions of the words that have no answer.
        script: the less exact of the two; "latin" where both are of one exact script.
    """

    one: FullName
    other: FullName
    matches: tuple[Match, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    script: Script

    @cached_property
    def strong(self) -> list[Match]:
        """Matches of words that are written out."""
        return [match for match in self.matches if not match.initial]

    @property
    def initials(self) -> list[Match]:
        """Matches by an initial."""
        return [match for match in self.matches if match.initial]

    @cached_property
    def extra(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The longer name's words, and where those stand that the shorter has no answer for."""
        longer = (self.one.words, self.left) if len(self.left) >= len(self.right) else (self.other.words, self.right)
        return longer if len(self.left) != len(self.right) else (longer[0], ())


@lru_cache(maxsize=200_000)
def align(one: FullName, other: FullName) -> Alignment:
    """Pairs the words off: equal ones, then the most alike and longest; two or three words may answer one."""
    script = max(one.script, other.script, key=_EXACTNESS.index)
    if one.alphabet == other.alphabet:
        script = "latin"
    matches = list(_equal(one.words, other.words))
    mine = [i for i in range(len(one.words)) if all(i not in match.one for match in matches)]
    theirs = [j for j in range(len(other.words)) if all(j not in match.other for match in matches)]
    if mine and theirs:
        candidates = sorted(
            _candidates(one.words, mine, other.words, theirs, script),
            key=lambda match: (
                match.initial,
                -_size(match, one, other) * (match.likeness - 0.4),
                match.one,
                match.other,
            ),
        )
        for match in candidates:
            if all(i in mine for i in match.one) and all(j in theirs for j in match.other):
                mine = [i for i in mine if i not in match.one]
                theirs = [j for j in theirs if j not in match.other]
                matches.append(match)
    matches.sort(key=lambda match: match.one)
    if not (mine and theirs):
        mine, theirs = _told(one, mine), _told(other, theirs)
    return Alignment(one, other, tuple(matches), tuple(mine), tuple(theirs), script)


def _told(name: FullName, left: list[int]) -> list[int]:
    """What of the words left over tells something: a ruling family's name at the end is often left out."""
    last = len(name.words) - 1
    return [place for place in left if place != last or last < 2 or name.words[last] not in words().dynasties]


def _equal(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[Match]:
    free = list(range(len(other)))
    for i, word in enumerate(one):
        if len(word) > 1 and (j := next((j for j in free if other[j] == word), None)) is not None:
            free.remove(j)
            yield Match((i,), (j,), 1.0)


def _size(match: Match, one: FullName, other: FullName) -> int:
    return min(sum(len(one.words[i]) for i in match.one), sum(len(other.words[i]) for i in match.other))


def _candidates(
    one: tuple[str, ...], mine: list[int], other: tuple[str, ...], theirs: list[int], script: Script
) -> Iterator[Match]:
    spans = list(_spans(other, theirs))
    for i, left in _spans(one, mine):
        for j, right in spans:
            if len(i) > 1 and len(j) > 1:
                continue
            if 1 in (len(left), len(right)):
                if left[0] == right[0] and len(i) == len(j) == 1:
                    yield Match(i, j, 0.6 if len(left) != len(right) else 0.9, initial=True)
                continue
            alike = word_likeness(left, right, script)
            if alike >= (_WEAK if len(i) == len(j) == 1 else _JOINED):
                yield Match(i, j, alike)


def _spans(told: tuple[str, ...], free: list[int]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The free words, and those that stand together as one."""
    for index in free:
        yield (index,), told[index]
        if index + 1 in free:
            yield (index, index + 1), told[index] + told[index + 1]
            if index + 2 in free:
                yield (index, index + 1, index + 2), told[index] + told[index + 1] + told[index + 2]


@lru_cache(maxsize=400_000)
def word_likeness(one: str, other: str, script: Script) -> float:
    """How alike two words of names are: by sound, or as rows of variants have them."""
    if one == other:
        return 1.0
    variants = words().given_variants
    if variants.get(one, frozenset()) & variants.get(other, frozenset()):
        return 0.95
    surnames = words().surname_variants
    if surnames.get(one, frozenset()) & surnames.get(other, frozenset()):
        return 0.95
    if script == "latin" and (one in pet_names(other) or other in pet_names(one)):
        return 0.9
    if script in ("han", "hangul"):
        readings = words().han_readings
        if readings.get(one, frozenset()) & readings.get(other, frozenset()):
            return 0.95
    if script == "han":
        one, other = _as_elsewhere(one), _as_elsewhere(other)
    best = likeness(one, other, script)
    bare = (_ARTICLE.sub("", one), _ARTICLE.sub("", other))
    if bare != (one, other):
        best = max(best, likeness(*bare, script) - 0.02)
    return best


def _as_elsewhere(word: str) -> str:
    """A syllable of Mandarin with the letters that other systems write: "xiuzhu", "hsiu-chu"."""
    for pinyin, other in (("hs", "sh"), ("x", "sh"), ("q", "ch"), ("zh", "j")):
        word = word.replace(pinyin, other)
    return word


@lru_cache(maxsize=20_000)
def pet_names(name: str) -> frozenset[str]:
    """What English calls somebody of this name: "william" → "bill", "will", "billy"."""
    return frozenset(_nicknamer().nicknames_of(name))


@lru_cache(maxsize=1)
def _nicknamer() -> "NickNamer":
    from nicknames import NickNamer

    return NickNamer()
