"""The graph: the only room that makes RDF terms, and the store that keeps them.

with open_writer(".contact-kg", "kg ingest") as store: ...    # one at a time
with open_reader(".contact-kg") as reader: ...                # as many as you like
"""

from kg.graph.embedded import EmbeddedStore, open_writer
from kg.graph.iris import PREFIXES
from kg.graph.reader import Reader, open_reader

__all__ = ["PREFIXES", "EmbeddedStore", "Reader", "open_reader", "open_writer"]
