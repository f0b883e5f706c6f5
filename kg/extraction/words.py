"""Words of a sentence with their places: the small tokens that names and offices are read from.

Apart from the parser's tokens: a hyphen or an apostrophe inside a name ("al-Assad", "N'Djamena") keeps it whole.
Characters that nobody sees (zero-width joiners, marks of direction) neither part words nor belong to them, and an
accent written as a character of its own belongs to its letter; offsets stay those of the text as written.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Characters without a form of their own, as they stand in a class of a regular expression."""
_ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
)
_INNER = rf"(?:[\w{_ACCENTS}{UNSEEN}]*[\w{_ACCENTS}])?"
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[A-Z]\.(?=\s*[A-Z])"  # an initial
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Brig|Adm|Capt|Cmdr|Sgt|Sen|Rep|Gov|Prof|Rev|Hon|Pres|Ste?)\."
    rf"|\w{_INNER}(?:[{UNSEEN}]*[-'’.&/][{UNSEEN}]*\w{_INNER})*"
    rf"|[^\w\s{_ACCENTS}{UNSEEN}]"
)
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
_CAPITAL = re.compile(r"(?:(?:al|el|as|ash|ad|ar|at|an|az|ul|ez)-|d['’]|l['’]|t['’]|’|')?[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark, as it reads. `end` leaves out a possessive ’s, which is told by `possessive`."""

    text: str
    start: int
    end: int
    possessive: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return _lower(self.text)

    @property
    def capital(self) -> bool:
        """Whether it is written like (a part of) a name: capital first, also after "al-" or "d'"."""
        return _capital(self.text)


def legible(text: str) -> str:
    """A text as it reads: without unseen characters, each accent on its letter."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


@lru_cache(maxsize=2_048)  # asked for by several readers of a sentence
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    found = []
    for match in _WORD.finditer(text):
        word, end = match.group(), match.end()
        possessive = _POSSESSIVE.search(word, max(0, len(word) - 3))
        if possessive:
            end -= len(word) - possessive.start()
            word = word[: possessive.start()]
        follows = text[match.end() : match.end() + 2]
        bare = not possessive and word[-1:] in "sz" and follows[:1] in ("'", "’") and not follows[1:].strip()
        found.append(Word(legible(word), match.start(), end, bool(possessive) or bare))
    return tuple(found)


@lru_cache(maxsize=32_768)
def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


@lru_cache(maxsize=32_768)
def _capital(word: str) -> bool:
    return bool(_CAPITAL.match(word)) and (word[0].isupper() or not word[0].islower() or any(c.isupper() for c in word))
