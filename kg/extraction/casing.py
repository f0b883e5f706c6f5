"""Sentences in capitals only, read in the case that they would have been written in.

Which words are names is told from a dictionary: the lemmas that come with the parser, by part of speech.
"""

import re
from functools import cache, lru_cache

from kg.extraction.bodies import known_bodies
from kg.extraction.lexicon import irregular_forms, offices
from kg.gazetteer import fold, gazetteer

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST = 5
"""Words from which a line in capitals is a sentence rather than a name or a place of writing."""
_SMALL = frozenset(
    "a an the and or but nor of in on at by to for from with into over under near via as is was are were be been being "
    "has have had do did does will would shall should can could may might must not no it its he him his she her they "
    "them their who whom whose which that this these those there after before during since until while when where if "
    "than then also both each other against between among about amid within without through out up down off".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_ENDINGS = {"": ("",), "s": ("",), "es": ("",), "ies": ("y",), "ied": ("y",), "ed": ("", "e"), "ing": ("", "e")}
"""Endings, and what stands in the dictionary instead."""


@lru_cache(maxsize=2_048)
def as_read(text: str) -> str:
    """A sentence in capitals in the case it would have been written in, of the same length; any other as it is."""
    if any(map(str.islower, text)) or len(_LETTERS.findall(text)) < _FEWEST:
        return text
    pieces, end, before = list[str](), 0, ""
    for match in _LETTERS.finditer(text):
        word = _word(match.group(), before, text[match.end() : match.end() + 1])
        pieces += [text[end : match.start()], word]
        end, before = match.end(), word.lower()
    return "".join([*pieces, text[end:]])


def _word(word: str, before: str, following: str) -> str:
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
    bare = re.sub(r"['’]s$", "", lower)
    if following == "." and len(word) <= 2:
        return word  # U.S., J.
    if bare in _CALENDAR and bare != "may":
        return word[0] + lower[1:]
    behind_office = before in offices().heads or before in offices().honorifics
    if bare in _SMALL or bare in _ordinary() or _is_common(bare, behind_office):
        return lower
    return word if bare in _bodies() else word[0] + lower[1:]


@cache
def _ordinary() -> frozenset[str]:
    known = offices()
    listed = (known.heads, known.modifiers, known.officials, known.portfolios, known.common_bodies)
    return frozenset(part for words in listed for word in words for part in word.split()) | {
        form for forms in irregular_forms().values() for form in forms
    }


@lru_cache(maxsize=16_384)
def _is_common(word: str, behind_office: bool) -> bool:
    """Whether a dictionary has it; behind an office, where names stand, only verbs are believed ("ana" is a noun)."""
    from kg.extraction.parse import pipeline

    known = gazetteer()
    places = (known.country_of_name, known.country_of_adjective, known.country_of_seat, known.city)
    if any(look(word) for look in places) or word in _bodies():
        return False
    index = pipeline().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    stems = {word.removesuffix(e) + lemma for e, lemmas in _ENDINGS.items() if word.endswith(e) for lemma in lemmas}
    parts = [index["verb"]] if behind_office else list(index.values())
    return any(stem in lemmas for lemmas in parts for stem in stems)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(fold(form) for body in known_bodies() for form in (body.name, *body.names))
