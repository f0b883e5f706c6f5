"""Names that contacts and actors once had: what they are called now.

A contact is named after its earliest report, a discovered actor has six digits made from his earliest named
actor. Both stay findable when an earlier article, or a decision, has given another name.
"""

import hashlib
import re
from collections import Counter

from pyoxigraph import NamedNode

from kg.graph.iris import PREFIXES, local_name, minted, term
from kg.graph.layers import CONTACTS, DECISIONS, IDENTITY, KNOWN
from kg.graph.store import Quads, subjects_of
from kg.graph.terms import LABEL, TYPE

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_MARKED = re.compile(r".+-([0-9a-f]{6})")
_TOLD = (term("kg:reportedIn"), term("kg:rejectedIn"))
_DENOTES, _LESSER = term("kg:denotes"), term("kg:lesser")


def contact_now(view: Quads, id_: str) -> str | None:
    """The id of the contact that has, or had, this one; None where there is none any more."""
    if any(view.match(minted("con", id_), TYPE, graph=CONTACTS)):
        return id_
    told = (view.match(None, property_, minted("rep", id_), CONTACTS) for property_ in _TOLD)
    return next((local_name(contact) for found in told for contact in subjects_of(found)), None)


def actor_now(view: Quads, id_: str) -> str | None:
    """The id of the actor who has, or had, this one; None where there is none any more."""
    merged = _merged(view)
    while (further := merged.pop(id_, None)) is not None:
        id_ = further
    if any(any(view.match(minted("act", id_), LABEL, graph=graph)) for graph in (KNOWN, CONTACTS)):
        return id_
    return _by_mark(view, id_)


def named_now(view: Quads, name: str) -> str:
    """What was asked for, with the id that an actor has now in the place of one that he had."""
    id_ = name.removeprefix("act:")
    if id_ == name and not _ID.fullmatch(name):
        return name
    now = actor_now(view, id_)
    return name if now is None or now == id_ else f"act:{now}"


def iri_now(view: Quads, iri: str) -> str:
    """The IRI that a contact or an actor has now; any other IRI as it is."""
    for prefix, look in (("con", contact_now), ("act", actor_now)):
        if iri.startswith(PREFIXES[prefix]) and (now := look(view, local_name(NamedNode(iri)))):
            return minted(prefix, now).value
    return iri


def _merged(view: Quads) -> dict[str, str]:
    """Known actors whom a decision has made others: their ids, and those they lead to."""
    if not any(view.match(None, _LESSER, graph=DECISIONS)):
        return {}
    from kg.decisions import effective  # brings in who is who, which a store without such decisions does without
    from kg.graph.decided import log

    return {one.lesser: one.to for one in effective(log(view)) if one.kind == "merge" and one.lesser and one.to}


def _mark(named: str) -> str:
    """The six digits that the id of a discovered actor has from his earliest named actor."""
    return hashlib.sha256(named.encode()).hexdigest()[:6]


def _by_mark(view: Quads, id_: str) -> str | None:
    if not (match := _MARKED.fullmatch(id_)):
        return None
    denoted = Counter(
        local_name(quad.object)
        for quad in view.match(None, _DENOTES, graph=IDENTITY)
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
        and _mark(local_name(quad.subject)) == match[1]
    )
    words = set(id_.split("-"))
    return min(denoted, key=lambda actor: (-len(words & set(actor.split("-"))), actor), default=None)
