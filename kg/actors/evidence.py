"""What speaks for or against two spellings being one actor: one small function each.

Each takes two spellings of one block and returns a finding, or None where it has nothing to say. The first is
the one whose identity is asked for; sentences are told of it.
"""

from functools import cache

from kg.actors.alignment import align
from kg.actors.finding import Finding
from kg.actors.full_name import full_name
from kg.actors.names import PersonName
from kg.actors.spelling import sound, surname_rows
from kg.actors.spellings import Spelling
from kg.actors.words import words

_ONE_SPELLING = 0.85
"""Words at least so alike are spellings of one word, even side by side in an article."""

_NAME_AND_FATHER = 2


def countries_agree(one: str | None, other: str | None) -> bool:
    """Whether two countries can be one person's: equal, one unknown, or a state and its successor."""
    if one is None or other is None or one == other:
        return True
    after = words().successors
    return other in after.get(one, ()) or one in after.get(other, ())


def _people(one: Spelling, other: Spelling) -> tuple[PersonName, PersonName] | None:
    return (one.person, other.person) if one.person and other.person else None


def _where(one: Spelling, other: Spelling) -> str:
    return " and country" if one.country and one.country == other.country else ""


def _likeness(one: Spelling, other: Spelling) -> float:
    from rapidfuzz.distance import Levenshtein

    people = _people(one, other)
    if people and people[0].key == people[1].key and surname_rows(people[0].surname):
        return 1.0
    texts = (people[0].surname, people[1].surname) if people else (one.text, other.text)
    return Levenshtein.normalized_similarity(*texts)


# ---- for ----


def same_name(one: Spelling, other: Spelling) -> Finding | None:
    """The names are equal once case, accents, titles and particles are left out."""
    if one.text != other.text or (one.person and not one.person.full):
        return None
    return Finding(1.0, f"same name{_where(one, other)} as “{other.shown}”")


def both_surnames(one: Spelling, other: Spelling) -> Finding | None:
    """The father's and the mother's family name alone: "López Obrador" for "Andrés Manuel López Obrador"."""
    if not (people := _people(one, other)) or people[0].key != people[1].key or not _pair_of(*people, one, other):
        return None
    return Finding(0.9, f"both surnames of “{other.shown}”")


def same_surname(one: Spelling, other: Spelling) -> Finding | None:
    """One is a surname alone, and nearly the other's surname letter for letter."""
    if not (people := _people(one, other)) or (one.full and other.full) or people[0].key != people[1].key:
        return None
    return Finding(_likeness(one, other), f"same surname{_where(one, other)} as “{other.shown}”")


def known_by_form(one: Spelling, other: Spelling) -> Finding | None:
    """An article that has the fuller name gives the other beside it: "UN" for "United Nations"."""
    if one.person or other.person or one.text == other.text:
        return None
    if other.text in one.forms or one.text in other.forms:
        return Finding(0.9, f"an article gives it as another form of “{other.shown}”")
    return None


# ---- against ----


def other_country(one: Spelling, other: Spelling) -> Finding | None:
    """The countries contradict each other."""
    if countries_agree(one.country, other.country):
        return None
    return Finding(1.0, f"of another country than “{other.shown}”")


def child_by_name(one: Spelling, other: Spelling) -> Finding | None:
    """One name is the other with names before it, where fathers' names stand behind: a child's and a father's."""
    if not (one.full and other.full):
        return None
    pair = align(full_name(one.shown), full_name(other.shown))
    told, extra = pair.extra
    if not extra or extra != tuple(range(len(extra))) or len(pair.matches) < _NAME_AND_FATHER:
        return None
    countries = {one.country, other.country} - {None}
    if not (countries & words().father_behind or (not countries and _are_child_and_father(told[0], told[len(extra)]))):
        return None
    return Finding(1.0, f"by name a child or the father of “{other.shown}”")


def _are_child_and_father(one: str, other: str) -> bool:
    """Whether Arabs bear both as given names, and the first is none that is often left out: "Mohammed"."""
    first = words().given_variants.get(one, frozenset()) & words().given_variants["mohammed"]
    return not first and {sound(one), sound(other)} <= _arab_given_names()


@cache
def _arab_given_names() -> frozenset[str]:
    return frozenset(map(sound, words().arab_given_names))


def told_apart(one: Spelling, other: Spelling) -> Finding | None:
    """One article has both as two people, and the names are not mere spellings of one."""
    if not (one.full and other.full) or one.text == other.text or not one.articles & other.articles:
        return None
    pair = align(full_name(one.shown), full_name(other.shown))
    if not (pair.left or pair.right) and all(match.likeness >= _ONE_SPELLING for match in pair.matches):
        return None
    return Finding(1.0, f"an article has it beside “{other.shown}”")


def _pair_of(one: PersonName, other: PersonName, first: Spelling, second: Spelling) -> bool:
    countries = {first.country, second.country} - {None}
    if not countries or not countries <= words().double_surnames:
        return False
    shorter, longer = sorted((one.given, other.given), key=len)
    return len(shorter) == 1 < len(longer) and longer[-1] == shorter[0]
