"""Words of a sentence with their places: the small tokens that names and offices are read from.

Apart from the parser's tokens: a hyphen or an apostrophe inside a name ("al-Assad", "N'Djamena") keeps it whole.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[A-Z]\.(?=\s*[A-Z])"  # an initial
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Brig|Adm|Capt|Cmdr|Sgt|Sen|Rep|Gov|Prof|Rev|Hon|Pres|St)\."
    r"|\w+(?:[-'’.&/]\w+)*"
    r"|[^\w\s]"
)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark. `end` leaves out a possessive ’s, which is told by `possessive`."""

    text: str
    start: int
    end: int
    possessive: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        """Whether it is written like (a part of) a name: capital first, also after "al-" or "d'"."""
        return bool(
            re.match(r"(?:(?:al|el|as|ash|ad|ar|at|an|az|ul|ez)-|d['’]|l['’]|t['’]|’|')?[^\W\d_a-z]", self.text)
        ) and (self.text[0].isupper() or not self.text[0].islower() or any(c.isupper() for c in self.text))


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        possessive = _POSSESSIVE.search(word)
        if possessive:
            word = word[: possessive.start()]
        follows = text[match.end() : match.end() + 2]
        bare = not possessive and word[-1:] in "sz" and follows[:1] in ("'", "’") and not follows[1:].strip()
        found.append(Word(word, match.start(), match.start() + len(word), bool(possessive) or bare))
    return tuple(found)
