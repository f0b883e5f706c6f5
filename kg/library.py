"""A store for Python: `import kg; g = kg.open(path)`, and a method for each question of the command line.

    with kg.open(".contact-kg") as g:
        for contact in g.contacts(who="Fidan", since="2024-11-01"):
            print(contact.label)

Days are dates or strings, "2024-11-01" or "2024-11". Answers are frozen dataclasses; nothing here prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, get_args

from kg import stored
from kg.given import Day, Names, day, names, one_of
from kg.graph import Reader, open_reader, selecting
from kg.model import Actor, ActorType, Article, Contact
from kg.selection import Contacts
from kg.settings import STORE_FOLDER

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.analysis.compare import Comparison
    from kg.analysis.coverage import Coverage
    from kg.analysis.matrix import Matrix
    from kg.analysis.paths import Path as Way
    from kg.analysis.portrait import Portrait
    from kg.analysis.rank import Ranking
    from kg.analysis.rhythm import Rhythm


class Graph:
    """What a store holds, for reading; a writer may go on meanwhile, and this stays as it was when opened."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the snapshot of the store go."""
        self.reader.close()

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """All actors by id, also those without any contact."""
        return selecting.actors(self.reader)

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """All articles by id, without their texts."""
        return stored.articles(self.reader)

    def contacts(
        self,
        who: Names = (),
        *,
        relation: Names = (),
        status: Names = (),
        since: Day = None,
        until: Day = None,
        country: Names = (),
        about: Names = (),
        place: Names = (),
        min_sources: int = 0,
        min_confidence: float = 0.0,
        sort: str = "date",
        limit: int | None = None,
    ) -> Contacts:
        """The contacts that are as wanted; without arguments all.

        Args:
            who: a name or part of one; a country's name means its officials too. Of several, all took part.
            relation: such as "met"; "spoke_with" takes in calls and meetings.
            status: such as "occurred" or "planned".
            since: not before this day.
            until: not after this day.
            country: name or code of a country that took part; of several, all did.
            about: words that stand in its topics or sentences, or the name of a country.
            place: where it was or to which it went.
            min_sources: smallest number of independent outlets.
            min_confidence: smallest confidence, 0 to 1.
            sort: "date", "newest", "sources" or "confidence".
            limit: how many at most.

        Raises:
            KgError: a name means nobody or several; there is no such relation, status or order; a day is none.
        """
        from kg.queries.filters import SORTS, Wanted
        from kg.queries.finding import find

        wanted = Wanted(
            who=names(who),
            relations=frozenset(names(relation)),
            statuses=frozenset(names(status)),
            since=day(since),
            until=day(until, last=True),
            countries=names(country),
            about=names(about),
            places=names(place),
            min_sources=min_sources,
            min_confidence=min_confidence,
        )
        found = find(self.reader, wanted, one_of("order", sort, tuple(SORTS)), limit)
        return Contacts(tuple(found.contacts), self.actors, self.reader)

    def actor(self, name: str) -> Portrait:
        """All that is known of the actor whom a name means: see `kg.analysis.portrait`.

        Raises:
            KgError: nobody has such a name, or several have.
        """
        from kg.analysis.meant import one_actor
        from kg.analysis.portrait import portrait
        from kg.graph.former import named_now

        actor = one_actor(named_now(self.reader, name), self.actors, partial(selecting.is_involved, self.reader))
        own = [contact for contact in self.contacts(actor.id) if actor.id in contact.actors]
        told_in = stored.told_in(self.reader, (report for contact in own for report in contact.reports))
        return portrait(actor, own, self.articles, self.actors, stored.mentions(self.reader, actor.id), told_in)

    def timeline(
        self,
        one: str,
        other: str | None = None,
        *,
        step: str = "month",
        since: Day = None,
        until: Day = None,
        all_statuses: bool = False,
    ) -> Rhythm:
        """How often somebody had contact, with anybody or with another: see `kg.analysis.rhythm`.

        Args:
            one: a name; a country stands for its officials too.
            other: the name of the other, whom `one` is with.
            step: "month" or "week".
            since: first day.
            until: last day.
            all_statuses: counts contacts that did not take place as well, apart from the others.

        Raises:
            KgError: a name is nobody's, or may be several people's.
        """
        from kg.analysis.network import took_place
        from kg.analysis.rhythm import STEPS, rhythm

        found: Iterable[Contact] = self.contacts((one,) if other is None else (one, other), since=since, until=until)
        if not all_statuses:
            found = took_place(found)
        return rhythm(found, self.articles.values(), one_of("step", step, STEPS), day(since), day(until, last=True))

    def path(
        self, one: str, other: str, *, people: bool = True, all_statuses: bool = False, most: int = 5
    ) -> tuple[Way, ...]:
        """The shortest ways between two actors: see `kg.analysis.paths`; none where they are not joined.

        Args:
            one: a name; a country stands for its officials too.
            other: another name.
            people: whether only people may stand between the two.
            all_statuses: walks on contacts that did not take place as well.
            most: the number of ways at most.

        Raises:
            KgError: a name is nobody's, or may be several people's, or both mean the same.
        """
        from kg.analysis.paths import paths

        contacts = self._placed(None, None, all_statuses)
        return paths(contacts, self.actors, self._meant(one), self._meant(other), people=people, most=most)

    def rank(self, by: str = "contacts", *, type: str | None = None, since: Day = None, until: Day = None) -> Ranking:  # noqa: A002
        """Everybody by contacts, partners, betweenness, PageRank and brokerage: see `kg.analysis.rank`.

        Args:
            by: the measure that gives the order.
            type: lists people only, or countries, organizations, groups.
            since: first day of the contacts that count.
            until: last day.

        Raises:
            UsageError: there is no such measure or type.
        """
        from kg.analysis.rank import rank

        wanted = None if type is None else one_of("type", type, _TYPES)
        return rank(self._placed(since, until), self.actors, by, wanted)

    def matrix(self, by: str = "country", *, since: Day = None, until: Day = None) -> Matrix:
        """Who talks to whom: see `kg.analysis.matrix`.

        Args:
            by: "country" or "actor".
            since: first day of the contacts that count.
            until: last day.
        """
        from kg.analysis.groups import BY
        from kg.analysis.matrix import matrix

        return matrix(self._placed(since, until), self.actors, one_of("grouping", by, BY))

    def compare(self, since: Day, until: Day, and_since: Day, and_until: Day, *, by: str = "actor") -> Comparison:
        """Ties that are new, lost, stronger or weaker from one period to the other: see `kg.analysis.compare`.

        Args:
            since: first day of the first period, None where open.
            until: its last day.
            and_since: first day of the second period.
            and_until: its last day, None where open.
            by: whether ties are between actors ("actor") or countries ("country").

        Raises:
            UsageError: the periods share days.
        """
        from kg.analysis.compare import Span, compare
        from kg.analysis.groups import BY

        return compare(
            self._placed(None, None),
            self.articles.values(),
            self.actors,
            Span(day(since), day(until, last=True)),
            Span(day(and_since), day(and_until, last=True)),
            one_of("grouping", by, BY),
        )

    def coverage(self, since: Day = None, until: Day = None) -> Coverage:
        """How many articles were read that were published between two days, by outlet."""
        from kg.analysis.coverage import coverage

        return coverage(self.articles.values(), day(since), day(until, last=True))

    def to_networkx(self) -> nx.Graph[str]:
        """The network of all contacts that took place."""
        return self.contacts().to_networkx()

    def to_rdflib(self) -> rdflib.Graph:
        """All contacts with what belongs to them as an rdflib graph."""
        return self.contacts().to_rdflib()

    @cached_property
    def _contacts(self) -> Sequence[Contact]:
        return tuple(self.reader.contacts())

    def _meant(self, name: str) -> frozenset[str]:
        from kg.queries.names import meant

        return meant(name, self.actors)

    def _placed(self, since: Day, until: Day, all_statuses: bool = False) -> list[Contact]:
        """Contacts that may lie between two days, those that took place or all."""
        from kg.analysis.network import took_place
        from kg.queries.filters import Wanted, chosen

        wanted = Wanted(since=day(since), until=day(until, last=True))
        found = chosen(self._contacts, self.actors, wanted)
        return list(found) if all_statuses else took_place(found)


_TYPES: Final[tuple[ActorType, ...]] = get_args(ActorType)


def open(path: Path | str = STORE_FOLDER) -> Graph:  # noqa: A001
    """The store in a folder, for reading; best in a `with`, at whose end it is let go.

    Raises:
        StoreError: there is no store, or nothing was published in it yet.
    """
    return Graph(open_reader(path))
