"""The prefixes that every query may use without declaring them."""

from typing import Final

from kg.graph.iris import PREFIXES as OURS

PREFIXES: Final = {**OURS, "owl": "http://www.w3.org/2002/07/owl#"}


def expanded(name: str) -> str | None:
    """The IRI of `act:hakan-fidan`; None where the prefix is not known."""
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else None
