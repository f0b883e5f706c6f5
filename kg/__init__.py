"""contact-kg: who talked to whom, kept as an RDF graph with the sentences that prove it.

The public functions, one a stage, are imported when they are first used:

    read (articles) ─▶ extract (documents) ─▶ resolve (who is who) ─▶ derive (contacts)

`ingest` runs them all into a store that `open_writer` opens; `open` opens it for questions, and `ask` answers SPARQL.

    import kg
    with kg.open(".contact-kg") as g:
        g.contacts(who="Fidan", since="2024-11-01").to_pandas()
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "ask": "kg.queries",
    "derive": "kg.contacts",
    "export": "kg.export",
    "extract": "kg.extraction",
    "ingest": "kg.pipeline",
    "open": "kg.library",
    "open_reader": "kg.graph",
    "open_writer": "kg.graph",
    "read": "kg.articles",
    "resolve": "kg.actors",
}
"""Public function → the room that has it."""


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
