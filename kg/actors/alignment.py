"""Which words of two full names answer each other, whatever their order, and which are left over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.actors.likeness import likeness
from kg.actors.scripts import Script, alphabet_of, romanised, script_of
from kg.actors.spelling import latin, servant
from kg.actors.words import words

if TYPE_CHECKING:
    from nicknames import NickNamer

_EXACTNESS: tuple[Script, ...] = ("latin", "alphabet", "abjad", "indic", "kana", "hangul", "han", "han_foreign")
_WEAK = 0.55
"""Below this two words have nothing to do with one another."""
_JOINED = 0.8
"""The same for several words taken as one."""
_REALM = re.compile(r"(?<=\w)\s+of\s+\w+$")
_SERVANT = re.compile(r"abd([aeiou]l)?")
_ARTICLE = re.compile(r"^(al|el)(?=\w{4})")


@dataclass(frozen=True, slots=True)
class FullName:
    """A name as words to compare.

    Attributes:
        words: folded Latin words in the order of the text; the parts of a hyphened word stand by themselves.
        family: positions of the words that are known to be family name, by comma, capitals or culture.
        suffix: "jr", "ii" or empty.
        fathers: positions of the words that "bin", "ibn" and the like stand before: a father's name, or a family's.
    """

    words: tuple[str, ...]
    family: frozenset[int]
    suffix: str
    script: Script
    alphabet: str
    fathers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """Words of one name that answer words of the other: positions, and how alike they are."""

    one: tuple[int, ...]
    other: tuple[int, ...]
    likeness: float
    initial: bool = False


@dataclass(frozen=True, slots=True)
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

    @property
    def strong(self) -> list[Match]:
        """Matches of words that are written out."""
        return [match for match in self.matches if not match.initial]

    @property
    def initials(self) -> list[Match]:
        """Matches by an initial."""
        return [match for match in self.matches if match.initial]

    @property
    def extra(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The longer name's words, and where those stand that the shorter has no answer for."""
        longer = (self.one.words, self.left) if len(self.left) >= len(self.right) else (self.other.words, self.right)
        return longer if len(self.left) != len(self.right) else (longer[0], ())


@lru_cache(maxsize=200_000)
def full_name(name: str) -> FullName:
    """Takes a name apart for comparing: titles, particles and what stands in brackets left out."""
    script = script_of(name)
    text = romanised(re.sub(r"\([^)]*\)|\"[^\"]*\"|“[^”]*”", " ", name).replace("،", ","))
    text, suffix = _suffix(_REALM.sub("", text))
    before, comma, after = text.partition(",")
    if comma and after.strip() and before.strip():
        told = [(word, False) for word in _split(after)] + [(word, True) for word in _split(before)]
    else:
        plain = _split(text.replace(",", " "))
        shouting = [len(word) > 1 and word.isupper() for word in plain]
        some = any(shouting) and not all(shouting) and script == "latin"
        told = [(word, some and loud) for word, loud in zip(plain, shouting, strict=True)]
    folded = [(latin(word), family) for word, family in told]
    kept = [(re.sub(r"[^\w]", "", word), family) for word, family in folded]
    kept = [(word, family) for word, family in kept if word]
    while len(kept) > 2 and kept[0][0] in words().titles:
        kept = kept[1:]
    if len(kept) == 2 and kept[0][0] in words().titles and len(kept[1][0]) > 1:
        kept = kept[1:]
    kept = list(_joined_servants(kept))
    bare = [
        (servant(word), family)
        for place, (word, family) in enumerate(kept)
        if word not in words().particles or (place == 0 and word in words().first_family_names)
    ] or kept
    fathers = frozenset(_fathers([word for word, _ in kept])) if len(bare) < len(kept) else frozenset()
    plain_words = tuple(word for word, _ in bare)
    return FullName(
        plain_words,
        frozenset(index for index, (_, family) in enumerate(bare) if family) or _family_by_name(plain_words, text),
        suffix,
        script,
        alphabet_of(name),
        fathers,
    )


def _fathers(told: list[str]) -> Iterator[int]:
    """Which of the words that are compared have "bin" before them, "bin al-" as well."""
    place, behind = 0, False
    for index, word in enumerate(told):
        if word in words().particles and not (index == 0 and word in words().first_family_names):
            behind = behind or word in words().patronymic
            continue
        if behind:
            yield place
        place, behind = place + 1, False


def _family_by_name(told: tuple[str, ...], text: str) -> frozenset[int]:
    """The first or the last word, if it and not the other is an East Asian family name, or the other is hyphened."""
    parts = text.split()
    hyphened = ["-" in part for part in parts]
    if len(parts) == 2 and sum(hyphened) == 1:
        place = 0 if hyphened[1] else len(told) - 1
        return frozenset([place]) if told[place] in words().family_names else frozenset()
    known = [place for place in {0, len(told) - 1} if told and told[place] in words().family_names]
    return frozenset(known) if len(known) == 1 and len(told) > 1 else frozenset()


def _joined_servants(told: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Makes "Abdul Rahman", "Abd al-Rahman" one word each, for "Abdulrahman" is written as often."""
    rest = iter(told)
    for word, family in rest:
        if not _SERVANT.fullmatch(word):
            yield word, family
            continue
        following = next(rest, None)
        if following and following[0] in ("al", "el", "ul"):
            following = next(rest, None)
        yield ("abd" + following[0], family) if following else (word, family)


def _split(text: str) -> list[str]:
    spread: list[str] = []
    for word in re.split(r"[\s\-‐‑–—_/]+", text):
        letters = word.replace(".", "")
        if "." in word.strip(".") and letters.isalpha() and len(letters) <= 3:
            spread += list(letters)
        elif "." in word.strip("."):
            spread += [part for part in word.split(".") if part]
        elif word.strip("."):
            spread.append(word)
    return spread


def _suffix(text: str) -> tuple[str, str]:
    found = re.search(r"[\s,]+(jr|jnr|junior|sr|snr|senior|ii|iii|iv)\.?$", text, re.IGNORECASE)
    if not found:
        return text, ""
    told = found[1].lower()
    return text[: found.start()], {"jnr": "jr", "junior": "jr", "snr": "sr", "senior": "sr"}.get(told, told)


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
