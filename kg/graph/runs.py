"""What each run did and when; no other graph depends on it."""

import os
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Quad

from kg import __version__
from kg.graph.iris import minted, term
from kg.graph.layers import RUNS
from kg.graph.terms import Fact, moment, number, quads, text


@dataclass(frozen=True, slots=True)
class Run:
    """One ingest: its times, and how many articles it added, replaced and skipped."""

    started: datetime
    ended: datetime
    added: int
    replaced: int
    skipped: int


def run_quads(run: Run) -> frozenset[Quad]:
    """What the graph says of a run."""
    node = minted("run", f"{run.started:%Y%m%dT%H%M%S%fZ}-{os.getpid()}")
    facts: list[Fact] = [
        ("rdf:type", term("prov:Activity")),
        ("rdfs:label", text(f"Ingest, {run.started:%Y-%m-%d %H:%M:%S} UTC")),
        ("prov:startedAtTime", moment(run.started)),
        ("prov:endedAtTime", moment(run.ended)),
        ("kg:version", text(__version__)),
        ("kg:articlesAdded", number(run.added)),
        ("kg:articlesReplaced", number(run.replaced)),
        ("kg:articlesSkipped", number(run.skipped)),
    ]
    return frozenset(quads(node, facts, RUNS))
