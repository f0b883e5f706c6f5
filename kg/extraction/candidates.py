"""The cheap scan: which sentences have a word of contact at all. No other is read for contacts."""

import re
from functools import cache

from kg.extraction.frame_table import frame_table
from kg.extraction.lexicon import irregular_forms
from kg.extraction.sentences import Sentence
from kg.extraction.words import legible

_BEING = r"\b(?:is|was|are|were|be|been)\s+(?:\w+\s+){0,3}in\s+(?:the\s+)?[^\W\d_a-z]"
""""is due in Oslo": "be" alone tells nothing."""
_VOWELS = "aeiou"


def verb_forms(verb: str) -> frozenset[str]:
    """All forms of an English verb: "travel" → travels, travelled, traveled, travelling, traveling; "meet" → met."""
    past = irregular_forms().get(verb, ())
    stems = {verb}
    single = verb[-2] in _VOWELS and verb[-3:-2] not in tuple(_VOWELS)
    if verb[-1] not in "wxy" + _VOWELS and (single or verb.endswith("ial")):
        stems.add(verb + verb[-1])  # "chatted"; some verbs take both
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        forms = {verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("e"):
        forms = {verb + "d", verb + "ing"}
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        forms = {verb[:-1] + "ied", verb + "ing"}
    else:
        forms = {stem + ending for stem in stems for ending in ("ed", "ing")}
    return frozenset({verb, plural_form(verb), *forms, *past})


def plural_form(word: str) -> str:
    """ "party" → "parties", "lunch" → "lunches": the plural of a noun, and a verb with "he" and "she"."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


@cache
def _pattern() -> re.Pattern[str]:
    table = frame_table()
    forms = {form for verb in table.by_verb if verb != "be" for form in verb_forms(verb)}
    forms |= {form for noun in table.by_noun for form in (noun, plural_form(noun))}
    listed = "|".join(re.escape(form) for form in sorted(forms))
    return re.compile(rf"\b(?i:{listed})\b|{_BEING}")


def is_candidate(sentence: Sentence) -> bool:
    """Whether a sentence has a word that some frame begins with."""
    return bool(_pattern().search(legible(sentence.text)))
