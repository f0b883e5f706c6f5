"""The log of decisions as one Turtle file: to share, to keep in git, to take to another store."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.decisions import Decision
from kg.errors import GraphImportError
from kg.export.lines import lines_of
from kg.export.turtle import paragraphs
from kg.graph import EmbeddedStore
from kg.graph.decided import decision_quads, decisions_of, log
from kg.graph.iris import shortened
from kg.graph.layers import DECISIONS
from kg.graph.store import Quads
from kg.model import Period
from kg.pipeline import decide
from kg.vocabulary import vocabulary
from kg.whole_file import write_whole

_HINT = "Take what `kg decisions export` wrote"


def export_decisions(view: Quads, path: Path) -> int:
    """Writes the whole log as Turtle, the same bytes for the same log; tells how many decisions it has.

    Raises:
        ExportError: the file cannot be written.
    """
    triples = (Quad(quad.subject, quad.predicate, quad.object) for quad in view.match(graph=DECISIONS))
    with write_whole(path) as file:
        file.writelines(piece.encode() for piece in paragraphs(lines_of(triples)))
    return len(log(view))


def import_decisions(store: EmbeddedStore, path: Path) -> tuple[int, int]:
    """Takes over the decisions of a file; tells how many were new, and how many were there already.

    Raises:
        GraphImportError: the file cannot be read, or holds what no log of ours does.
    """
    try:
        triples = list(parse(path=str(path), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise GraphImportError(f"{path} cannot be read as Turtle: {error}", _HINT) from error
    found = checked(str(path), (Quad(one.subject, one.predicate, one.object, DECISIONS) for one in triples))
    there = {one.id: one for one in log(store)}
    for one in found:
        if one.id in there and there[one.id] != one:
            raise GraphImportError(f"{path}: dec:{one.id} is another decision than the store's", _HINT)
    return decide(store, found), sum(one.id in there for one in found)


def checked(source: str, found: Iterable[Quad]) -> tuple[Decision, ...]:
    """The decisions of a log that somebody else has written, if we could have written it ourselves.

    Raises:
        GraphImportError: we could not.
    """
    quads = frozenset(found)
    try:
        decisions = decisions_of(quads)
        ours = {quad for one in decisions for quad in decision_quads(one)}
    except (KeyError, ValueError, IndexError, TypeError) as error:
        raise GraphImportError(f"{source} holds no log of decisions: {error}", _HINT) from error
    for quad in sorted(quads ^ ours, key=str):
        name = shortened(quad.subject.value) if isinstance(quad.subject, NamedNode) else str(quad.subject)
        raise GraphImportError(f"{source}: what {name} says is not what a decision says", _HINT)
    for one in decisions:
        if not _sound(one):
            raise GraphImportError(f"{source}: dec:{one.id} decides nothing that can be applied", _HINT)
    return decisions


def _sound(decision: Decision) -> bool:
    """Whether a decision has what its kind needs, and only values that there are."""
    values = dict(decision.values)
    words = vocabulary()
    try:
        Period.of(values.get("date", "2000"))
    except ValueError:
        return False
    status = words.statuses.get(values.get("status", "occurred"))
    return (
        {
            "merge": bool(decision.to or decision.to_name),
            "split": bool(decision.names),
            "rename": "name" in values and bool(decision.to or decision.names),
            "fix": bool(decision.reports and values.keys() - {"place_country"}),
            "undo": decision.undoes is not None,
        }.get(decision.kind, bool(decision.reports))
        and status is not None
        and not status.derived
        and values.get("relation", "met") in words.relations
    )
