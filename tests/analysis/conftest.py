"""Contacts made by hand between people of whom the first letter of the id tells the country."""

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from kg.model import Actor, Article, Contact, Period, Role
from kg.vocabulary import vocabulary

COUNTRIES = {"t": "TR", "i": "IR", "r": "RU", "s": "SY", "q": "QA"}


@pytest.fixture
def contact() -> Callable[..., Contact]:
    """Makes `contact("t1 i1", "2024-11-03")`: a meeting of these actors; a date may be "2024-11" or None."""
    numbers = count(1)

    def make(who: str, when: str | None = "2024-11-01", status: str = "occurred", relation: str = "met") -> Contact:
        number = next(numbers)
        term = vocabulary().relations[relation]
        first, *others = who.split()
        roles = (Role(term.subject_role, first), *(Role(term.object_role, other) for other in others))
        id_ = f"a{number:03}-00000-1"
        period = Period.of(when) if when else Period()
        return Contact(
            id_, f"contact {number}", relation, status, roles, period, None, None, ("grain",), 1, 0.9, (id_,)  # type: ignore[arg-type]
        )  # fmt: skip

    return make


@pytest.fixture
def actors() -> dict[str, Actor]:
    people = [
        Actor(f"{letter}{number}", f"{letter.upper()}{number}", "person", country)
        for letter, country in COUNTRIES.items()
        for number in range(1, 10)
    ]
    return {actor.id: actor for actor in [*people, Actor("un", "United Nations", "organization")]}


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes `article("2024-11-03", "Gazette")`."""
    numbers = count(1)

    def make(published: str | None, outlet: str | None = "Gazette") -> Article:
        number = next(numbers)
        day = date.fromisoformat(published) if published else None
        return Article(f"{number:016x}", f"{number}.txt", "", "", day, outlet)

    return make
