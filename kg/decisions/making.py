"""Decisions made: what the user means, put in words of articles, so that it holds for what comes."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kg.decisions.decision import Decision, Kind, NameAnchor, ReportAnchor, key_of, made
from kg.model import Actor, Contact, NamedActor
from kg.offices import office_of

Elsewhere = Callable[[NamedActor], bool]
"""Whether somebody else goes by the name of a named actor in some article."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, when and why."""

    by: str
    at: datetime
    why: str = ""


def merge(
    author: Author,
    lesser: tuple[Actor, Sequence[NamedActor]],
    other: tuple[Actor, Sequence[NamedActor]],
    elsewhere: Elsewhere,
) -> Decision:
    """That one actor is the other, from now on under all names that articles give him.

    Args:
        author: who decides.
        lesser: the actor that is another, with all his named actors.
        other: whom he is.
        elsewhere: tells names that others have too: of these only the articles at hand are meant.
    """
    actor, named = other
    return made(
        _decision(
            "merge",
            author,
            f"“{lesser[0].name}” is “{actor.name}”",
            names=_anchors(lesser[1], elsewhere),
            lesser=lesser[0].id if lesser[0].known else None,
            to=actor.id if actor.known else None,
            to_name=None if actor.known else _best(named, elsewhere),
        )
    )


def split(
    author: Author,
    actor: Actor,
    named: Iterable[NamedActor],
    spelling: str,
    elsewhere: Elsewhere,
    article: str | None = None,
    since: date | None = None,
) -> Decision:
    """That those of an actor's named actors are somebody else.

    Args:
        author: who decides.
        actor: who they are not.
        named: who is set apart.
        spelling: their name, as the user has it.
        elsewhere: tells names that others have too.
        article: id of the only article of which it holds.
        since: day of publication from which on it holds.
    """
    found = {key_of(one.type, one.name, one.country): one for one in named}
    anchors = (
        _anchors(found.values(), elsewhere)
        if article is None and since is None
        else tuple(NameAnchor(one.name, one.type, one.country, article, since) for one in found.values())
    )
    scope = "".join((" in one article" if article else "", f" since {since}" if since else ""))
    return made(_decision("split", author, f"“{spelling}”{scope} is not “{actor.name}”", names=anchors))


def rename(author: Author, actor: Actor, named: Sequence[NamedActor], name: str, elsewhere: Elsewhere) -> Decision:
    """What an actor is called."""
    return made(
        _decision(
            "rename",
            author,
            f"“{actor.name}” is called “{name}”",
            names=() if actor.known else (_best(named, elsewhere),),
            to=actor.id if actor.known else None,
            values=(("name", name),),
        )
    )


def on_reports(
    kind: Kind,
    author: Author,
    contact: Contact,
    anchors: tuple[ReportAnchor, ...],
    whole: bool = False,
    values: tuple[tuple[str, str], ...] = (),
) -> Decision:
    """That a contact, or single reports of it, are wrong or right, or what they should say."""
    what = ", ".join(f"{name} {value}" for name, value in values if name != "place_country")
    words = {"reject": "rejected" if whole else "a report rejected", "confirm": "confirmed", "fix": what}
    return made(_decision(kind, author, f"{words[kind]}: {contact.label}", reports=anchors, whole=whole, values=values))


def undo(author: Author, decision: Decision) -> Decision:
    """That a decision does not hold any more."""
    return made(_decision("undo", author, f"undone: {decision.label}", undoes=decision.id))


def _decision(
    kind: Kind,
    author: Author,
    label: str,
    *,
    names: tuple[NameAnchor, ...] = (),
    reports: tuple[ReportAnchor, ...] = (),
    lesser: str | None = None,
    to: str | None = None,
    to_name: NameAnchor | None = None,
    values: tuple[tuple[str, str], ...] = (),
    whole: bool = False,
    undoes: str | None = None,
) -> Decision:
    return Decision(
        "", kind, author.by, author.at, label, author.why, names, reports, lesser, to, to_name, values, whole, undoes
    )


def _anchors(named: Iterable[NamedActor], elsewhere: Elsewhere) -> tuple[NameAnchor, ...]:
    found = {(anchor.key, anchor.article): anchor for anchor in (_anchor(one, elsewhere) for one in named)}
    return tuple(found[key] for key in sorted(found, key=repr))


def _anchor(one: NamedActor, elsewhere: Elsewhere) -> NameAnchor:
    article = one.article if _shared(one) or elsewhere(one) else None
    return NameAnchor(one.name, one.type, one.country, article)


def _best(named: Sequence[NamedActor], elsewhere: Elsewhere) -> NameAnchor:
    """The anchor that most of his named actors have; one that is his alone before any other."""
    anchors = [_anchor(one, elsewhere) for one in named]
    counted = Counter(anchor.key for anchor in anchors)
    return min(anchors, key=lambda anchor: (anchor.narrow, -counted[anchor.key], -len(anchor.name), repr(anchor)))


def _shared(one: NamedActor) -> bool:
    """Whether a name is nobody's own: a surname of no country, an office that others will hold."""
    if one.type != "person":
        return False
    return (len(one.name.split()) == 1 and one.country is None) or office_of(one.name) is not None
