"""Offices told of several countries at once: "the Turkish and Iranian foreign ministers", "presidents of X and Y"."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from kg.extraction.names.found import Found, Kind
from kg.extraction.names.scanning import Reader, next_found
from kg.extraction.words import words

_MOST = 12
"""Countries of the longest list, and words of the longest office, that are read as one."""
_JOINTS = frozenset({",", "and"})
_Item = tuple[int, int, str]
"""(first word, word behind, country) of one country in the list."""


def joint_offices(reader: Reader, at: int) -> tuple[list[Found], int] | None:
    """One stretch for each country, with its name where as many names stand behind; and where to go on.

    "the presidents of Chile and Norway, Ana Mera and Tor Olander," gives Mera of Chile and Olander of Norway.
    """
    behind = _countries_first(reader, at) or _countries_behind(reader, at)
    if behind is None:
        return _titled(reader, at)
    countries, office, end = behind
    kind: Kind = "counterpart" if office == "counterpart" else "office"
    if office in reader.offices.officials and office not in ("minister", "leader", "counterpart", "general"):
        kind = "officials"
    names = _names_behind(reader, end, len(countries))
    words = reader.words
    if names:
        return _bearers(reader, at, names, [country for _, _, country in countries], office), names[-1][1]
    stretches = [(words[first].start, words[last - 1].end, country) for first, last, country in countries]
    begin, stop = words[at].start, words[end - 1].end
    determined = reader.determiner(at)
    return [
        Found(kind, s, e, begin, stop, c, None, office, True, determined, plural=True) for s, e, c in stretches
    ], end


def _list(reader: Reader, at: int, look: Callable[[int], tuple[int, str] | None]) -> list[_Item]:
    """ "Turkish, Iranian and Russian": at least two, with commas and "and" between."""
    items: list[_Item] = []
    while at < len(reader.words) and len(items) < _MOST and (found := look(at)):
        items.append((at, found[0], found[1]))
        at = found[0]
        if at < len(reader.words) and reader.words[at].text == ",":
            at += 1
        if at < len(reader.words) and reader.words[at].lower == "and":
            at += 1
        if at == found[0]:
            break
        if at < len(reader.words) and reader.words[at].lower == "the":
            at += 1
    return items if len(items) > 1 else []


def _plural_office(reader: Reader, at: int) -> tuple[str, int] | None:
    """ "foreign ministers" from here: the office in the singular, and the word behind."""
    words, known = reader.words, reader.offices
    end = at
    limit = min(len(words), at + _MOST)
    while end < limit and words[end].lower in known.modifiers and words[end].lower not in _JOINTS:
        end += 1
    if end >= len(words) or not words[end].lower.endswith("s") or words[end].lower[:-1] not in known.heads:
        return None
    label = [word.lower for word in words[at:end]] + [words[end].lower[:-1]]
    return " ".join(label), end + 1


def _countries_first(reader: Reader, at: int) -> tuple[list[_Item], str, int] | None:
    countries = _list(reader, at, reader.adjective)
    if not countries:
        return None
    office = _plural_office(reader, countries[-1][1])
    if office is None:
        return None
    first, _, country = countries[-1]
    return [*countries[:-1], (first, office[1], country)], *office


def _countries_behind(reader: Reader, at: int) -> tuple[list[_Item], str, int] | None:
    office = _plural_office(reader, at)
    if office is None or office[1] + 1 >= len(reader.words) or reader.words[office[1]].lower != "of":
        return None
    inner = office[1] + 1 + (reader.words[office[1] + 1].lower == "the")
    countries = _list(reader, inner, reader.country_name)
    if not countries:
        return None
    _, last, country = countries[0]
    return [(at, last, country), *countries[1:]], office[0], countries[-1][1]


def _titled(reader: Reader, at: int) -> tuple[list[Found], int] | None:
    """ "Foreign Ministers Ana Mera and Tor Olander": the office of each, without a country."""
    office = _plural_office(reader, at)
    if office is None or office[1] >= len(reader.words) or not reader.words[office[1] - 1].capital:
        return None
    names = next((names for number in (4, 3, 2) if (names := _names_behind(reader, office[1], number))), [])
    if not names or reader.words[office[1]].text == ",":
        return None
    return _bearers(reader, at, names, [None] * len(names), office[0]), names[-1][1]


def _bearers(
    reader: Reader, at: int, names: Sequence[tuple[int, int]], countries: Sequence[str | None], office: str
) -> list[Found]:
    """Each name with its country and the office; the words from `at` on stand before the first."""
    words, found = reader.words, []
    for index, ((first, last), country) in enumerate(zip(names, countries, strict=True)):
        start, stop = words[first].start, words[last - 1].end
        whole = words[at].start if index == 0 else start
        found.append(Found("name", whole, stop, start, stop, country, None, office, True))
    return found


def _names_behind(reader: Reader, at: int, number: int) -> list[tuple[int, int]]:
    """As many names as there are countries, behind an optional comma."""
    words = reader.words
    at += at < len(words) and words[at].text == ","
    names: list[tuple[int, int]] = []
    while at < len(words) and (end := reader.name(at)):
        names.append((at, end))
        at = end
        while at < min(len(words), end + 2) and words[at].lower in _JOINTS and len(names) < number:
            at += 1
        if at == end:
            break
    return names if len(names) == number else []


@lru_cache(maxsize=2_048)  # votes are taken on the same sentences that are settled afterwards
def scan(text: str) -> tuple[Found, ...]:
    """Everything that one sentence names, left to right, without overlaps."""
    found, at, result = words(text), 0, list[Found]()
    reader = Reader(text, found)
    while at < len(found):
        joint = joint_offices(reader, at)
        if joint is not None:
            result += joint[0]
            at = joint[1]
            continue
        mention, at = next_found(reader, at)
        if mention is not None:
            result.append(mention)
    return tuple(result)
