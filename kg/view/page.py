"""Contacts as a plain dictionary that the page draws and that tests can read."""

import math
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kg.contacts.joins import joins
from kg.model import Actor, Article, Contact, Document, Period, Place, Report
from kg.view.layout import Room, layout
from kg.view.style import Style, style
from kg.view.text import day, link, shown, when
from kg.vocabulary import Vocabulary, vocabulary

Page = dict[str, Any]


def page(
    contacts: Iterable[Contact],
    actors: Mapping[str, Actor],
    documents: Iterable[Document],
    title: str | None = None,
) -> Page:
    """What the page shows: `title`, `summary`, `nodes`, `edges`, `contacts`, `legend` and more.

    A node is an actor or the destination of a visit ("place:ankara"), an edge is a pair of them and lists the
    keys of its contacts; each contact and each quote is there once, under `contacts`.
    """
    look, words = style(), vocabulary()
    latest_first = sorted(contacts, key=lambda contact: contact.id)
    latest_first.sort(key=lambda contact: contact.period.not_after or date.min, reverse=True)
    reports = {report.id: (report, document.article) for document in documents for report in document.reports}

    nodes = _strongest(_nodes(latest_first, actors, words, look), look.limits.actors)
    edges = [edge for edge in _edges(latest_first, words, look) if edge["from"] in nodes and edge["to"] in nodes]
    _place(nodes, edges, look)
    told = {report: reports[report][1] for contact in latest_first for report in contact.reports if report in reports}
    everyone = {actor for contact in latest_first for actor in contact.actors}
    drawn = sum(node["kind"] == "actor" for node in nodes.values())
    return {
        "title": shown(title, look.limits.name_characters) if title else "Who was in contact with whom",
        "summary": _summary(latest_first, words, len(everyone), drawn, len({a.id for a in told.values()})),
        "nodes": list(nodes.values()),
        "edges": edges,
        "contacts": {
            contact.id: _contact(contact, reports, words, look)
            for contact in latest_first
            if any(actor in nodes for actor in contact.actors)
        },
        "legend": _legend(edges, look),
        "order": [contact.id for contact in latest_first],
        "occurred": sum(words.statuses[contact.status].realised for contact in latest_first),
        "others": sum(not words.statuses[contact.status].realised for contact in latest_first),
        "label": {"font": look.label.font, "line": look.label.line, "always": look.label.always},
    }


def _nodes(contacts: Iterable[Contact], actors: Mapping[str, Actor], words: Vocabulary, look: Style) -> dict[str, Page]:
    counts: Counter[str] = Counter()
    realised: Counter[str] = Counter()
    nodes: dict[str, Page] = {}
    for contact in contacts:
        keys = list(contact.actors)
        for key in keys:
            actor = actors.get(key) or Actor(key, key, "person")
            nodes.setdefault(key, _node(key, "actor", actor.name, actor.type, actor.country, actor.names, look))
        if place := contact.destination:
            keys.append(_place_key(place.id))
            nodes.setdefault(keys[-1], _node(keys[-1], "place", place.name, "place", place.country, (), look))
        counts.update(keys)
        if words.statuses[contact.status].realised:
            realised.update(keys)
    for key, node in nodes.items():
        node["contacts"], node["occurred"] = counts[key], realised[key]
        grown = look.node.smallest + look.node.growth * (math.sqrt(counts[key]) - 1)
        node["radius"] = look.node.place if node["kind"] == "place" else round(min(grown, look.node.largest), 1)
    return nodes


def _node(key: str, kind: str, name: str, type_: str, country: str | None, names: Iterable[str], look: Style) -> Page:
    limits = look.limits
    label = shown(name, limits.label_characters) or key
    return {
        "id": key,
        "kind": kind,
        "label": label,
        "lines": textwrap.wrap(label, look.label.wrap, break_long_words=False, break_on_hyphens=False) or [label],
        "name": shown(name, limits.name_characters) or key,
        "names": [shown(other, limits.name_characters) for other in list(names)[:12]],
        "type": type_,
        "country": country,
    }


def _strongest(nodes: dict[str, Page], limit: int) -> dict[str, Page]:
    """The nodes with most contacts that took place, then with most contacts, in that order."""
    order = sorted(nodes.values(), key=lambda node: (-node["occurred"], -node["contacts"], node["id"]))
    return {node["id"]: node for node in order[:limit]}


def _place_key(place: str) -> str:
    return f"place:{place}"


def _edges(contacts: Iterable[Contact], words: Vocabulary, look: Style) -> list[Page]:
    """One edge for each pair, with the keys of its contacts, latest first."""
    pairs: dict[tuple[str, str], dict[str, Contact]] = defaultdict(dict)
    arrows: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for contact in contacts:
        for join in joins(contact):
            one = join.one
            other = _place_key(join.other.id) if isinstance(join.other, Place) else join.other
            pair = (min(one, other), max(one, other))
            pairs[pair][contact.id] = contact
            arrows[pair].add(other if join.ordered else None)
    return [_edge(pair, list(among.values()), arrows[pair], words, look) for pair, among in sorted(pairs.items())]


def _edge(pair: tuple[str, str], among: list[Contact], arrows: set[str | None], words: Vocabulary, look: Style) -> Page:
    realised = [contact for contact in among if words.statuses[contact.status].realised]
    best = min((contact.status for contact in among), key=lambda status: words.statuses[status].rank)
    kinds = Counter(_family(contact.relation, words, look) for contact in realised or among)
    return {
        "id": " ".join(pair),
        "from": pair[0],
        "to": pair[1],
        "contacts": [contact.id for contact in among],
        "occurred": len(realised),
        "status": best,
        "family": kinds.most_common(1)[0][0],
        "dashes": _dashes(best, look) if not realised else None,
        "arrow": next(iter(arrows)) if len(arrows) == 1 else None,
        "width": _width(len(realised) or len(among), look),
        "width_all": _width(len(among), look),
    }


def _width(number: int, look: Style) -> float:
    return round(min(look.edge.thinnest + look.edge.growth * math.log2(number), look.edge.thickest), 1)


def _family(relation: str, words: Vocabulary, look: Style) -> int:
    """The place of the relation's family in `style.toml`; the last stands for all others."""
    name = "+".join(sorted(words.relations[relation].families))
    found = (number for number, family in enumerate(look.family) if name in family.names)
    return next(found, len(look.family) - 1)


def _dashes(status: str, look: Style) -> list[int]:
    return next((line.dashes for line in look.line if status in line.statuses), look.line[-1].dashes)


def _place(nodes: dict[str, Page], edges: Iterable[Page], look: Style) -> None:
    """Gives each node, strongest first, its `x` and `y`."""
    rooms = {}
    for number, (key, node) in enumerate(nodes.items()):
        if number >= look.layout.named:
            rooms[key] = Room(2 * node["radius"], node["radius"], node["radius"])
            continue
        longest = max(len(line) for line in node["lines"]) * look.label.character
        below = node["radius"] + len(node["lines"]) * look.label.line
        rooms[key] = Room(max(longest, 2 * node["radius"]), node["radius"], below)
    for key, (x, y) in layout(rooms, [(edge["from"], edge["to"]) for edge in edges], look.layout).items():
        nodes[key]["x"], nodes[key]["y"] = x, y


def _contact(contact: Contact, reports: Mapping[str, tuple[Report, Article]], words: Vocabulary, look: Style) -> Page:
    limits = look.limits
    confidence = next((step.label for step in look.confidence if contact.confidence >= step.least), "")
    return {
        "label": shown(contact.label, limits.name_characters),
        "relation": contact.relation.replace("_", " "),
        "family": _family(contact.relation, words, look),
        "status": contact.status,
        "realised": words.statuses[contact.status].realised,
        "when": when(contact.period),
        "place": shown(contact.place.name, limits.name_characters) if contact.place else None,
        "destination": shown(contact.destination.name, limits.name_characters) if contact.destination else None,
        "topics": [shown(topic, limits.name_characters) for topic in contact.topics],
        "actors": list(contact.actors),
        "sources": contact.sources,
        "confidence": confidence,
        "evidence": [_evidence(*reports[key], limits.quote_characters) for key in contact.reports if key in reports],
    }


def _evidence(report: Report, article: Article, limit: int) -> Page:
    return {
        "quote": shown(report.quote, limit),
        "status": report.status,
        "claimed_by": shown(report.claimed_by, limit) if report.claimed_by else None,
        "outlet": shown(article.outlet, limit) if article.outlet else None,
        "headline": shown(article.title, limit),
        "published": day(article.published.isoformat()) if article.published else None,
        "url": link(article.url),
    }


def _legend(edges: list[Page], look: Style) -> Page:
    """Colours by number of family, of which `used` are drawn, and lines."""
    return {
        "families": [{"label": one.label, "light": one.light, "dark": one.dark} for one in look.family],
        "used": sorted({edge["family"] for edge in edges}),
        "lines": [{"label": one.label, "dashes": one.dashes} for one in look.line],
    }


def _summary(contacts: list[Contact], words: Vocabulary, actors: int, drawn: int, articles: int) -> str:
    """What is seen, in one line: period, numbers of contacts, actors and articles."""
    realised = sum(words.statuses[contact.status].realised for contact in contacts)
    first = min((d for c in contacts if (d := c.period.not_before or c.period.not_after)), default=None)
    last = max((d for c in contacts if (d := c.period.not_after or c.period.not_before)), default=None)
    parts = [when(Period(first, last))] if first and last else []
    held = f"{realised} {'contact' if realised == 1 else 'contacts'} took place"
    others = len(contacts) - realised
    parts.append(f"{held}, {others} did not or {'is' if others == 1 else 'are'} disputed" if others else held)
    parts.append(f"{actors} {'actor' if actors == 1 else 'actors'}")
    if drawn < actors:
        parts[-1] = f"the strongest {drawn:,} of {actors:,} actors"
    parts.append(f"{articles} {'article' if articles == 1 else 'articles'}")
    return " · ".join(parts)
