"""A person's full name as the words that are compared: titles, particles and what stands in brackets left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.actors.scripts import Script, alphabet_of, romanised, script_of
from kg.actors.spelling import latin, servant
from kg.actors.words import words

_SURNAME_ALONE = 2
"""Words of a name up to which a particle in front is one: "Le Drian", but "Le Duc Tho"."""
_REALM = re.compile(r"(?<=\w)\s+of\s+\w+$")
_SERVANT = re.compile(r"abd([aeiou]l)?")
_HYPHENS = r"\-‐‑–—"
_RULER = re.compile(r"(?<=\w)\s+(V|VI{1,3}|IX|XI{1,3}|XIV|XV|XVI{1,2})$")
"""The numerals that no name is, if they are told from the names by capitals."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A name as words to compare.

    Attributes:
        words: folded Latin words in the order of the text; the parts of a hyphened word stand by themselves.
        family: positions of the words that are known to be family name, by comma, capitals or culture.
        suffix: "jr", "ii" or empty.
        fathers: positions of the words that "bin", "ibn" and the like stand before: a father's name, or a family's.
        halves: positions of the words that a hyphen joins to the one before.
    """

    words: tuple[str, ...]
    family: frozenset[int]
    suffix: str
    script: Script
    alphabet: str
    fathers: frozenset[int] = frozenset()
    halves: frozenset[int] = frozenset()


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
    some_family_name = words().first_family_names if len(kept) > _SURNAME_ALONE else frozenset[str]()
    bare = [
        (servant(word), family)
        for place, (word, family) in enumerate(kept)
        if word not in words().particles or (place == 0 and word in some_family_name)
    ] or kept
    fathers = (
        frozenset(_fathers([word for word, _ in kept], some_family_name)) if len(bare) < len(kept) else frozenset()
    )
    plain_words = tuple(word for word, _ in bare)
    return FullName(
        plain_words,
        frozenset(index for index, (_, family) in enumerate(bare) if family) or _family_by_name(plain_words, text),
        suffix,
        script,
        alphabet_of(name),
        fathers,
        _halves(plain_words, text),
    )


def _halves(told: tuple[str, ...], text: str) -> frozenset[int]:
    """Which of the words that are compared a hyphen joins to the one before: "Reza" in "Mohammad-Reza"."""
    parts = ([latin(part) for part in re.split(f"[{_HYPHENS}]", word)] for word in text.split())
    joined = {pair for word in parts for pair in pairwise(word)}
    if not joined:
        return frozenset()
    return frozenset(place for place, pair in enumerate(pairwise(told), start=1) if pair in joined)


def _fathers(told: list[str], first_family_names: frozenset[str]) -> Iterator[int]:
    """Which of the words that are compared have "bin" before them, "bin al-" as well."""
    place, behind = 0, False
    for index, word in enumerate(told):
        if word in words().particles and not (index == 0 and word in first_family_names):
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
    for word in re.split(rf"[\s{_HYPHENS}_/]+", text):
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
    if not found and not text.isupper():
        found = _RULER.search(text)
    if not found:
        return text, ""
    told = found[1].lower()
    return text[: found.start()], {"jnr": "jr", "junior": "jr", "snr": "sr", "senior": "sr"}.get(told, told)
