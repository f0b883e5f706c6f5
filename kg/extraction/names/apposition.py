"""Stretches in apposition: "the Emir of Qatar, Sheikh Tamim", "Ayman Safadi, the Jordanian minister"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.casing import as_read
from kg.extraction.lexicon import offices
from kg.extraction.names.found import Found
from kg.extraction.names.joint_offices import scan
from kg.extraction.names.spelling import tokens
from kg.extraction.sentences import Sentence
from kg.extraction.words import Word, legible, words

_ACRONYM = re.compile(r"^\s*\([A-Z][\w/-]{1,12}\)")
_SAID = frozenset(
    "said says told added noted warned stressed declared announced insisted argued claimed wrote denied confirmed "
    "replied".split()
)


@dataclass(slots=True)
class Pending:
    """A found stretch, widened by its apposition, with the entity it was given."""

    sentence: int
    found: Found
    start: int
    end: int
    name: str = ""
    country: str | None = None
    office: str = ""
    body: str | None = None
    person: bool = False
    entity: int | None = None
    government: int | None = None
    trailing: bool = False  # an office stands behind the name already


def read(sentence: Sentence) -> list[Pending]:
    """What a sentence names, with stretches in apposition as one."""
    text = as_read(sentence.text)
    found = words(text)
    items = [
        Pending(
            sentence.index,
            f,
            f.start,
            f.end,
            legible(text[f.name_start : f.name_end]),
            f.country,
            f.office if f.office != "counterpart" else "",
            f.body,
            f.person,
        )
        for f in scan(text)
    ]
    joined: list[Pending] = []
    for item in items:
        if joined and _apposed(text, found, joined[-1], item):
            first = joined.pop()
            joined.append(_together(first, item))
        else:
            joined.append(item)
    return joined


def _apposed(text: str, found: Sequence[Word], first: Pending, second: Pending) -> bool:
    """ "the Emir of Qatar, Sheikh Tamim", "Ayman Safadi, the Jordanian foreign minister"."""
    gap = _ACRONYM.sub("", legible(text[first.end : second.start]))
    kinds = (first.found.kind, second.found.kind)
    if first.trailing and kinds[1] == "office" and gap == " and ":
        return True  # "Ana Mera, Prime Minister of Chile and Chair of the Group"
    if kinds == ("name", "country"):
        # "President Tor Olander of Norway"
        return gap in (" of ", " of the ") and (first.person or len(tokens(first.name)) > 1)
    if kinds[0] in ("country", "body", "seat") and kinds[1] == "name" and not second.office:
        # "Brazil's Fernando Henrique Cardoso", "the OSCE's Heidi Tagliavini"
        return gap in ("'s ", "’s ", "' ", "’ ") and len(tokens(second.name)) > 1
    following = next((w for w in found if w.start >= second.end and w.text.isalpha()), None)
    tail = text[second.end : second.end + 2].strip()
    if kinds[0] in ("office", "counterpart") and kinds[1] == "name":
        if first.name and second.office and first.office and not second.found.office:
            return False
        if gap.strip() in ("", "-", "–", "(") or gap.strip() == ",":
            said = (
                gap.strip() == "," and following is not None and following.lower in _SAID and not tail.startswith(",")
            )
            return not said and not (gap.strip() == "" and gap == "")
        return False
    if kinds == ("name", "office") and set(tokens(first.name)) & offices().things:
        return False
    if kinds == ("name", "office") and gap.strip() in (
        ",",
        ", the",
        ", a",
        ", its",
        ", his",
        "(",
        "(the",
        ", an",
        ", then",
        ", that country's",
    ):
        return (
            bool(
                tail.startswith((",", ".", ")", ";")) or tail == "" or not second.found.determined or gap.strip() != ","
            )
            and not first.found.office
        )
    return False


def _together(first: Pending, second: Pending) -> Pending:
    """Two stretches in apposition as one; the name comes from the one that is a name."""
    named, office = (second, first) if second.found.kind == "name" else (first, second)
    return Pending(
        named.sentence,
        named.found,
        first.start,
        second.end,
        named.name,
        named.country or office.country or office.found.country,
        (office.office if office.office != "counterpart" else "") or named.office,
        named.body or office.body,
        named.person or office.found.kind in ("office", "counterpart", "officials"),
        trailing=named is first and office.found.kind == "office",
    )
