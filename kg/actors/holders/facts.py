"""Who held which office when, as facts and by_hand.toml tell it together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any, Final

from kg.errors import DataError
from kg.gazetteer import fold
from kg.model import Period
from kg.offices import OFFICES as NAMES

OFFICES: Final = {office.replace("_", " "): office for office in NAMES}
"""Words of the facts, in lower case → individuals of `contacts.ttl`; rows of other offices are passed over."""

OTHER_POSITIONS: Final = frozenset(
    {
        ("IN", "Minister of Foreign Affairs"),  # the foreign secretary, a civil servant
        ("BE", "Secretary of State"),  # junior ministers
        ("*", "Minister of Foreign Trade"),
        ("*", "Minister of Foreign Trade and Entrepreneurship"),
        ("*", "Minister of Foreign Trade and Information Technology"),
        ("*", "Minister for Foreign Trade and Development Cooperation"),
    }
)
"""Positions that the facts take for one of the offices, by country; "*" for any."""

BY_HAND: Final = "by_hand.toml"
_KEYS: Final = {*OFFICES.values(), "names", "dropped"}
_NO_OFFICE: Final = "unknown"


@dataclass(slots=True)
class Person:
    """A person of any source; `key` is the Wikidata item, or country and folded name."""

    key: str
    labels: Counter[str] = field(default_factory=Counter)
    others: list[str] = field(default_factory=list)
    wikidata: str | None = None
    slug: str = ""

    @property
    def name(self) -> str:
        """The label most rows have."""
        return min(self.labels, key=lambda label: (-self.labels[label], label))

    @property
    def names(self) -> list[str]:
        """Its other forms."""
        return sorted({*self.labels, *self.others} - {self.name})


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office; `end` is None while it was open on the day `known_until`."""

    country: str
    office: str
    person: str
    start: str
    end: str | None
    known_until: date | None
    sources: frozenset[str]
    unchecked: bool = False
    concurrent: bool = False

    @property
    def sure(self) -> tuple[date, date]:
        """First and last day on which the person is sure to have held the office."""
        return last_day(self.start), first_day(self.end) if self.end else self.known_until or date.min

    @property
    def open_until(self) -> str:
        """The day until which an open term is known, never before its start."""
        return max(self.known_until, first_day(self.start)).isoformat() if self.known_until else ""


def told(facts: Iterable[Mapping[str, str]], by_hand: Mapping[str, Any]) -> tuple[list[Term], dict[str, Person]]:
    """All terms, in order of country, office and time, and the persons who held them, by key.

    Raises:
        DataError: a key, person or row of `by_hand` is not as it must be.
    """
    people, terms = _from_facts(facts, _dropped(by_hand))
    return list(_marked(_with_hand(people, terms, by_hand))), people


# ---- the facts ----


def _from_facts(
    facts: Iterable[Mapping[str, str]], dropped: set[tuple[str, str, str, str]]
) -> tuple[dict[str, Person], list[Term]]:
    people: dict[str, Person] = {}
    rows: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    used = set()
    for row in facts:
        country, office = row["country"], OFFICES.get(row["office"].casefold(), _NO_OFFICE)
        person = people.setdefault(row["wikidata"], Person(row["wikidata"], wikidata=row["wikidata"]))
        person.labels[row["person"]] += 1
        if office == _NO_OFFICE or {(country, row["position"]), ("*", row["position"])} & OTHER_POSITIONS:
            continue
        if (key := (country, office, row["person"], row["start"])) in dropped:
            used.add(key)
            continue
        if row["end"] and last_day(row["end"]) < first_day(row["start"]):
            continue
        snapshot = date.fromisoformat(row["snapshot"])
        source = frozenset({f"Wikidata (CC0), {row['snapshot']}"})
        until = None if row["end"] else snapshot
        rows[country, office, person.key].append(
            Term(country, office, person.key, row["start"], row["end"] or None, until, source)
        )
    if missing := dropped - used:
        raise DataError(f"{BY_HAND}: dropped rows that the facts do not have: {sorted(missing)}")
    return people, [term for key in sorted(rows) for term in _joined(rows[key])]


def _joined(terms: Iterable[Term]) -> Iterator[Term]:
    """One person's terms of one office, those that overlap or touch as one."""
    current: Term | None = None
    for term in sorted(terms, key=lambda term: (first_day(term.start), _end(term))):
        if current and first_day(term.start) <= _end(current) + timedelta(days=1):
            later = max(current, term, key=_end)
            current = replace(
                current,
                end=later.end,
                known_until=later.known_until,
                sources=current.sources | term.sources,
                unchecked=current.unchecked or term.unchecked,
            )
            continue
        if current:
            yield current
        current = term
    if current:
        yield current


def _end(term: Term) -> date:
    return last_day(term.end) if term.end else term.known_until or date.max - timedelta(days=1)


def first_day(told: str) -> date:
    """The first day that an EDTF string covers."""
    return Period.of(told).not_before or date.min


def last_day(told: str) -> date:
    """The last day that an EDTF string covers."""
    return Period.of(told).not_after or date.max


# ---- by hand ----


def _dropped(by_hand: Mapping[str, Any]) -> set[tuple[str, str, str, str]]:
    return {
        (country, office, person, start)
        for country, entry in _countries(by_hand)
        for office, person, start in entry.get("dropped", ())
    }


def _countries(by_hand: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for country, entry in by_hand.items():
        if isinstance(entry, dict):
            if unknown := set(entry) - _KEYS:
                raise DataError(f"{BY_HAND}: [{country}] has unknown keys: {', '.join(sorted(unknown))}")
            yield country, entry


def _with_hand(people: dict[str, Person], terms: Iterable[Term], by_hand: Mapping[str, Any]) -> list[Term]:
    until, shared = date.fromisoformat(by_hand["known_until"]), set(by_hand["shared"])
    posts: dict[tuple[str, str], list[Term]] = defaultdict(list)
    of_name: dict[tuple[str, str], str] = {}

    def key_of(country: str, name: str) -> tuple[str, str]:
        return ("" if name in shared else country), fold(name)

    for term in terms:
        posts[term.country, term.office].append(term)
        for label in people[term.person].labels:
            of_name[key_of(term.country, label)] = term.person
    for country, entry in _countries(by_hand):
        for office in OFFICES.values():
            for name, start, end, *known in entry.get(office, ()):
                where = key_of(country, name)
                key = of_name.setdefault(where, " ".join(where))
                person = people.setdefault(key, Person(key))
                person.labels[name] += not person.wikidata
                day = None if end else date.fromisoformat(known[0]) if known else until
                _write(posts[country, office], Term(country, office, key, start, end or None, day, frozenset()), name)
        for name, others in entry.get("names", {}).items():
            if not (key := of_name.get(key_of(country, name), "")):
                raise DataError(f"{BY_HAND}: [{country}.names] names “{name}”, who holds no office there")
            people[key].others += others
    return [term for post in posts.values() for term in _of_each(post)]


def _of_each(post: Iterable[Term]) -> Iterator[Term]:
    """The terms of one office and country, those of one person that overlap or touch as one."""
    held: dict[str, list[Term]] = defaultdict(list)
    for term in post:
        held[term.person].append(term)
    for terms in held.values():
        yield from _joined(terms)


def _write(post: list[Term], written: Term, name: str) -> None:
    """Adds a term of by_hand; one without a start goes on from the term that was open at the snapshot."""
    hand = frozenset({"general knowledge"})
    if written.start:
        post.append(replace(written, sources=hand, unchecked=True))
        return
    for place, term in enumerate(post):
        if term.person == written.person and term.end is None:
            until = written.known_until
            post[place] = replace(term, end=written.end, known_until=until, sources=term.sources | hand, unchecked=True)
            return
    raise DataError(f"{BY_HAND}: {name} has no open term as {written.office} of {written.country} in the facts")


def _marked(terms: Iterable[Term]) -> Iterator[Term]:
    """The terms in order; those that overlap another of the same office and country are marked."""
    posts: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        posts[term.country, term.office].append(term)
    for post in sorted(posts):
        held = sorted(posts[post], key=lambda term: (first_day(term.start), _end(term), term.person))
        both = {
            term
            for pair in combinations(held, 2)
            if max(one.sure[0] for one in pair) < min(one.sure[1] for one in pair)
            for term in pair
        }
        yield from (replace(term, concurrent=term in both) for term in held)
