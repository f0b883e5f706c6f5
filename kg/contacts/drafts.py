"""A contact in the making: the tellings that have come together so far, and what may still join them."""

from dataclasses import dataclass, field
from datetime import date

from kg.contacts.places import is_country
from kg.contacts.status import ANNOUNCED
from kg.contacts.tellings import Telling
from kg.model import Place


@dataclass(slots=True)
class Draft:
    """Tellings of one contact, all of the same actors.

    Attributes:
        start, end: the days between which the first of them puts the contact, or the day of its publication
            where it tells no date; None where nothing is known.
        day: the day of the contact, where it is known to the day.
        families: the families of relations that all of them share.
    """

    tellings: list[Telling]
    start: date | None
    end: date | None
    day: date | None
    families: frozenset[str]
    sides: tuple[frozenset[str], frozenset[str]] | None
    destination: Place | None
    articles: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, telling: Telling, start: date | None, end: date | None) -> "Draft":
        """A contact that this telling is the first to tell of."""
        families, articles = telling.relation.families, {telling.article.id}
        return cls([telling], start, end, telling.day, families, telling.sides, telling.destination, articles)

    @property
    def kind(self) -> tuple[frozenset[str], tuple[frozenset[str], frozenset[str]] | None, str]:
        """What it is of, beside its date: drafts of one kind are told apart by nothing but their articles."""
        return self.families, self.sides, self.destination.id if self.destination else ""

    @property
    def announced_only(self) -> bool:
        """Whether nothing but announcements tell of it."""
        return all(telling.report.status in ANNOUNCED for telling in self.tellings)

    def agrees(self, other: "Draft") -> bool:
        """Whether two drafts may be one contact as far as anything but their dates tells."""
        return (
            bool(self.families & other.families)
            and (self.sides is None or other.sides is None or self.sides == other.sides)
            and _one_destination(self, other)
            and not self.articles & other.articles
        )

    def join(self, other: "Draft") -> None:
        """Takes the tellings of another draft; the days stay those of the first."""
        self.tellings += other.tellings
        self.families &= other.families
        self.sides = self.sides or other.sides
        if self.destination is None or (other.destination and is_country(self.destination)):
            self.destination = other.destination
        self.articles |= other.articles


def _one_destination(one: Draft, other: Draft) -> bool:
    """Whether two visits may go to one place: the same, or, on one day, a city and its own country."""
    here, there = one.destination, other.destination
    if here is None or there is None or here.id == there.id:
        return (here is None) == (there is None)
    same_day = one.day is not None and one.day == other.day
    return same_day and here.country == there.country and is_country(here) != is_country(there)
