"""Who held an office: questions in words, answered from the terms of countries' and organisations' offices.

ask("foreign minister of Turkey", on="2015-05-01").holder is Mevlüt Çavuşoğlu.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.actors.heads import HEAD, body_of, heads
from kg.errors import UsageError
from kg.model import Period
from kg.office_holders import Holder, Holders, Holding, holders
from kg.office_words import words
from kg.offices import OfficeName, country_of, office_of

_DAY: Final = re.compile(r"\+?(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_UNKNOWN: Final = re.compile(r"-00")
"""A month or day that Wikidata writes so where it knows none."""
_SHOWN: Final = 80
"""Characters of a text that a message repeats."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who held an office through a day, a month or a year.

    Attributes:
        found: the terms of those who are known to have held it all the time; several only where they did at once.
        doubtful: of those who perhaps did, where nobody is known to.
    """

    found: tuple[Holding, ...] = ()
    doubtful: tuple[Holding, ...] = ()

    @property
    def holder(self) -> Holder | None:
        """The one who alone is known to have held it."""
        people = {term.person for term in self.found}
        return people.pop() if len(people) == 1 else None

    @property
    def why(self) -> str:
        """What the answer rests on."""
        if self.holder:
            (term, *_) = self.found
            return f"in office {term.start} to {term.end or f'at least {term.known_until}'} ({', '.join(term.sources)})"
        if self.found:
            return f"several at once: {', '.join(term.person.name for term in self.found)}"
        if not self.doubtful:
            return "not known"
        told = (
            f"{term.person.name}, who held it on {term.known_until}" if term.known_until else term.person.name
            for term in self.doubtful
        )
        return f"not known; perhaps {' or '.join(told)}"


@dataclass(frozen=True, slots=True)
class Post:
    """An office of one country or organisation.

    Attributes:
        of: ISO 3166-1 alpha-2 code, or the organisation's name.
        generic: told as the leader of the government, whatever the title: a president too.
    """

    office: OfficeName
    of: str
    generic: bool = False


def ask(office: str, country: str | None = None, on: str | None = None) -> Answer:
    """Who held an office.

    Args:
        office: such as "Turkish foreign minister", "NATO secretary general".
        country: country or organisation where `office` names none, by name, adjective or ISO code.
        on: a day, month or year (ISO 8601); everyone who ever held it where None.

    Raises:
        UsageError: there is no such office or country, or `on` is no such date.
    """
    post = post_meant(office, country)
    if on is None:
        return Answer(_table(post.office).who(post.office, post.of))
    period = period_of(on)
    answer = _through(post, period)
    if not answer.found and post.generic and _president_governs(post.of, period):
        return _through(Post("head_of_state", post.of), period)
    return answer


def post_meant(text: str, country: str | None = None) -> Post:
    """The office of a country or organisation that is meant.

    Raises:
        UsageError: there is none such.
    """
    code = country_of(country) if country else None
    found = office_of(text, code)
    if found and found.country:
        return Post(found.name, found.country, found.generic)
    if body := body_of(text, None if code else country):
        return Post(HEAD, body)
    if country and not code:
        raise UsageError(f"there is no country “{country}”", "Give its name or ISO code, such as TR")
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    what = f"no country is told for the office “{shown}”" if found else f"“{shown}” is no office that is known"
    raise UsageError(what, 'Such as "foreign minister of Turkey", "UN secretary-general"')


def period_of(told: str, name: str = "date") -> Period:
    """A day, month or year, as ISO 8601 or Wikidata ("2015-05-00") write it.

    Raises:
        UsageError: it is none.
    """
    try:
        if not (found := _DAY.fullmatch(_UNKNOWN.sub("", told.strip()))):
            raise ValueError(told)
        return Period.of(found[1])
    except ValueError as error:
        raise UsageError(f"{name} cannot be “{told}”", "It takes YYYY-MM-DD, YYYY-MM or YYYY") from error


def _table(office: OfficeName) -> Holders:
    return heads() if office == HEAD else holders()


def _through(post: Post, period: Period) -> Answer:
    """Who held it through the whole period, and where nobody is known to, who perhaps did."""
    table = _table(post.office)
    first, last = period.not_before or date.min, period.not_after or date.min
    at_first, at_last = (table.who(post.office, post.of, day) for day in (first, last))
    if found := tuple(term for term in at_first if term in at_last):
        return Answer(found)
    perhaps = (*at_first, *at_last, *table.perhaps(post.office, post.of, first))
    return Answer(doubtful=tuple(dict.fromkeys(perhaps)))


def _president_governs(country: str, period: Period) -> bool:
    since = words().governs.get(country)
    return since is not None and period.not_before is not None and since <= period.not_before
