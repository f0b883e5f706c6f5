"""How each decision of a store stands: whether what it rests on is still there, and still says the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.actors import block_keys
from kg.decisions import Decision, NameAnchor, ReportAnchor, claim, effective
from kg.decisions.people import as_named
from kg.decisions.reports import meant
from kg.derivation.decided import known
from kg.graph import reading
from kg.graph.decided import log
from kg.graph.iris import term
from kg.graph.layers import article_graph
from kg.graph.said import named_of
from kg.graph.store import Quads, subjects_of
from kg.graph.terms import text

State = Literal["holds", "stale", "unanchored", "undone"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision, its number in the log, and how it stands.

    Attributes:
        state: "stale" where a sentence or article says something else now, so that some of it is not applied;
            "unanchored" where nothing that it rests on is in the store.
        notes: for each anchor that does not hold, why.
    """

    number: int
    decision: Decision
    state: State
    notes: tuple[str, ...] = ()


def standings(view: Quads) -> Iterator[Standing]:
    """All decisions of a store in order, numbered from 1."""
    decisions = log(view)
    holding = {decision.id for decision in effective(decisions)}
    undone = {decision.undoes for decision in decisions} - holding
    for number, decision in enumerate(decisions, start=1):
        if decision.undoes:
            state: State = "undone" if decision.id in undone and decision.undoes in holding else "holds"
            yield Standing(number, decision, state)
        elif decision.id not in holding:
            yield Standing(number, decision, "undone")
        else:
            yield _standing(number, decision, view)


def _standing(number: int, decision: Decision, view: Quads) -> Standing:
    found = [_name(anchor, view) for anchor in decision.names]
    found += [_report(anchor, view) for anchor in decision.reports]
    if decision.to is not None and decision.to not in known():
        found = [("stale", f"act:{decision.to} is not known any more")]
    elif decision.to is not None and not found:
        found = [("holds", "")]
    elif decision.to_name and (target := _name(decision.to_name, view))[0] != "holds":
        found = [target]
    states = {state for state, _ in found}
    state: State = "stale" if "stale" in states else "holds" if "holds" in states else "unanchored"
    return Standing(number, decision, state, tuple(note for _, note in found if note))


def _name(anchor: NameAnchor, view: Quads) -> tuple[State, str]:
    keys = block_keys(as_named(anchor))
    nodes = {node for key in keys for node in subjects_of(view.match(None, term("kg:blockKey"), text(key)))}
    for node in nodes:
        described = reading.described(view, node)
        if any(
            anchor.fits(named_of(described), reading.published(view, one)) for one in described.nodes("kg:inArticle")
        ):
            return "holds", ""
    if anchor.article and _is_there(anchor.article, view):
        return "stale", f"art:{anchor.article} names no “{anchor.name}” any more"
    return "unanchored", f"no article names “{anchor.name}”"


def _report(anchor: ReportAnchor, view: Quads) -> tuple[State, str]:
    document = reading.document(view, anchor.article)
    if document is None:
        return "unanchored", f"art:{anchor.article} is not there: “{anchor.quote}”"
    report, standing = meant(document, anchor)
    if report is not None:
        return "holds", ""
    if standing == "unanchored":
        return "unanchored", f"nothing is read any more from “{anchor.quote}”"
    now = sorted({claim(document, one) for one in document.reports if one.quote == anchor.quote})
    return "stale", f"“{anchor.quote}” said {anchor.claim}; now it says {' and '.join(now)}"


def _is_there(article: str, view: Quads) -> bool:
    return any(view.match(graph=article_graph(article)))
