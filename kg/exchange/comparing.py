"""What two graphs differ in, as contacts: which are new, which are gone, and what changed in the others.

A contact is named after its earliest report, so an older report that comes later gives it another name. Two contacts
are the same if they have one name, or share a report.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from kg.errors import UsageError
from kg.graph import open_reader, reading
from kg.graph.difference import Change, difference
from kg.graph.layers import RUNS
from kg.graph.store import Quads
from kg.model import Actor, Contact, Place
from kg.shapes import opened

_SUFFIXES = (".nq", ".trig")


@dataclass(frozen=True, slots=True)
class Changed:
    """A contact in both graphs, and what is not the same: property → what it was, what it is."""

    before: Contact
    after: Contact
    what: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """The contacts in which two graphs differ, each group in order of their ids."""

    new: tuple[Contact, ...]
    gone: tuple[Contact, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two graphs."""

    contacts: tuple[Contact, ...]
    actors: Mapping[str, Actor]
    quads: Quads


@contextmanager
def opened_contacts(path: Path) -> Iterator[Side]:
    """The contacts of a store, or of a file that `kg export` wrote.

    Raises:
        StoreError: the folder is no store.
        UsageError: the file has another suffix, or is not what its suffix says.
    """
    if path.is_dir() or not path.exists():
        with open_reader(path) as reader:
            yield _side(reader)
        return
    if Path(path.name.lower().removesuffix(".gz")).suffix not in _SUFFIXES:
        raise UsageError(f"{path} is no N-Quads or TriG", "Only these keep contacts apart from reports: .nq, .trig")
    with opened(path) as graph:
        yield _side(graph)


def compare(before: Side, after: Side) -> Difference:
    """What is new, gone and changed in the second graph."""
    was = {contact.id: contact for contact in before.contacts}
    by_report = {report: contact.id for contact in before.contacts for report in contact.reports}
    left, new, changed = set(was), list[Contact](), list[Changed]()
    for contact in sorted(after.contacts, key=lambda one: (one.id not in was, one.id)):
        candidates = (contact.id, *(by_report.get(report, "") for report in contact.reports))
        old = next((was[id_] for id_ in candidates if id_ in left), None)
        if old is None:
            new.append(contact)
            continue
        left.discard(old.id)
        if what := _changes(old, contact, before.actors, after.actors):
            changed.append(Changed(old, contact, what))
    gone = (was[id_] for id_ in sorted(left))
    return Difference(
        tuple(sorted(new, key=lambda one: one.id)), tuple(gone), tuple(sorted(changed, key=lambda one: one.after.id))
    )


def change_of(before: Side, after: Side) -> Change:
    """What turns the quads of the first graph into those of the second, runs aside."""
    return difference(_compared(before.quads), _compared(after.quads))


def _compared(quads: Quads) -> Iterator[Quad]:
    return (quad for quad in quads.match() if quad.graph_name != RUNS)


def _side(quads: Quads) -> Side:
    actors = {actor.id: actor for actor in reading.actors(quads)}
    return Side(tuple(reading.contacts(quads)), actors, quads)


def _changes(
    old: Contact, new: Contact, old_actors: Mapping[str, Actor], new_actors: Mapping[str, Actor]
) -> dict[str, tuple[str, str]]:
    before, after = _told(old, old_actors), _told(new, new_actors)
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def _told(contact: Contact, actors: Mapping[str, Actor]) -> dict[str, str]:
    """Everything of a contact that may change, in words."""

    def named(ids: Iterable[str]) -> str:
        return ", ".join(sorted(actors[id_].name if id_ in actors else id_ for id_ in ids))

    period = contact.period
    return {
        "relation": contact.relation,
        "status": contact.status,
        "who": ", ".join(sorted(f"{named([role.actor])} ({role.name})" for role in contact.roles)),
        "initiator": named([contact.initiator]) if contact.initiator else "",
        "date": period.told or "",
        "not before": str(period.not_before or ""),
        "not after": str(period.not_after or ""),
        "place": _where(contact.place),
        "destination": _where(contact.destination),
        "topics": ", ".join(sorted(contact.topics)),
        "sources": str(contact.sources),
        "confidence": f"{contact.confidence:.2f}",
        "reports": ", ".join(sorted(contact.reports)),
        "part of": contact.part_of or "",
    }


def _where(place: Place | None) -> str:
    return f"{place.name} ({place.country})" if place and place.country else place.name if place else ""
