"""The graph: the only room that makes RDF terms, and the store that keeps them.

with open_writer(".contact-kg", "kg ingest") as store: ...    # one at a time
with open_reader(".contact-kg") as reader: ...                # as many as you like
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph.embedded import EmbeddedStore, open_writer
    from kg.graph.iris import PREFIXES
    from kg.graph.reader import Reader, open_reader

__all__ = ["PREFIXES", "EmbeddedStore", "Reader", "open_reader", "open_writer"]

_ROOMS = {
    "EmbeddedStore": "kg.graph.embedded",
    "PREFIXES": "kg.graph.iris",
    "Reader": "kg.graph.reader",
    "open_reader": "kg.graph.reader",
    "open_writer": "kg.graph.embedded",
}


def __getattr__(name: str) -> Any:
    """Imported when it is asked for: who reads does without what writes."""
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
