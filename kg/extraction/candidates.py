"""The cheap scan: which sentences have a word of contact at all. Nothing else is ever parsed."""

import re
from functools import cache

from kg.extraction.frame_table import frame_table
from kg.extraction.sentences import Sentence

_IRREGULAR = {
    "meet": "met", "speak": "spoke|spoken", "ring": "rang|rung", "fly": "flew|flown", "go": "went|gone|goes", "come": "came",
    "write": "wrote|written", "send": "sent", "sit": "sat", "hear": "heard", "see": "saw|seen", "give": "gave|given", "leave": "left",
    "drive": "drove|driven", "hold": "held", "be": "was|were|is|are|been", "throw": "threw|thrown",
}  # fmt: skip
"""Forms that the stem of a lemma does not cover."""


@cache
def _pattern() -> re.Pattern[str]:
    table = frame_table()
    forms: set[str] = set()
    for lemma in {*table.by_verb, *table.by_noun} - {"be"}:
        stem = lemma[:-1] if lemma.endswith(("e", "y")) and len(lemma) > 3 else lemma
        forms.add(re.escape(stem) + r"[\w-]*")
        if lemma in _IRREGULAR:
            forms.update(_IRREGULAR[lemma].split("|"))
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b", re.IGNORECASE)


def is_candidate(sentence: Sentence) -> bool:
    """Whether a sentence has a word that some frame begins with."""
    return bool(_pattern().search(sentence.text))
