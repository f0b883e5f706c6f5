"""What the shell completes beyond commands and options: names of actors in the store, names of queries."""

import os
from itertools import islice
from pathlib import Path

from kg.errors import KgError
from kg.settings import STORE_FOLDER, STORE_VARIABLE

_MOST = 50  # a longer list helps nobody choose


def actors(_context: object, _parameter: object, incomplete: str) -> list[str]:
    """Names of actors in the store that have contacts, and begin so or have a word that does.

    The store is the one that the environment names, or that of the folder one works in.
    """
    from kg.gazetteer import fold
    from kg.graph import open_reader, selecting

    wanted = fold(incomplete)
    try:
        with open_reader(Path(os.environ.get(STORE_VARIABLE) or STORE_FOLDER)) as reader:
            folded = [(fold(one.name), one) for one in selecting.actors(reader).values()]
            fitting = [(not name.startswith(wanted), name, one) for name, one in folded if f" {wanted}" in f" {name}"]
            fitting.sort(key=lambda each: each[:2])
            involved = (one for _, _, one in fitting if selecting.is_involved(reader, one.id))
            return [_word(one.name) for one in islice(involved, _MOST)]
    except (KgError, OSError):
        return []


def queries(_context: object, _parameter: object, incomplete: str) -> list[str]:
    """Names of named queries that begin so."""
    from kg.queries.catalogue import named_queries

    return sorted(name for name in named_queries() if name.startswith(incomplete))


def _word(name: str) -> str:
    """The name as one word of the shell; zsh and fish quote it themselves."""
    if os.environ.get("_KG_COMPLETE", "").endswith("_bash"):
        return "".join(c if c.isalnum() or c in "-_.,:" else f"\\{c}" for c in name if c.isprintable())
    return "".join(c for c in name if c.isprintable())
