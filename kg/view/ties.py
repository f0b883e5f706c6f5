"""The lines of the drawing: one for each pair, with the contacts that join it."""

from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Any

from kg.contacts.joins import joins
from kg.model import Contact, Place
from kg.view.nodes import place_key

Edge = dict[str, Any]


def edges(contacts: Sequence[Contact], drawn: Container[str]) -> list[Edge]:
    """One edge for each pair of drawn nodes, with the numbers of its contacts in their order.

    `ways`, where a contact goes from one to the other, tells for each contact 1 if it goes from `from` to `to`,
    -1 if the other way, 0 if it goes neither.
    """
    pairs: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for number, contact in enumerate(contacts):
        for join in joins(contact):
            one, other = join.one, place_key(join.other) if isinstance(join.other, Place) else join.other
            if one != other and one in drawn and other in drawn:
                pair = (min(one, other), max(one, other))
                pairs[pair][number] = 0 if not join.ordered else 1 if pair == (one, other) else -1
    return [_edge(pair, among) for pair, among in sorted(pairs.items())]


def _edge(pair: tuple[str, str], among: dict[int, int]) -> Edge:
    edge: Edge = {"id": " ".join(pair), "from": pair[0], "to": pair[1], "contacts": list(among)}
    return edge | ({"ways": list(among.values())} if any(among.values()) else {})
