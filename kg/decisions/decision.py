"""One entry of the log of decisions: who decided what, when and why, and on which words of which articles it rests.

Nothing in it points at derived things that could change their names: an actor that is not known beforehand is
meant by a name that articles give him, a contact by the sentences that tell of it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from kg.gazetteer import fold
from kg.model import ActorType, NamedActor

Kind = Literal["merge", "split", "rename", "reject", "confirm", "fix", "undo"]

_ID_LENGTH = 12  # hex digits: two logs of a million entries each can be joined


@dataclass(frozen=True, slots=True)
class NameAnchor:
    """The named actors of this name and country: of all articles, of one, or of those since a day.

    Attributes:
        name: as an article gives it; case, accents and spaces play no part.
        article: id of the only article meant, None for all.
        since: day of publication before which no article is meant.
    """

    name: str
    type: ActorType
    country: str | None = None
    article: str | None = None
    since: date | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What a named actor has to share: kind, name, country."""
        return key_of(self.type, self.name, self.country)

    @property
    def narrow(self) -> bool:
        """Whether it means only some of those who have the name."""
        return self.article is not None or self.since is not None

    @property
    def specificity(self) -> tuple[bool, date]:
        """Greater for what means less: of two decisions on one name the more specific wins."""
        return self.article is not None, self.since or date.min

    def fits(self, named: NamedActor, published: date | None) -> bool:
        """Whether a named actor, in an article published on that day, is meant."""
        return (
            key_of(named.type, named.name, named.country) == self.key
            and self.article in (None, named.article)
            and (self.since is None or (published is not None and published >= self.since))
        )


@dataclass(frozen=True, slots=True)
class ReportAnchor:
    """What one sentence of one article says.

    Attributes:
        report: the id it had; it tells apart two reports of one sentence that say the same.
        quote: the sentence.
        claim: who and which relation, see `kg.decisions.reports.claim`.
    """

    report: str
    article: str
    quote: str
    claim: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a user has decided; one act is one decision, on however many anchors.

    Attributes:
        id: 12 hex digits made from all the rest.
        label: the decision in one line, in the words of the day it was made.
        names: of a merge whoever is now another, of a split whoever is set apart, of a rename who is renamed.
        reports: of reject, confirm and fix.
        lesser: id of the known actor that a merge makes another.
        to: id of the known actor a merge leads to, or a rename renames.
        to_name: who a merge leads to, if it is no known actor.
        values: what a fix sets ("status", "date", "relation", "place", "place_country"), or a rename ("name").
        whole: whether a reject is of a contact as a whole, not of single reports.
        undoes: id of the decision that an undo takes back.
    """

    id: str
    kind: Kind
    by: str
    at: datetime
    label: str
    why: str = ""
    names: tuple[NameAnchor, ...] = ()
    reports: tuple[ReportAnchor, ...] = ()
    lesser: str | None = None
    to: str | None = None
    to_name: NameAnchor | None = None
    values: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    undoes: str | None = None

    @property
    def because(self) -> str:
        """The reason that everything which follows from it has."""
        return f"decided by {self.by} on {self.at.date()}{f': {self.why}' if self.why else ''}"

    def value(self, name: str) -> str | None:
        """What it sets this property to."""
        return dict(self.values).get(name)

    @property
    def articles(self) -> frozenset[str]:
        """Ids of all articles that its anchors name."""
        told = (*self.names, *self.reports, *([self.to_name] if self.to_name else ()))
        return frozenset(one.article for one in told if one.article is not None)


def made(decision: Decision) -> Decision:
    """The decision with its id, which is made from all the rest."""
    plain = repr(replace(decision, id="")).encode("utf-8", "surrogatepass")
    return replace(decision, id=hashlib.sha256(plain).hexdigest()[:_ID_LENGTH])


def in_order(log: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions in the order in which they were made; by id where two were made at once."""
    return tuple(sorted(log, key=lambda decision: (decision.at, decision.id)))


def effective(log: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in order: without the undone, and without the undoing; an undo can be undone.

    Only what came later undoes, so no file from elsewhere can make a ring of undoings.
    """
    undone: set[str] = set()
    holding = []
    for decision in reversed(in_order(log)):
        if decision.id in undone:
            continue
        if decision.undoes:
            undone.add(decision.undoes)
        else:
            holding.append(decision)
    return tuple(reversed(holding))


def key_of(type_: ActorType, name: str, country: str | None) -> tuple[str, str, str]:
    """Kind, name and country, as decisions compare them: whether a body is a group is left open."""
    kind = type_ if type_ in ("person", "country", "place") else "body"
    return kind, " ".join(fold(name).split()), country or ""
