"""Choosing contacts by who, what, when, where: pure, over the contacts of a store or of anywhere else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from kg.errors import UsageError
from kg.gazetteer import fold
from kg.model import Actor, Contact, Period, Place, Report
from kg.queries.names import country_meant, meant, words
from kg.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a contact has to be; None, 0 and empty ask for nothing.

    Attributes:
        who: names, each of which has to mean an actor of the contact, two names two actors.
        relations: names of relations; a broader one ("spoke_with", "contacted") takes in the narrower.
        statuses: names of statuses.
        since, until: days between which it may have taken place, both inclusive.
        countries: names or codes of countries that have to take part, two countries by two actors.
        about: words that have to stand in its topics or sentences; a country's name finds its people too.
        places: words of the place where it was or to which it went, or of that place's country.
        articles: ids of articles, one of which has to tell of it.
        ids: ids of contacts, of which it has to be one.
        min_sources: smallest number of independent outlets.
        min_confidence: smallest confidence, 0 to 1.
    """

    who: tuple[str, ...] = ()
    relations: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    min_sources: int = 0
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        known = vocabulary()
        _check("relation", self.relations, [*known.relations, *known.abstract])
        _check("status", self.statuses, [*known.statuses])
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"nothing lies since {self.since} and until {self.until}", "Change them round")

    @property
    def narrow_relations(self) -> frozenset[str]:
        """The relations of contacts that `relations` takes in; all where it is empty."""
        return frozenset(
            name
            for name, relation in vocabulary().relations.items()
            if not self.relations or self.relations & {name, *relation.broader}
        )


class Choice:
    """What is wanted, with every name made out among the actors there are.

    Attributes:
        who: for each name the ids of the actors it means.
        countries: for each country the ids of its actors.
    """

    def __init__(self, wanted: Wanted, actors: Mapping[str, Actor], seen: Callable[[str], bool] | None = None) -> None:
        self.wanted = wanted
        self.who = [meant(name, actors, seen) for name in wanted.who]
        self.countries = [country_meant(name, actors) for name in wanted.countries]
        self._relations = wanted.narrow_relations
        self._about = [Theme(each) for each in wanted.about]

    def fits(self, contact: Contact, sentence: Callable[[str], str]) -> bool:
        """Whether the contact is as wanted.

        Args:
            contact: any contact.
            sentence: the sentence of a report, by its id; asked only where `about` is wanted.
        """
        wanted = self.wanted
        return (
            contact.relation in self._relations
            and (not wanted.ids or contact.id in wanted.ids)
            and (not wanted.statuses or contact.status in wanted.statuses)
            and contact.sources >= wanted.min_sources
            and contact.confidence >= wanted.min_confidence
            and lies_between(contact.period, wanted.since, wanted.until)
            and _each_another(self.who, contact.actors)
            and _each_another(self.countries, contact.actors)
            and all(any(is_at(where, at) for where in _places(contact)) for at in wanted.places)
            and (not wanted.articles or any(article_of(each) in wanted.articles for each in contact.reports))
            and all(theme.stands_in(_told(contact, sentence)) for theme in self._about)
        )


class Theme:
    """What a contact may be about: words that all stand in a text, or the name of a country in any form."""

    def __init__(self, text: str) -> None:
        self._ways = _ways(text)
        self._marks = [max(way, key=len, default="") for way in self._ways]

    def touches(self, text: str) -> bool:
        """Whether the text could be one of those that tell of it: a quick look, for sorting out."""
        folded = fold(text).replace("'", "")
        return any(mark in folded for mark in self._marks)

    def stands_in(self, texts: Iterable[str]) -> bool:
        """Whether the texts together tell of it."""
        found = frozenset().union(*(_stems(text) for text in texts))
        return any(way <= found for way in self._ways)


def chosen(
    contacts: Iterable[Contact],
    actors: Mapping[str, Actor],
    wanted: Wanted,
    reports: Mapping[str, Report] | None = None,
) -> Iterator[Contact]:
    """The contacts that are as wanted.

    Args:
        contacts: where to choose from.
        actors: every actor by id.
        wanted: what they have to be.
        reports: every report by id, whose sentences `wanted.about` looks at; without them only at the topics.

    Raises:
        QueryError: a name means nobody, or could mean several.
    """
    choice = Choice(wanted, actors)

    def sentence(report: str) -> str:
        return reports[report].quote if reports and report in reports else ""

    return (contact for contact in contacts if choice.fits(contact, sentence))


def lies_between(period: Period, since: date | None, until: date | None) -> bool:
    """Whether something of this period may lie between two days.

    A period with no last day has no place in time, and lies nowhere once a bound is asked for.
    """
    if since is None and until is None:
        return True
    last = period.not_after
    if last is None:
        return False
    return (since is None or last >= since) and (until is None or (period.not_before or last) <= until)


def is_at(place: Place, wanted: str) -> bool:
    """Whether a place has all these words in its name, or lies in the country of that name or code."""
    asked = words(wanted)
    if asked and asked <= words(place.name):
        return True
    return place.country is not None and place.country == _country(wanted)


def article_of(report: str) -> str:
    """The id of the article in which a report stands."""
    return report.rsplit("-", 2)[0]


def first_day(period: Period) -> date:
    """The day by which a period is put in order; without any it comes last."""
    return period.not_before or period.not_after or date.max


Sorter = Callable[[str, Period, int, float], Any]

SORTS: Final[dict[str, Sorter]] = {
    "date": lambda id_, period, _sources, _confidence: (first_day(period), id_),
    "newest": lambda id_, period, _sources, _confidence: (
        -first_day(period).toordinal() if period.not_before or period.not_after else 1,
        id_,
    ),
    "sources": lambda id_, period, sources, _confidence: (-sources, first_day(period), id_),
    "confidence": lambda id_, period, _sources, confidence: (-confidence, first_day(period), id_),
}
"""Name of an order → the key of a contact in it, from its id, period, number of sources and confidence."""

WEIGHED: Final = frozenset(["sources", "confidence"])
"""Orders for which sources and confidence count; all others go by days alone."""


def in_order(contacts: Iterable[Contact], sort: str = "date") -> list[Contact]:
    """The contacts in one of the orders of `SORTS`."""
    key = SORTS[sort]
    return sorted(contacts, key=lambda each: key(each.id, each.period, each.sources, each.confidence))


def _places(contact: Contact) -> Iterator[Place]:
    return (place for place in (contact.place, contact.destination) if place)


def _told(contact: Contact, sentence: Callable[[str], str]) -> Iterator[str]:
    yield from contact.topics
    yield from map(sentence, contact.reports)


@cache
def _country(name: str) -> str | None:
    from kg.gazetteer import gazetteer

    known = gazetteer()
    by_code = known.country(name) if len(name) == 2 else None
    return by_code.code if by_code else known.country_of_name(name)


def _ways(text: str) -> list[frozenset[str]]:
    """The sets of words of which one has to stand in a text that is about something."""
    from kg.gazetteer import gazetteer

    code = _country(text)
    country = gazetteer().country(code) if code else None
    if country is None:
        return [_stems(text)]
    return [way for form in (country.name, *country.names, *country.adjectives) if (way := _stems(form))]


def _stems(text: str) -> frozenset[str]:
    """Its words without the s of a plural: who asks for "sanction" means sanctions."""
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words(text))


def _each_another(fitting: list[frozenset[str]], actors: tuple[str, ...]) -> bool:
    """Whether every set can be given an actor of its own."""
    if not fitting:
        return True
    return any(
        _each_another(fitting[1:], tuple(other for other in actors if other != actor))
        for actor in actors
        if actor in fitting[0]
    )


def _check(kind: str, given: Iterable[str], known: list[str]) -> None:
    for name in given:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, 1, 0.5)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise UsageError(f"there is no {kind} “{name}”", f"{hint}There are: {', '.join(known)}")
