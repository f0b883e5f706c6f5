"""The contacts that changed articles can change, and what hangs on them: direct triples, parts, places.

A contact depends on the reports of exactly its actors, its group. So the groups of all affected reports,
before and after, are derived anew; what changes in them tells which direct triples, parts and places may change.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import permutations, product

from pyoxigraph import NamedNode, Quad

from kg.contacts import derive
from kg.contacts.parts import with_parts
from kg.contacts.tellings import Telling, tellings
from kg.contacts.ties import ties
from kg.derivation.after import After, Stored, places_of
from kg.derivation.decided import Decided
from kg.derivation.identity import Judged
from kg.graph import reading
from kg.graph.difference import Change, difference
from kg.graph.events import contact_quads, place_node, place_quads, tie_quads
from kg.graph.iris import is_minted, minted, term
from kg.graph.layers import CONTACTS
from kg.graph.store import Quads, nodes_of, subjects_of
from kg.graph.terms import TYPE, Node, by_subject
from kg.model import Actor, Contact, Document
from kg.vocabulary import vocabulary

_IN_ARTICLE, _PART_OF = term("kg:inArticle"), term("kg:partOf")
_SIDES = (term("kg:reportedSubject"), term("kg:reportedObject"))


def contact_change(old: Quads, new: Quads, graphs: Collection[NamedNode], judged: Judged, decided: Decided) -> Change:
    """What changes in contacts, direct triples and places.

    Args:
        old: the store as it is.
        new: the same with the new graphs of the articles.
        graphs: the articles.
        judged: who is who in the blocks they touch.
        decided: the decisions that hold afterwards.
    """
    stored = Stored(old)
    reports_before, reports_after = (_affected(view, graphs, judged) for view in (old, new))
    groups = {stored.group(one) for report in reports_before for one in stored.told_in(report)}
    groups |= set(_untold(reports_before, stored)) if decided.on_reports else set()
    documents, who, _ = _told(reports_after, old, new, judged, decided)
    groups |= {_group(told) for told in tellings(documents, who)}
    scope = {contact for group in groups for contact in stored.of_group(group)}
    others = {report for contact in scope for report in stored.reports(contact)} - reports_before
    verdicts = decided.verdicts(new)
    rejected = {minted("rep", one) for one in verdicts.rejected} - others - reports_after
    documents, who, _ = _told(rejected, old, new, judged, decided)
    others |= {minted("rep", told.report.id) for told in tellings(documents, who) if _group(told) in groups}
    derived = derive(*_told(others | reports_after, old, new, judged, decided), verdicts)
    fresh = {minted("con", one.id): replace(one, part_of=None) for one in derived}
    after = After(stored, scope, fresh)

    was = [quad for one in scope for quad in old.match(one, graph=CONTACTS) if quad.predicate != _PART_OF]
    contacts = difference(was, (quad for one in fresh.values() for quad in contact_quads(one)))
    changed = set(subjects_of(contacts.removed | contacts.added))
    gone = by_subject(quad for quad in was if quad.subject in changed).values()
    come = [fresh[one] for one in changed if one in fresh]
    return (
        contacts | _tie_change(gone, come, after) | _place_change(gone, come, after) | _part_change(gone, come, after)
    )


def _affected(view: Quads, graphs: Iterable[NamedNode], judged: Judged) -> set[NamedNode]:
    """The reports of these articles, and all about a named actor who denotes another actor now."""
    in_articles = (view.match(None, TYPE, term("kg:Report"), graph) for graph in graphs)
    about = (view.match(None, side, named) for named in judged.changed for side in _SIDES)
    return {report for found in (*in_articles, *about) for report in subjects_of(found)}


def _told(
    reports: Iterable[NamedNode], old: Quads, new: Quads, judged: Judged, decided: Decided
) -> tuple[list[Document], dict[str, str], dict[str, Actor]]:
    """The reports in their documents, as decided; which actor each named actor in them denotes; and these actors."""
    documents = [decided.corrected(document, new) for document in _documents(reports, new)]
    named = {one.id for document in documents for one in document.actors}
    who = {one: actor for one in named if (actor := judged.actor_of(one, old))}
    return documents, who, {id_: judged.actor(id_, old) for id_ in set(who.values())}


def _documents(reports: Iterable[NamedNode], view: Quads) -> list[Document]:
    by_article: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for report in reports:
        for article in nodes_of(view.match(report, _IN_ARTICLE)):
            by_article[article].add(report)
    return [reading.excerpt(view, article, found) for article, found in by_article.items()]


def _untold(reports: Iterable[NamedNode], stored: Stored) -> Iterator[frozenset[NamedNode]]:
    """The actors of reports that no contact is told in, since they were rejected: the others' names hang on them."""
    untold = [report for report in reports if not any(stored.told_in(report))]
    documents = _documents(untold, stored.view)
    ids = {named.id for document in documents for named in document.actors}
    who = {id_: actor for id_ in ids if (actor := stored.actor_of(id_))}
    return (_group(told) for told in tellings(documents, who))


def _group(told: Telling) -> frozenset[NamedNode]:
    return frozenset(minted("act", actor) for actor in told.actors)


def _tie_change(gone: Iterable[Node], come: Iterable[Contact], after: After) -> Change:
    """Direct triples between the actors of contacts that changed, and from them to where they went."""
    ends: set[tuple[NamedNode, NamedNode]] = set()
    for node in gone:
        actors = node.nodes("kg:involves")
        ends.update([*permutations(actors, 2), *product(actors, node.nodes("kg:destination"))])
    for contact in come:
        actors = [minted("act", actor) for actor in contact.actors]
        goals = [place_node(contact.destination)] if contact.destination else []
        ends.update([*permutations(actors, 2), *product(actors, goals)])
    names = {term(f"kg:{name}") for name in (*vocabulary().relations, *vocabulary().abstract)}
    stored = {
        quad
        for actor, target in ends
        for quad in after.stored.view.match(actor, None, target, CONTACTS)
        if quad.predicate in names
    }
    given = {quad for quad in tie_quads(ties(after.fresh)) if (quad.subject, quad.object) in ends}
    # What no fresh contact gives may still be given by one outside the scope: only then these are read.
    doubtful = {(quad.subject, quad.object) for quad in stored - given}
    others = {one.id: one for actor, target in ends & doubtful for one in after.others_between(actor, target)}
    given |= {quad for quad in tie_quads(ties(others.values())) if (quad.subject, quad.object) in doubtful}
    return difference(stored, given)


def _place_change(gone: Iterable[Node], come: Iterable[Contact], after: After) -> Change:
    """The places of contacts that changed: each is described as long as a contact is or goes there."""
    described = {place_node(place): place for contact in come for place in places_of(contact)}
    left = {place for node in gone for name in ("kg:place", "kg:destination") for place in node.nodes(name)}
    unused = {place for place in left - described.keys() if is_minted("place", place) and not after.uses(place)}
    return difference(
        (quad for place in unused | described.keys() for quad in after.stored.view.match(place, graph=CONTACTS)),
        (quad for place in described.values() for quad in place_quads(place)),
    )


def _part_change(gone: Iterable[Node], come: Iterable[Contact], after: After) -> Change:
    """Which contacts are parts of others, on all days of contacts that changed."""
    days = {began for node in gone if "kg:place" in node for began in [node.day("kg:notBefore")] if began}
    days |= {one.period.not_before for one in come if one.place and one.period.not_before}
    there = {contact.id: contact for began in days for contact in after.on(began)}
    parts = {
        Quad(minted("con", part.id), _PART_OF, minted("con", part.part_of), CONTACTS)
        for part in with_parts(replace(contact, part_of=None) for contact in there.values())
        if part.part_of is not None
    }
    nodes = {minted("con", id_) for id_ in there} | {node.subject for node in gone}
    return difference(
        (quad for node in nodes for quad in after.stored.view.match(node, _PART_OF, graph=CONTACTS)), parts
    )
