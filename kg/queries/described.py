"""DESCRIBE of an IRI that a contact or an actor once had: what it is called now is described."""

import re
from collections.abc import Callable
from typing import Final

from kg.graph.former import iri_now
from kg.graph.iris import PREFIXES, shortened
from kg.graph.store import Quads

_TERM: Final = r"(?:<[^<>\s\"{}|^`\\]*>|(?:con|act):[A-Za-z0-9_-]+)"
_DESCRIBE: Final = re.compile(rf"\s*DESCRIBE((?:\s+{_TERM})+)\s*", re.IGNORECASE)


def described_now(view: Quads, query: str, tell: Callable[[str], None]) -> str:
    """The query, where it describes nothing but IRIs with today's in place of former ones; any other as it is.

    Args:
        view: the store.
        query: any text.
        tell: is told in a line what was put in the place of what.
    """
    match = _DESCRIBE.fullmatch(query)
    if match is None:
        return query
    iris = [_iri(term) for term in match[1].split()]
    now = [iri_now(view, iri) for iri in iris]
    for was, is_ in zip(iris, now, strict=True):
        if was != is_:
            tell(f"{shortened(was)} is {shortened(is_)} now")
    return query if now == iris else f"DESCRIBE {' '.join(f'<{iri}>' for iri in now)}"


def _iri(term: str) -> str:
    if term.startswith("<"):
        return term[1:-1]
    prefix, _, local = term.partition(":")
    return PREFIXES[prefix] + local
