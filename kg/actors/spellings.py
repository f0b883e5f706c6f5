"""Named actors of one name and country, taken together before anything is compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from kg.actors.alignment import pet_names
from kg.actors.full_name import full_name
from kg.actors.likeness import opening
from kg.actors.names import PersonName, organisation_name, person_name
from kg.actors.words import words
from kg.model import NamedActor

_ANY = frozenset([""])
_TWO_SOUNDS = "jy"


@lru_cache(maxsize=200_000)
def _openings(shown: str, person: PersonName) -> frozenset[str]:
    found = set()
    for word in (*person.given, *person.family) or full_name(shown).words:
        if word[0] in _TWO_SOUNDS:  # "Yusuf", "Jusuf", "Joseph"
            found |= {opening("a"), opening("s")}
        found |= {opening(word), *(f"row {row}" for row in words().given_variants.get(word, ()))}
        found |= {f"called {name}" for name in (word, *pet_names(word))}
    return frozenset(found)


@dataclass(frozen=True, eq=False)
class Spelling:
    """All named actors of one block whose names fold to the same and whose countries are equal.

    Attributes:
        text: the folded name; `shown` is how a sentence shows it.
        person: the parts of a person's name; None for an organisation, group or country.
        forms: every other folded form that their articles give.
        years: in which the articles that tell it were published, as far as known.
        born: when the person was born, as ISO 8601 as far as known; empty where it is not.
        offices: that the articles give, in lower case.
        sentences: that name it, where they are at hand.
    """

    text: str
    shown: str
    person: PersonName | None
    country: str | None
    members: tuple[NamedActor, ...]
    articles: frozenset[str]
    forms: frozenset[str]
    years: frozenset[int]
    born: str = ""
    offices: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()

    @cached_property
    def full(self) -> bool:
        """Whether it is a person's name of given name and surname."""
        return self.person is not None and (self.person.full or len(full_name(self.shown).words) > 1)

    @cached_property
    def openings(self) -> frozenset[str]:
        """By what those are found that could be the same: how its names beside the surname begin, or mean."""
        return _openings(self.shown, self.person) if self.person and self.full else _ANY

    @property
    def alone(self) -> bool:
        """Whether it says too little to be one actor in two articles: a surname, "the army" of no country."""
        if self.country:
            return False
        return not self.person.full if self.person else set(self.text.split()) <= words().common_bodies

    @property
    def level(self) -> tuple[bool, bool, int, int, int]:
        """Order of comparing: surnames alone after full names, no country after countries, fuller first."""
        if self.person is None:
            return False, self.country is None, -len(self.text.split()), 0, 0
        names, initials, family = self.person.fullness
        return not self.person.full, self.country is None, -names, -initials, -family

    def apart(self) -> list["Spelling"]:
        """One spelling for each of its named actors."""
        return [replace(self, members=(actor,), articles=frozenset({actor.article})) for actor in self.members]


def spellings_of(named: Iterable[NamedActor], published: Mapping[str, date | None]) -> list[Spelling]:
    """The spellings of a block, in an order that does not depend on the input's.

    A surname alone is taken year by year: in another year it may be another's.
    """
    groups: dict[tuple[str, str, int], list[NamedActor]] = defaultdict(list)
    for actor in named:
        text, year = organisation_name(actor.name), 0
        if actor.type == "person":
            name = person_name(actor.name, actor.country)
            whole = full_name(actor.name)
            text = " ".join((*whole.words, whole.suffix)).strip() or text
            day = published.get(actor.article)
            year = day.year if day and not name.full else 0
        groups[text, actor.country or "", year].append(actor)
    spellings = [_spelling(text, members, published) for (text, _, _), members in groups.items()]
    return sorted(spellings, key=lambda s: (s.level, s.text, s.country or "", sorted(s.years), s.members[0].id))


def _spelling(text: str, members: list[NamedActor], published: Mapping[str, date | None]) -> Spelling:
    members.sort(key=lambda actor: actor.id)
    first = members[0]
    articles = frozenset(actor.article for actor in members)
    return Spelling(
        text=text,
        shown=max((actor.name for actor in members), key=lambda name: (len(name), name)),
        person=person_name(first.name, first.country) if first.type == "person" else None,
        country=first.country,
        members=tuple(members),
        articles=articles,
        forms=frozenset(organisation_name(form) for actor in members for form in actor.forms),
        offices=frozenset(actor.office for actor in members if actor.office),
        years=frozenset(day.year for article in articles if (day := published.get(article))),
    )
