"""The cheap scan: which sentences have a word of contact at all. Nothing else is ever parsed."""

import re
from functools import cache

from kg.extraction.frame_table import frame_table
from kg.extraction.lexicon import irregular_forms
from kg.extraction.sentences import Sentence

_BEING = r"\b(?:is|was|are|were|be|been)\s+(?:\w+\s+){0,3}in\s+(?:the\s+)?[^\W\d_a-z]"
""""is due in Oslo": "be" alone tells nothing."""


@cache
def _pattern() -> re.Pattern[str]:
    table, irregular = frame_table(), irregular_forms()
    forms: set[str] = set()
    for lemma in {*table.by_verb, *table.by_noun} - {"be"}:
        stem = lemma[:-1] if lemma.endswith(("e", "y")) and len(lemma) > 3 else lemma
        forms.add(re.escape(stem) + r"[\w-]*")
        forms.update(map(re.escape, irregular.get(lemma, ())))
    return re.compile(rf"\b(?i:{'|'.join(sorted(forms))})\b|{_BEING}")


def is_candidate(sentence: Sentence) -> bool:
    """Whether a sentence has a word that some frame begins with."""
    return bool(_pattern().search(sentence.text))
