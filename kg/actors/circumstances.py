"""What birth, office and sentence say for or against two names being one person's: one small function each."""

import re

from kg.actors.finding import Finding
from kg.actors.spellings import Spelling
from kg.gazetteer import fold

_OTHER_NAME = re.compile(
    r"\b(aka|a\.k\.a|known|alias|born|n[ée]e|formerly|real name|called|nicknamed|or)\b", re.IGNORECASE
)
"""Between two names: they are told as one person's."""


def born_same_day(one: Spelling, other: Spelling) -> Finding | None:
    """Both were born on one day."""
    if not one.born or one.born != other.born or len(one.born) < len("YYYY-MM-DD"):
        return None
    return Finding(1.0, f"born on {one.born}, as “{other.shown}”")


def born_same_year(one: Spelling, other: Spelling) -> Finding | None:
    """Both were born in one year, and no more is told of one of them."""
    if not one.born or not other.born or one.born[:4] != other.born[:4] or born_same_day(one, other):
        return None
    return Finding(1.0, f"born in {one.born[:4]}, as “{other.shown}”")


def other_birth(one: Spelling, other: Spelling) -> Finding | None:
    """Their dates of birth contradict each other as far as both are told."""
    told = min(len(one.born), len(other.born))
    if not told or one.born[:told] == other.born[:told]:
        return None
    return Finding(1.0, f"born {one.born}, “{other.shown}” {other.born}")


def same_office(one: Spelling, other: Spelling) -> Finding | None:
    """Both hold an office of the same name."""
    shared = one.offices & other.offices
    return Finding(1.0, f"{min(shared)}, as “{other.shown}”") if shared else None


def other_office(one: Spelling, other: Spelling) -> Finding | None:
    """Both hold offices, and none is of the same name; a person has several in a life."""
    if not one.offices or not other.offices or one.offices & other.offices:
        return None
    return Finding(1.0, f"{min(one.offices)}, “{other.shown}” {min(other.offices)}")


def named_beside(one: Spelling, other: Spelling) -> Finding | None:
    """A sentence names both, one beside the other, and not as two names of one."""
    for sentence in one.sentences | other.sentences:
        text = fold(sentence)
        first, second = text.find(fold(one.shown)), text.find(fold(other.shown))
        if first < 0 or second < 0:
            continue
        (start, name), (end, _) = sorted(((first, one.shown), (second, other.shown)))
        between = text[start + len(fold(name)) : end]
        if start + len(fold(name)) <= end and "(" not in between and not _OTHER_NAME.search(between):
            return Finding(1.0, f"a sentence names it beside “{other.shown}”")
    return None
