"""How alike two words of names sound: an edit distance in which near sounds cost little.

What costs how much depends on the script that is less exact: an abjad leaves out vowels, Han characters and
kana make r of l.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

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


@lru_cache(maxsize=400_000)
def likeness(one: str, other: str, script: Script = "latin") -> float:
    """From 0 to 1: how alike two folded Latin words sound when the less exact of them was of this script."""
    if one == other:
        return 1.0
    a, b = phones(one), phones(other)
    vowel = _vowel_cost(script)
    loose = 0.7 if script in ("kana", "han_foreign") else 1.0
    swap = vowel if script == "abjad" else vowel * 0.8

    def gone(letter: str, before: str) -> float:
        if letter in _VOWELS or (script == "abjad" and letter == "v"):
            return vowel
        if letter == "h":
            return 0.4
        return 0.15 if letter == before else loose

    def changed(x: str, y: str) -> float:
        if x == y:
            return 0.0
        if x in _VOWELS and y in _VOWELS:
            return swap
        near = _NEAR.get(frozenset((x, y)))
        return near * loose if near is not None else loose + 0.2

    row = [0.0]
    for index, y in enumerate(b):
        row.append(row[-1] + gone(y, b[index - 1] if index else ""))
    whole_b = row[-1]
    whole_a = 0.0
    for place, x in enumerate(a):
        cost = gone(x, a[place - 1] if place else "")
        whole_a += cost
        following = [row[0] + cost]
        for index, y in enumerate(b):
            following.append(
                min(
                    row[index + 1] + cost,
                    following[index] + gone(y, b[index - 1] if index else ""),
                    row[index] + changed(x, y),
                )
            )
        row = following
    return max(0.0, 1.0 - row[-1] / max(whole_a, whole_b, 0.5))
