"""Which graph holds what: known, said, decided, who is who, what happened, runs."""

from pyoxigraph import NamedNode

from kg.graph.iris import minted

KNOWN = minted("g", "known")
"""Known actors and countries: the release's own data."""

DECISIONS = minted("g", "decisions")
"""What users have decided, when and why: a log to which is only added."""

IDENTITY = minted("g", "identity")
"""Which actor each named actor denotes, and why; derived."""

CONTACTS = minted("g", "contacts")
"""Contacts, direct triples, discovered actors, places and outlets; derived."""

RUNS = minted("g", "runs")
"""What each run did and when; outside every comparison of graphs."""

DERIVED = (IDENTITY, CONTACTS)
"""The layers that are a function of what is said, known and decided."""


def article_graph(article: str) -> NamedNode:
    """The graph of what one article says: its name is the article's own IRI."""
    return minted("art", article)
