"""Whether a graph holds what `ontology/shapes.ttl` asks of it.

    with opened(Path("colleague.ttl")) as graph:
        for violation in check(graph): print(violation)

Nodes are looked up one after another, each with what it says itself, so that memory stays flat however many there are.
"""

from kg.shapes.checking import Checker, Violation, check
from kg.shapes.graphs import Graph, opened, stored

__all__ = ["Checker", "Graph", "Violation", "check", "opened", "stored"]
