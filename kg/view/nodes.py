"""Actors and places as the page draws them."""

import math
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.gazetteer import gazetteer
from kg.model import Actor, Contact, Document, Identity, Place
from kg.view.layout import Room
from kg.view.style import Style
from kg.view.text import shown
from kg.vocabulary import Vocabulary

Node = dict[str, Any]


def place_key(place: Place) -> str:
    """The id of a place's node."""
    return f"place:{place.id}"


def nodes(
    contacts: Iterable[Contact], actors: Mapping[str, Actor], words: Vocabulary, look: Style, places: bool
) -> dict[str, Node]:
    """Everybody in the contacts by id, those with most contacts that took place first."""
    counts: Counter[str] = Counter()
    held: Counter[str] = Counter()
    found: dict[str, Node] = {}
    for contact in contacts:
        keys = list(contact.actors)
        for key in keys:
            if key not in found:
                actor = actors.get(key) or Actor(key, key, "person")
                found[key] = _node(key, "actor", actor.name, actor.type, actor.country, actor.names, look)
        if places and (place := contact.destination):
            keys.append(place_key(place))
            found.setdefault(keys[-1], _node(keys[-1], "place", place.name, "place", place.country, (), look))
        counts.update(keys)
        if words.statuses[contact.status].realised:
            held.update(keys)
    for key, node in found.items():
        node["contacts"], node["occurred"] = counts[key], held[key]
    order = sorted(found.values(), key=lambda node: (-node["occurred"], -node["contacts"], node["id"]))
    return {node["id"]: node for node in order}


def strongest(found: dict[str, Node], look: Style) -> dict[str, Node]:
    """All nodes, or if there are too many for one picture, the first of them."""
    actors = sum(node["kind"] == "actor" for node in found.values())
    return found if actors <= look.limits.actors else dict(list(found.items())[: look.limits.strongest])


def rooms(drawn: Mapping[str, Node], look: Style, larger: float) -> dict[str, Room]:
    """What each node needs on the page; in a large network names have no room of their own.

    Args:
        drawn: the nodes.
        look: the page's constants.
        larger: how much larger nodes and names are than at zoom 1, since the whole will be shown smaller.
    """
    needed = {}
    for key, node in drawn.items():
        radius, country, first = _radius(node, look) * larger, node.get("country"), node["occurred"] > 0
        if len(drawn) > look.layout.named:
            needed[key] = Room(2 * radius, radius, radius, country, first)
            continue
        longest = max(len(line) for line in node["lines"]) * look.label.character * larger
        below = radius + len(node["lines"]) * look.label.line * larger
        needed[key] = Room(max(longest, 2 * radius), radius, below, country, first)
    return needed


def offices(documents: Iterable[Document], identities: Iterable[Identity]) -> dict[str, list[str]]:
    """Actor → the offices that articles give, the one of most articles first."""
    actor_of = {identity.named: identity.actor for identity in identities}
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for named in document.actors:
            if named.office and named.id in actor_of:
                told[actor_of[named.id]][named.office] += 1
    return {
        actor: [office for office, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]
        for actor, counted in told.items()
    }


def countries(drawn: Mapping[str, Node]) -> list[list[str]]:
    """Code and name of each country, the one whose actors had most contacts first."""
    strength: Counter[str] = Counter()
    for node in drawn.values():
        if node["kind"] == "actor" and "country" in node:
            strength[node["country"]] += node["occurred"] * 1000 + node["contacts"]
    known = gazetteer()
    order = sorted(strength, key=lambda code: (-strength[code], code))
    return [[code, country.name if (country := known.country(code)) else code] for code in order]


def _radius(node: Node, look: Style) -> float:
    if node["kind"] == "place":
        return look.node.place
    return min(look.node.smallest + look.node.growth * (math.sqrt(node["contacts"]) - 1), look.node.largest)


def _node(key: str, kind: str, name: str, type_: str, country: str | None, names: Iterable[str], look: Style) -> Node:
    limits = look.limits
    label = shown(name, limits.label_characters) or key
    spellings = (shown(other, limits.name_characters) for other in names)
    node: Node = {
        "id": key,
        "kind": kind,
        "lines": textwrap.wrap(label, look.label.wrap, break_long_words=False, break_on_hyphens=False) or [label],
        "name": shown(name, limits.name_characters) or key,
        "names": [other for other in dict.fromkeys(spellings) if other][: limits.spellings],
        "type": type_,
    }
    return node | ({"country": country} if country else {})
