"""Whether one name of an article is a form of another: short forms, initials, spellings."""

import re
from functools import lru_cache

from kg.gazetteer import fold

_FAMILY_FIRST = frozenset({"CN", "TW", "HK", "MO", "SG", "KR", "KP", "VN", "JP", "KH", "HU", "MM"})


@lru_cache(maxsize=16_384)  # every name of an article is compared with every other
def tokens(name: str) -> tuple[str, ...]:
    """Folded words of a name."""
    return tuple(fold(name).replace("'", "").split())


@lru_cache(maxsize=16_384)
def _bases(name: str) -> tuple[str, ...]:
    """Folded words without article prefixes, so that "al-Assad" and "Assad" are one."""
    found = []
    for token in tokens(name):
        base = (
            token.removeprefix("al-").removeprefix("el-").removeprefix("as-").removeprefix("ad-").removeprefix("ash-")
        )
        if base not in ("al", "el", "bin", "ibn", "ben"):
            found.append(base)
    return tuple(found)


def same_name(short: str, long: str, country: str | None) -> bool:
    """Whether one name is a form of the other: "Fidan", "H. Fidan" and "Hakan Fidan"; spellings apart ("Rohani")."""
    one, other = _bases(short), _bases(long)
    if not one or not other:
        return False
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(one) > 1 and one[-1][0] != other[-1][0]:
        return False  # most pairs, at once
    if len(one) == 1:
        # One word alone must be the same name; a spelling of another ("Hussein", "Husseini") is another person.
        family_first = country in _FAMILY_FIRST or ("-" in other[-1] and len(other) == 2)
        return any(
            _sound(one[0]) == _sound(t)
            for t in ([other[-1], other[0]] if family_first or len(other) > 2 else [other[-1]])
        ) or (len(one[0]) > 3 and one[0] in other and country not in ("US", "GB"))
    if len(one) == len(other):
        return all(_alike(a, b) for a, b in zip(one, other, strict=True))
    rest = iter(other)
    return all(any(_alike(token, candidate) for candidate in rest) for token in one) and _alike(one[-1], other[-1])


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if one[0] != other[0]:
        return False
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return True
    if min(len(one), len(other)) < 5:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other) <= (2 if min(len(one), len(other)) > 7 else 1)


_SOUNDS = (
    (r"kh|gh|ck|q|c(?![hei])", "k"),
    (r"ou|oo|w", "u"),
    (r"ph|v", "f"),
    (r"y|ee|ie|j(?=u)", "i"),
    (r"(.)\1", r"\1"),
)


@lru_cache(maxsize=16_384)
def _sound(name: str) -> str:
    """A name with the letters that transliterations interchange made one: "Araghchi", "Araqchi"."""
    for pattern, letter in _SOUNDS:
        name = re.sub(pattern, letter, name)
    return name
