"""Contacts as a plain dictionary that the page draws and that tests can read."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from kg.model import Actor, Contact, Document, Identity, Period
from kg.view.evidence import Evidence
from kg.view.layout import Layout, Room, layout
from kg.view.nodes import Node, countries, nodes, offices, rooms, strongest
from kg.view.showing import PLAIN, Showing
from kg.view.style import Style, style
from kg.view.text import day, shown, when
from kg.view.ties import edges
from kg.vocabulary import Vocabulary, vocabulary

Page = dict[str, Any]


def page(
    contacts: Iterable[Contact],
    actors: Mapping[str, Actor],
    documents: Iterable[Document],
    identities: Iterable[Identity] = (),
    showing: Showing = PLAIN,
) -> Page:
    """What the page shows: `title`, `summary`, `nodes`, `edges`, `contacts`, `articles`, `quotes` and more.

    A node is an actor or the destination of a visit ("place:ankara"); an edge is a pair of nodes with the
    numbers of its contacts; a contact lists the numbers of its nodes, articles and quotes. Each is there once.
    """
    look, words = style(), vocabulary()
    told = list(documents)
    latest_first = sorted(contacts, key=lambda contact: contact.id)
    latest_first.sort(key=lambda contact: contact.period.not_after or date.min, reverse=True)

    everyone = nodes(latest_first, actors, words, look, showing.places)
    drawn = strongest(everyone, look)
    kept = latest_first if len(drawn) == len(everyone) else [c for c in latest_first if _joins_two(c, drawn)]
    lines = edges(kept, drawn)
    larger = _place(drawn, lines, look)
    for actor, held in offices(told, identities).items():
        if actor in drawn:
            drawn[actor]["offices"] = [shown(office, look.limits.name_characters) for office in held[:6]]
    evidence = Evidence(told, look, showing.quotes)
    numbers = {key: number for number, key in enumerate(drawn)}
    cards = [_contact(contact, numbers, everyone, actors, evidence, words, look) for contact in kept]
    return {
        "title": shown(showing.title or "", look.limits.name_characters) or "Who was in contact with whom",
        "summary": _summary(latest_first, words, len(told), showing),
        "filters": [shown(each, look.limits.name_characters) for each in showing.filters],
        "notice": _notice(everyone, drawn, len(latest_first) - len(kept)),
        "nodes": list(drawn.values()),
        "edges": lines,
        "contacts": cards,
        "articles": evidence.articles,
        "quotes": evidence.quotes,
        "countries": countries(drawn),
        "relations": _relations(words, look),
        "statuses": _statuses(words, look),
        "larger": larger,
        "look": asdict(look) | {"layout": None},
    }


def _joins_two(contact: Contact, drawn: Mapping[str, Node]) -> bool:
    return sum(actor in drawn for actor in contact.actors) + bool(contact.destination) > 1


def _place(drawn: dict[str, Node], lines: list[dict[str, Any]], look: Style) -> float:
    """Gives each node that a line joins to another its `x`, `y` and `community`; returns how large they are."""
    pairs = [(edge["from"], edge["to"]) for edge in lines]
    joined = {key: drawn[key] for key in sorted({key for pair in pairs for key in pair})}
    best, best_share, best_larger = Layout({}, {}), 0.0, 1.0
    # Names keep their size when the whole is made to fit the page; so the page tries how much room they need.
    for larger in look.layout.larger if len(joined) <= look.layout.named else [1.0]:
        needed = rooms(joined, look, larger)
        found = layout(needed, pairs, look.layout)
        share = larger * _fit(found, needed, look)
        if share > best_share:
            best, best_share, best_larger = found, share, larger
        if share >= 1:
            break
    for key, (x, y) in best.places.items():
        drawn[key] |= {"x": x, "y": y, "community": best.communities[key]}
    return best_larger


def _fit(found: Layout, needed: Mapping[str, Room], look: Style) -> float:
    """The zoom at which all that is drawn first fits the page."""
    places = [(found.places[key], room) for key, room in needed.items() if room.first] or [((0, 0), Room(1, 1, 1))]
    wide = max(x + room.width / 2 for (x, _), room in places) - min(x - room.width / 2 for (x, _), room in places)
    high = max(y + room.below for (_, y), room in places) - min(y - room.above for (_, y), room in places)
    return min(look.layout.width / wide, look.layout.height / high)


def _contact(
    contact: Contact,
    numbers: Mapping[str, int],
    everyone: Mapping[str, Node],
    actors: Mapping[str, Actor],
    evidence: Evidence,
    words: Vocabulary,
    look: Style,
) -> Page:
    limit = look.limits.name_characters
    acting = _acting(contact, words)
    order = [*(actor for actor in contact.actors if actor in acting), *(a for a in contact.actors if a not in acting)]
    period = contact.period
    told: Page = {
        "id": contact.id,
        "label": shown(contact.label, limit),
        "relation": contact.relation,
        "status": contact.status,
        "when": when(period),
        "first": (first := period.not_before or period.not_after) and first.isoformat(),
        "last": (last := period.not_after or period.not_before) and last.isoformat(),
        "place": shown(contact.place.name, limit) if contact.place else None,
        "destination": shown(contact.destination.name, limit) if contact.destination else None,
        "topics": [shown(topic, limit) for topic in contact.topics],
        "actors": [numbers[actor] for actor in order if actor in numbers],
        "acting": sum(actor in numbers for actor in acting),
        "also": [everyone[actor]["name"] for actor in order if actor not in numbers],
        "sources": contact.sources,
        "confidence": round(contact.confidence, 2),
        "remarks": _remarks(contact),
        "evidence": evidence.of(contact, actors),
    }
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _remarks(contact: Contact) -> list[str]:
    """What users have decided about it."""
    again = ["rejected before, told again since"] if contact.told_again else []
    return [*again, *(["confirmed by a user"] if contact.confirmed else [])]


def _acting(contact: Contact, words: Vocabulary) -> set[str]:
    """Who acted; where nobody is told to have, the first."""
    relation = words.relations[contact.relation]
    acting = {role.actor for role in contact.roles if relation.ordered and role.name == relation.subject_role}
    return acting or {contact.initiator or contact.actors[0]}


def _relations(words: Vocabulary, look: Style) -> dict[str, Page]:
    """Relation → how it reads, and the place of its family in `style.toml`; the last stands for all others."""
    return {
        name: {"label": name.replace("_", " "), "family": _family("+".join(sorted(relation.families)), look)}
        for name, relation in words.relations.items()
    }


def _family(name: str, look: Style) -> int:
    found = (number for number, family in enumerate(look.family) if name in family.names)
    return next(found, len(look.family) - 1)


def _statuses(words: Vocabulary, look: Style) -> dict[str, Page]:
    """Status → whether such a contact took place, its order, and the dashes of a pair that has no better."""
    return {
        name: {
            "realised": status.realised,
            "rank": status.rank,
            "dashes": False if status.realised else _dashes(name, look),
        }
        for name, status in words.statuses.items()
    }


def _dashes(status: str, look: Style) -> list[int]:
    return next((line.dashes for line in look.line if status in line.statuses), look.line[-1].dashes)


def _summary(contacts: list[Contact], words: Vocabulary, articles: int, showing: Showing) -> str:
    """What is in the page, in one line: period, numbers of contacts, actors and articles, date of the graph."""
    held = sum(words.statuses[contact.status].realised for contact in contacts)
    first = min((d for c in contacts if (d := c.period.not_before or c.period.not_after)), default=None)
    last = max((d for c in contacts if (d := c.period.not_after or c.period.not_before)), default=None)
    parts = [when(Period(first, last))] if first and last else []
    took_place = f"{held:,} {'contact' if held == 1 else 'contacts'} took place"
    others = len(contacts) - held
    parts.append(
        f"{took_place}, {others:,} did not or {'is' if others == 1 else 'are'} disputed" if others else took_place
    )
    parts.append(_plural(len({actor for contact in contacts for actor in contact.actors}), "actor"))
    parts.append(_plural(articles, "article"))
    if showing.as_of:
        parts.append(f"as of {day(showing.as_of.isoformat())}")
    return " · ".join(parts)


def _notice(everyone: Mapping[str, Node], drawn: Mapping[str, Node], left_out: int) -> str:
    """What a reader must know where not everybody is drawn, with the way to see the others."""
    if len(drawn) == len(everyone):
        return ""
    return (
        f"Too many for one picture: these are the {len(drawn):,} of {len(everyone):,} with most contacts; "
        f"{left_out:,} contacts of the others are not here. To go deeper: kg view --around NAME, --country CODE, "
        "--since DAY."
    )


def _plural(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"
