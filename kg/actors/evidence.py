"""What speaks for or against two spellings being one actor: one small function each.

Each takes two spellings of one block and returns a finding, or None where it has nothing to say. The first is
the one whose identity is asked for; sentences are told of it.
"""

from dataclasses import dataclass

from kg.actors.names import PersonName
from kg.actors.spelling import initial_of, same_given, surname_rows
from kg.actors.spellings import Spelling
from kg.actors.words import words


@dataclass(frozen=True, slots=True)
class Finding:
    """A score, from 0 to 1, and the reason as the end of a sentence."""

    score: float
    because: str


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


def spelled_otherwise(one: Spelling, other: Spelling) -> Finding | None:
    """Part for part, the full names are spellings of one another: "Abbas Araqchi", "Abbas Araghchi"."""
    if not (people := _people(one, other)) or one.text == other.text:
        return None
    if not one_spelling(*people):
        return None
    return Finding(0.5 + 0.5 * _likeness(one, other), f"another spelling of “{other.shown}”")


def fuller_name(one: Spelling, other: Spelling) -> Finding | None:
    """One full name has all given names of the other, in order, and more; or its initials."""
    if not (people := _people(one, other)) or not (people[0].full and people[1].full):
        return None
    if one_spelling(*people) or not _contained(*people):
        return None
    return Finding(0.3 + 0.6 * _likeness(one, other), f"same names in order{_where(one, other)} as “{other.shown}”")


def both_surnames(one: Spelling, other: Spelling) -> Finding | None:
    """The father's and the mother's family name alone: "López Obrador" for "Andrés Manuel López Obrador"."""
    if not (people := _people(one, other)) or not _pair_of(*people, one, other):
        return None
    return Finding(0.9, f"both surnames of “{other.shown}”")


def same_surname(one: Spelling, other: Spelling) -> Finding | None:
    """One is a surname alone, and nearly the other's surname letter for letter."""
    if not (people := _people(one, other)) or (people[0].full and people[1].full):
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


def other_given_name(one: Spelling, other: Spelling) -> Finding | None:
    """Both full names have given names, and they are not those of one person: brothers, namesakes."""
    if not (people := _people(one, other)) or not (people[0].full and people[1].full):
        return None
    if one_spelling(*people) or _contained(*people) or _pair_of(*people, one, other):
        return None
    return Finding(1.0, f"another given name than “{other.shown}”")


def other_suffix(one: Spelling, other: Spelling) -> Finding | None:
    """Only one is "Jr." or "II", or they are so otherwise: father and son."""
    if not (people := _people(one, other)) or people[0].suffix == people[1].suffix:
        return None
    if "" in (people[0].suffix, people[1].suffix) and not (people[0].full and people[1].full):
        return None
    return Finding(1.0, f"another generation than “{other.shown}”")


def other_family(one: Spelling, other: Spelling) -> Finding | None:
    """Both tell a further family name, and not the same."""
    if not (people := _people(one, other)):
        return None
    mine, theirs = people[0].family, people[1].family
    if not mine or not theirs or mine == theirs:
        return None
    return Finding(1.0, f"of another family than “{other.shown}”")


def told_apart(one: Spelling, other: Spelling) -> Finding | None:
    """One article has both as two people, and the names are not mere spellings of one."""
    if not (people := _people(one, other)) or not (people[0].full and people[1].full):
        return None
    if one.text == other.text or one_spelling(*people) or not one.articles & other.articles:
        return None
    return Finding(1.0, f"an article has it beside “{other.shown}”")


# ---- what they ask of two people's names ----


def one_spelling(one: PersonName, other: PersonName) -> bool:
    """Whether two full names of one key are the same names, part for part."""
    return (
        one.full
        and len(one.given) == len(other.given)
        and all(same_given(a, b) for a, b in zip(one.given, other.given, strict=True))
    )


def _contained(one: PersonName, other: PersonName) -> bool:
    """Whether the given names of the shorter stand in the longer in order, the first first.

    A middle initial stands for its place: "George W. Bush" is not contained in "George H. W. Bush".
    """
    shorter, longer = sorted((one.given, other.given), key=len)
    if not _fits(shorter[0], longer[0]):
        return False
    if any(len(part) == 1 for part in (*shorter[1:], *longer[1 : len(shorter)])):
        return all(_fits(a, b) for a, b in zip(shorter, longer, strict=False))
    rest = iter(longer[1:])
    return all(any(_fits(part, candidate) for candidate in rest) for part in shorter[1:])


def _fits(one: str, other: str) -> bool:
    return same_given(one, other) or initial_of(one, other)


def _pair_of(one: PersonName, other: PersonName, first: Spelling, second: Spelling) -> bool:
    countries = {first.country, second.country} - {None}
    if not countries or not countries <= words().double_surnames:
        return False
    shorter, longer = sorted((one.given, other.given), key=len)
    return len(shorter) == 1 < len(longer) and longer[-1] == shorter[0]
