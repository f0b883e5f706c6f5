"""The glossary: what passes between the stages, as frozen dataclasses.

    Article ─▶ Document (NamedActor, Report) ─▶ Actor, Identity ─▶ Contact

Nothing here imports another module of kg. Keys are local names: the IRI of a report is ``rep:`` + its `id`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Status = Literal["occurred", "planned", "proposed", "cancelled", "refused", "denied", "disputed"]
ActorType = Literal["person", "organization", "country", "group", "place"]
DateBasis = Literal["stated", "inferred", "published"]


@dataclass(frozen=True, slots=True)
class Period:
    """When a contact took place: the days between which it lies, both inclusive.

    Attributes:
        not_before: first possible day, None where open.
        not_after: last possible day, None where open.
        told: exactly what the text tells, as an EDTF level 0 string ("2024-11-30", "2024-11", "2024"); None
            where no date is told.
        basis: "stated" in words, "inferred" from the tense and context, "published" where only the day of
            publication bounds it; None where nothing is known.
    """

    not_before: date | None = None
    not_after: date | None = None
    told: str | None = None
    basis: DateBasis | None = None

    @classmethod
    def of(cls, told: str, basis: DateBasis = "stated") -> "Period":
        """The period that an EDTF level 0 string ("2024", "2024-11", "2024-11-30") covers.

        Raises:
            ValueError: the string is no such date.
        """
        parts = [int(part) for part in told.split("-")]
        match parts:
            case [year]:
                return cls(date(year, 1, 1), date(year, 12, 31), told, basis)
            case [year, month]:
                following = date(year + month // 12, month % 12 + 1, 1)
                return cls(date(year, month, 1), following - timedelta(days=1), told, basis)
            case [year, month, day]:
                return cls(date(year, month, day), date(year, month, day), told, basis)
        raise ValueError(told)

    @classmethod
    def published_by(cls, day: date | None) -> "Period":
        """The period of fresh news that tells no day: it lies on or before the day of publication."""
        return cls(None, day, None, "published") if day else cls()

    @property
    def best(self) -> str | None:
        """The best day or month known, as ISO 8601: what is told, else the day of publication."""
        if self.told:
            return self.told
        return self.not_after.isoformat() if self.basis == "published" and self.not_after else None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text: character offsets, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about it. `text` is the body without the headline.

    Attributes:
        id: 16 hex digits, see `kg.articles.metadata.article_id`.
        name: what the input calls it (its given id, else the file name): for messages and `kg extract`.
        content_hash: "sha256:" and the hex digest of title and text without white-space differences.
        sketch: a sample of the text's rows of words, see `kg.articles.copies`: it tells copies of one text.
    """

    id: str
    name: str
    text: str
    title: str = ""
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    content_hash: str = ""
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor as one article has it.

    Attributes:
        id: "<article id>-<6 hex of name and country>".
        name: fullest form the article gives, without title and office.
        country: ISO 3166-1 alpha-2, upper case, or None.
        office: the office the article gives ("foreign minister"), in lower case, or None.
        forms: every surface form in the article that means this actor, in order of appearance.
    """

    id: str
    name: str
    type: ActorType
    country: str | None = None
    office: str | None = None
    forms: tuple[str, ...] = ()

    @property
    def article(self) -> str:
        """The id of the article that has it."""
        return self.id.rpartition("-")[0]


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one contact.

    Attributes:
        id: "<article id>-<5 hex of the sentence's folded text>-<n-th in that sentence>".
        subjects: ids of named actors; the caller, visitor, host, mediator, sender or summoner where the
            relation has an order, else any participants.
        objects: ids of named actors (of type place or country for the destination of a visit); empty where
            all participants stand in `subjects`.
        initiator: id of the named actor who rang, where the text says so.
        place: name of the city or venue's city, as a gazetteer has it.
        place_country: ISO 3166-1 alpha-2 of that place.
        claimed_by: whom the text names as the source, as written.
        quote: the evidence, an exact substring of the article's text or title.
        start, end: offsets of the quote in the text; None where only the title has it.
        frame: name of the rule or model that found it.
        also: further sentences of the article that tell of the same contact.
    """

    id: str
    relation: str
    status: Status
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    period: Period
    quote: str
    start: int | None
    end: int | None
    frame: str
    confidence: float
    initiator: str | None = None
    place: str | None = None
    place_country: str | None = None
    topics: tuple[str, ...] = ()
    claimed_by: str | None = None
    also: tuple[Span, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Ids of all named actors of the report, subjects first."""
        return self.subjects + self.objects


@dataclass(frozen=True, slots=True)
class Document:
    """An article as an extractor has read it.

    Attributes:
        article: the article; its text is empty where the document comes back from a store.
        extracted_by: extractor, model and lexicon with their versions.
    """

    article: Article
    actors: tuple[NamedActor, ...]
    reports: tuple[Report, ...]
    extracted_by: str

    def actor(self, id: str) -> NamedActor:  # noqa: A002
        """The named actor with this id.

        Raises:
            KeyError: there is none.
        """
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, country or group of the world: one node of the network.

    Attributes:
        id: curated slug of a known actor ("turkey"), or slug and 6 hex of a discovered one.
        names: other forms than `name`.
        known: whether it comes from `ontology/actors/` or an import.
    """

    id: str
    name: str
    type: ActorType
    country: str | None = None
    names: tuple[str, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """The judgement that a named actor is an actor, with its reason in words."""

    named: str
    actor: str
    because: str


@dataclass(frozen=True, slots=True)
class Place:
    """A city or venue's city, or a country as a destination.

    Attributes:
        id: slug of the name, followed by the country's code where a larger place has the same name; for a
            country as destination its ISO code in upper case.
    """

    id: str
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An actor in a contact; `name` is a role of the vocabulary: participant, host, guest, visitor or another."""

    name: str
    actor: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One event between actors, told by one or more reports.

    Attributes:
        id: local name of its earliest published report.
        label: the contact in one line.
        roles: every actor with its role, in the order of the earliest report.
        sources: number of independent outlets.
        reports: ids of reports, earliest published first.
        announced_in: the reports that told of it beforehand, where it occurred.
        part_of: id of the larger contact on the same day and place, if one holds all these actors.
        objects: ids of the actors on the other side, where three or more take part without an order and the
            text tells two sides ("A and B met C"): ties run between the sides only.
        rejected: the reports of it that a user has rejected; nothing of what they say stands in it.
        told_again: whether it was rejected as a whole, and is reported anew since.
        confirmed: whether a user has confirmed it.
    """

    id: str
    label: str
    relation: str
    status: Status
    roles: tuple[Role, ...]
    period: Period
    place: Place | None
    destination: Place | None
    topics: tuple[str, ...]
    sources: int
    confidence: float
    reports: tuple[str, ...]
    initiator: str | None = None
    announced_in: tuple[str, ...] = ()
    part_of: str | None = None
    objects: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    told_again: bool = False
    confirmed: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors, each once, in order."""
        return tuple(dict.fromkeys(role.actor for role in self.roles))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every unordered pair of its actors, smaller id first."""
        actors = sorted(self.actors)
        for index, one in enumerate(actors):
            for other in actors[index + 1 :]:
                yield one, other
