"""What every format is written from: the chosen contacts with their actors and reports."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from kg.export.source import Source
from kg.model import Actor, Article, Contact, Document, Report
from kg.queries.filters import Wanted, chosen
from kg.vocabulary import vocabulary

Unit = Literal["actor", "country"]
Every = Literal["week", "month", "quarter", "year"]
Table = Literal["contacts", "reports", "actors"]

LeftOut = Counter[str]
"""Why contacts are left out of a file → how many."""

NOT_HELD = "did not take place"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks of an export, besides file and format.

    Attributes:
        layer: a name of `kg.export.LAYERS`.
        wanted: which contacts; None for all.
        quotes: whether sentences of articles are written.
        table: which table, of formats that hold one a file.
        unit: who is counted, of formats that count by period.
        every: how long a period is.
        zeros: whether pairs without a contact in a period have a row too.
        sort: whether lines of N-Quads come sorted.
    """

    layer: str = "contacts"
    wanted: Wanted | None = None
    quotes: bool = True
    table: Table = "contacts"
    unit: Unit = "actor"
    every: Every = "month"
    zeros: bool = False
    sort: bool = False


class Material:
    """The chosen part of a source; each thing is looked up once, and only if a format needs it."""

    def __init__(self, source: Source, asked: Asked) -> None:
        self.source = source
        self.asked = asked

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """All actors by id."""
        return self.source.actors()

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The chosen contacts in order of their ids."""
        found = self.source.contacts()
        wanted = self.asked.wanted
        if wanted is not None:
            reports = None
            if wanted.about:
                documents = self.source.documents()
                reports = {report.id: report for document in documents for report in document.reports}
            found = chosen(found, self.actors, wanted, reports)
        return tuple(sorted(found, key=lambda contact: contact.id))

    @cached_property
    def held(self) -> tuple[Contact, ...]:
        """Those of the chosen contacts that took place."""
        return tuple(contact for contact in self.contacts if vocabulary().statuses[contact.status].realised)

    @cached_property
    def not_held(self) -> LeftOut:
        """How many of the chosen contacts did not take place."""
        missing = len(self.contacts) - len(self.held)
        return LeftOut({NOT_HELD: missing} if missing else {})

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The articles with the reports of the chosen contacts; all articles where no choice is made."""
        if self.asked.wanted is None:
            documents = list(self.source.documents())
        else:
            wanted = {report for contact in self.contacts for report in contact.reports}
            documents = [
                replace(document, reports=tuple(report for report in document.reports if report.id in wanted))
                for document in self.source.documents(wanted)
            ]
        if not self.asked.quotes:
            documents = [
                replace(document, reports=tuple(replace(report, quote="") for report in document.reports))
                for document in documents
            ]
        return tuple(sorted(documents, key=lambda document: document.article.id))

    @cached_property
    def reports(self) -> dict[str, tuple[Report, Article]]:
        """The reports of these articles by id, each with its article."""
        return {report.id: (report, document.article) for document in self.documents for report in document.reports}

    @cached_property
    def who(self) -> dict[str, str]:
        """Which actor every named actor denotes."""
        return {identity.named: identity.actor for identity in self.source.identities()}

    @cached_property
    def involved(self) -> tuple[Actor, ...]:
        """The actors of the chosen contacts in order of their ids."""
        return tuple(map(self.actor, sorted({actor for contact in self.contacts for actor in contact.actors})))

    def actor(self, id: str) -> Actor:  # noqa: A002
        """The actor with this id."""
        return self.actors.get(id) or Actor(id, id, "person")

    def told_of(self, contact: Contact) -> Iterator[tuple[Report, Article]]:
        """The reports of a contact, earliest published first, each with its article."""
        return (self.reports[report] for report in contact.reports if report in self.reports)
