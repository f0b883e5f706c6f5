"""How alike two words of names sound: an edit distance in which near sounds cost little.

What costs how much depends on the script that is less exact: an abjad leaves out vowels, Han characters and
kana make r of l.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

from kg.actors.scripts import Script

_LETTERS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"dsch|dzh|dj|zh|dż", "J"),
        (r"tsch|tsh|tch|tš", "C"),  # Tschiang, Tchiani
        (r"sch|sh|sz(?=.)", "S"),
        (r"ch|cz(?=[aeiou])", "C"),
        (r"kh|^x", "h"),
        (r"gh", "g"),
        (r"qh", "k"),
        (r"[ae]h$", "a"),  # Haniyeh, Haniya
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"bh", "b"),
        (r"ts|tz", "z"),
        (r"ck|q|c(?![eiy])", "k"),
        (r"c", "s"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo|oe|eu", "u"),
        (r"eo", "o"),  # Seok, Sok
        (r"ie|ee|ij|iy|yi|yy", "i"),
        (r"y", "i"),
        (r"^[ij](?=e)", ""),  # Yeltsin, Eltsin, Jelzin
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = frozenset("aeiou")
_KINDS = str.maketrans("eiouhvbdgqzSCJjf", "aaaaapptkksssssp")
_NEAR: Mapping[frozenset[str], float] = {
    frozenset(pair): cost
    for cost, pairs in (
        (0.2, "ij jJ"),
        (0.25, "hC bp dt gk vf sz JC SC JS JZ gh kh gJ zC hJ"),
        (0.35, "jg jh jC"),
        (0.45, "bv iJ zJ Sz sS pf lr hf iv uv kC iC ih zt iz kJ mn iS vh sC kz ov jS jz"),
    )
    for pair in pairs.split()
}


_HARDLY = 0.5
"""Below this nobody asks how alike two words are."""


@lru_cache(maxsize=200_000)
def phones(word: str) -> str:
    """A folded Latin word with one letter for one sound."""
    for pattern, sound in _LETTERS:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=200_000)
def opening(word: str) -> str:
    """The kind of sound that a word begins with; words that are alike mostly share it."""
    return phones(word)[:1].translate(_KINDS)


def _vowel_cost(script: Script) -> float:
    match script:
        case "abjad":
            return 0.05
        case "kana":
            return 0.1
        case "indic" | "han_foreign":
            return 0.15
        case "hangul" | "han":
            return 0.25
        case _:
            return 0.3


class _Changes(dict[str, float]):
    """Letter → what it costs to write it for another, told of each pair when it is first asked for."""

    def __init__(self, letter: str, script: Script) -> None:
        super().__init__({letter: 0.0})
        self._letter, self._loose = letter, _loose(script)
        vowel = _vowel_cost(script)
        self._swap = vowel if script == "abjad" else vowel * 0.8

    def __missing__(self, other: str) -> float:
        if self._letter in _VOWELS and other in _VOWELS:
            cost = self._swap
        else:
            near = _NEAR.get(frozenset((self._letter, other)))
            cost = near * self._loose if near is not None else self._loose + 0.2
        self[other] = cost
        return cost


@lru_cache(maxsize=4096)
def _changes(letter: str, script: Script) -> _Changes:
    return _Changes(letter, script)


def _loose(script: Script) -> float:
    return 0.7 if script in ("kana", "han_foreign") else 1.0


@lru_cache(maxsize=200_000)
def _left_out(word: str, script: Script) -> tuple[tuple[float, ...], float]:
    """What it costs to leave each letter out, and all of them."""
    vowel, loose = _vowel_cost(script), _loose(script)
    costs = tuple(
        vowel
        if letter in _VOWELS or (script == "abjad" and letter == "v")
        else 0.4
        if letter == "h"
        else 0.15
        if letter == before
        else loose
        for before, letter in zip(" " + word, word, strict=False)
    )
    return costs, sum(costs)


@lru_cache(maxsize=400_000)
def likeness(one: str, other: str, script: Script = "latin") -> float:
    """From 0 to 1: how alike two folded Latin words sound when the less exact of them was of this script.

    Words that are hardly alike are 0, as soon as that is clear.
    """
    if one == other:
        return 1.0
    a, b = phones(one), phones(other)
    (out_of_a, whole_a), (out_of_b, whole_b) = _left_out(a, script), _left_out(b, script)
    whole = max(whole_a, whole_b, 0.5)
    most = whole * (1 - _HARDLY)
    row = [0.0, *accumulate(out_of_b)]
    for x, cost in zip(a, out_of_a, strict=True):
        changes = _changes(x, script)
        diagonal = row[0]
        last = diagonal + cost
        following = [last]
        for y, gone, above in zip(b, out_of_b, row[1:], strict=True):
            changed, last, diagonal = diagonal + changes[y], last + gone, above
            if above + cost < last:
                last = above + cost
            if changed < last:
                last = changed
            following.append(last)
        if min(following) > most:
            return 0.0
        row = following
    return max(0.0, 1.0 - row[-1] / whole)
