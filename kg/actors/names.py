"""A name taken apart: given names, surname, what comes behind; titles and particles left out."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.actors.scripts import romanised, script_of
from kg.actors.spelling import latin, servant, surname_key
from kg.actors.words import words
from kg.gazetteer import fold

_ATTACHED = re.compile(r"\bal(?=\w{3})")
_NUMERAL = re.compile(r"\b[IVX]+\b")
_PARTICLE_AND_NAME = 2
_SUFFIXES = {"junior": "jr", "senior": "sr"}
_ARTICLE = re.compile(r"^(the|al|el)\s+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name for comparing.

    Attributes:
        given: given names and middle names in order, initials as single letters.
        surname: the last part of the family name, or the father's name in a dynasty.
        family: further parts of the family name ("samba" of "Samba-Panza", "nahyan" of
            "bin Zayed Al Nahyan").
        suffix: "jr", "ii" or empty.
        key: what all spellings of the surname share.
    """

    given: tuple[str, ...]
    surname: str
    family: tuple[str, ...]
    suffix: str
    key: str

    @property
    def full(self) -> bool:
        """Whether a given name or initial is told beside the surname."""
        return bool(self.given)

    @property
    def fullness(self) -> tuple[int, int, int]:
        """How much the name tells: given names, initials too, further parts of the family name."""
        return sum(len(part) > 1 for part in self.given), len(self.given), len(self.family)


def _initials(word: str) -> list[str]:
    """Splits initials: "B.J." and "BJ" are two initials, "II" is a numeral."""
    letters = word.replace(".", "")
    if letters.isupper() and letters.isalpha():
        dotted = "." in word and len(letters) <= 3
        if dotted or (len(letters) == 2 and letters.lower() not in words().numerals | words().particles):
            return list(letters)
    return [word]


def _words_of(name: str) -> list[list[str]]:
    """The words of a name in folded Latin letters, each as the list of its hyphened parts."""
    abjad = script_of(name) == "abjad"
    name = _given_first(romanised(name))
    if abjad:
        name = _ATTACHED.sub("", name)
    spread = [
        part for word in name.replace(",", " ").split() for part in (_initials(word) if not name.isupper() else [word])
    ]
    folded = [re.split(r"[-‐‑–—]+", latin(word)) for word in spread]
    cleaned = [[re.sub(r"\W+", "", part) for part in parts] for parts in folded]
    return [kept for parts in cleaned if (kept := [part for part in parts if part])]


def _given_first(name: str) -> str:
    """Turns "Lavrov, Sergey" round; "Biden, Jr." stays."""
    family, comma, given = name.partition(",")
    if not comma or given.strip(" .").lower() in words().suffixes:
        return name
    return f"{given.strip()} {family}"


def _bare(told: list[list[str]], numeral: bool) -> tuple[list[list[str]], str, bool]:
    """A name without titles, realm and numeral; the numeral or suffix; whether it is a ruler's given name."""
    ruler, suffix = False, ""
    for index, word in enumerate(told):
        if index and word == ["of"]:  # "Abdullah II of Jordan"
            told, ruler = told[:index], True
            break
    while len(told) > 1 and len(told[0]) == 1 and told[0][0] in words().titles:
        ruler = ruler or told[0][0] in words().titles_of_given_names
        told = told[1:]
    if (
        len(told) > 1
        and len(told[-1]) == 1
        and told[-1][0] in words().suffixes | (words().numerals if numeral else set())
    ):
        ruler = ruler or told[-1][0] in words().numerals
        suffix = _SUFFIXES.get(told[-1][0], told[-1][0])
        told = told[:-1]
    return told, suffix, ruler


def _joined_servants(told: list[list[str]]) -> list[list[str]]:
    """Makes "Abdul Rahman", "Abdel-Fattah" one part each, for "Abdulrahman" is written as often."""
    flat = [(part, number) for number, parts in enumerate(told) for part in parts]
    joined: list[tuple[str, int]] = []
    pending = False
    for position, (part, number) in enumerate(flat):
        last = position == len(flat) - 1
        if pending and part in ("al", "el", "ul") and not last:
            continue
        if pending:
            joined[-1] = ("abd" + part, joined[-1][1])
            pending = False
        elif re.fullmatch(r"abd([aeiou]l)?", part) and not last:
            joined.append(("abd", number))
            pending = True
        else:
            joined.append((servant(part), number))
    grouped: dict[int, list[str]] = {}
    for part, number in joined:
        grouped.setdefault(number, []).append(part)
    return list(grouped.values())


def _family_first(told: list[list[str]], country: str | None) -> bool:
    first, last = told[0], told[-1]
    known_first = len(first) == 1 and first[0] in words().family_names
    known_last = len(last) == 1 and last[0] in words().family_names
    if country in words().family_first:
        return known_first or not known_last
    if country is not None or not known_first or known_last or len(told) == 1:
        return False
    return len(told) > _PARTICLE_AND_NAME or len(last) > 1 or first[0] not in words().particles  # "Le Drian"


@lru_cache(maxsize=200_000)
def person_name(name: str, country: str | None = None) -> PersonName:
    """Takes a person's name apart. The country tells whether the family name stands first ("Xi Jinping")."""
    numeral = bool(_NUMERAL.search(name))  # "Pius XI", not "Jinping Xi"
    told, suffix, ruler = _bare(_words_of(name), numeral)
    if not told:
        plain = latin(name) or name
        return PersonName((), plain, (), suffix, plain)
    if _family_first(told, country):
        surname = "".join(told[0])
        joined = "".join(part for parts in told[1:] for part in parts)
        return PersonName((joined,) if joined else (), surname, (), suffix, surname_key(surname))
    given, surname, family = _given_and_family(_joined_servants(told), country)
    if ruler and not given and len(told) == 1:
        given = (surname,)
    return PersonName(given, surname, family, suffix, surname_key(surname))


def _given_and_family(told: list[list[str]], country: str | None) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    flat = [part for parts in told for part in parts]
    if fathers := [i for i, part in enumerate(flat[:-1]) if i and part in words().patronymic]:
        lineage = [part for part in flat[fathers[0] + 1 :] if part not in words().particles]
        if lineage and (len(lineage) == 1 or lineage[-1] in words().dynasties or len(fathers) > 1):
            given = tuple(part for part in flat[: fathers[0]] if part not in words().particles)
            return given, lineage[0], tuple(part for part in lineage[1:] if part in words().dynasties)
    spare = words().given_in_english if country in words().english and len(told) > 1 else frozenset[str]()
    kept = [
        [part for part in parts if part not in words().particles or (number == 0 and parts == [part] and part in spare)]
        for number, parts in enumerate(told)
    ]
    kept = [parts for parts in kept if parts] or [[flat[-1]]]
    *before, last = kept
    return tuple(part for parts in before for part in parts), last[-1], tuple(last[:-1])


@lru_cache(maxsize=200_000)
def organisation_name(name: str) -> str:
    """An organisation's or group's name for comparing: "The U.N. Congress" → "united nations congress"."""
    plain = re.sub(r"[^\w\s]+", " ", re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", latin(name)))
    plain = _ARTICLE.sub("", " ".join(plain.split()))
    return " ".join(words().organisation_words.get(word, word) for word in plain.split()) or fold(name)


def acronym(folded: str) -> str:
    """The initials of a name of several words ("united nations" → "un"); a single word is its own."""
    parts = [part for part in folded.split() if part not in ("of", "the", "and", "for", "in", "on")]
    return "".join(part[0] for part in parts) if len(parts) > 1 else "".join(parts)
