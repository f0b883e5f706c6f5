"""What a user wants changed, made a decision: whom and which contact it means in a store, and on what it rests.

Nothing here writes: `kg.pipeline.decide` does.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from getpass import getuser
from typing import Final

from kg.actors import block_keys
from kg.analysis.meant import one_actor
from kg.decisions import Decision, Kind, ReportAnchor, effective, making
from kg.decisions.decision import key_of
from kg.decisions.making import Author
from kg.decisions.reports import anchors_of
from kg.errors import UsageError
from kg.gazetteer import fold, gazetteer
from kg.graph import reading
from kg.graph.decided import log
from kg.graph.former import actor_now, contact_now
from kg.graph.iris import local_name, minted, term
from kg.graph.layers import CONTACTS, IDENTITY
from kg.graph.store import Quads, nodes_of, subjects_of
from kg.graph.terms import text
from kg.model import Actor, Contact, NamedActor, Period
from kg.settings import AUTHOR_VARIABLE
from kg.vocabulary import vocabulary

_DENOTES, _BLOCK_KEY = term("kg:denotes"), term("kg:blockKey")
_SHORTEST: Final = 4  # characters of the id of a contact or decision that may stand for it


def author(by: str | None = None, why: str = "") -> Author:
    """Who decides now: as given, else as the environment has it, else the name of the login."""
    named = by or os.environ.get(AUTHOR_VARIABLE)
    if not named and (name := os.environ.get("GIT_AUTHOR_NAME")):
        address = os.environ.get("GIT_AUTHOR_EMAIL")
        named = f"{name} <{address}>" if address else name
    if not named:
        try:
            named = getuser()
        except (KeyError, OSError) as error:  # a process may run as nobody in particular
            raise UsageError("nobody is told who decides", f"Give --by NAME, or set {AUTHOR_VARIABLE}") from error
    return Author(" ".join(named.split()), datetime.now(UTC), why.strip())


def merge(view: Quads, by: Author, one: str, other: str) -> tuple[Decision, Actor, Actor]:
    """That two actors are one; also told: who is another now, and whom he is.

    A known actor stays; else whom more articles name; else the first.

    Raises:
        KgError: a name means nobody or several, or both mean the same.
    """
    kept, lesser = find_actor(view, one), find_actor(view, other)
    if kept.id == lesser.id:
        raise UsageError(f"“{one}” and “{other}” are one actor already: act:{kept.id}")
    named = {actor.id: list(reading.denoting(view, actor.id)) for actor in (kept, lesser)}
    if (lesser.known, len(named[lesser.id])) > (kept.known, len(named[kept.id])):
        kept, lesser = lesser, kept
    if not named[lesser.id] and not lesser.known:
        raise UsageError(f"no article names “{lesser.name}”")
    decision = making.merge(
        _last(view, by), (lesser, named[lesser.id]), (kept, named[kept.id]), _elsewhere(view, lesser, kept)
    )
    return decision, lesser, kept


def split(
    view: Quads, by: Author, name: str, spelling: str, article: str | None = None, since: date | None = None
) -> tuple[Decision, Actor]:
    """That those of an actor who are spelled so, in one article or since a day, are somebody else.

    Raises:
        KgError: the name means nobody or several, nobody of his is spelled so, or all are.
    """
    actor = find_actor(view, name)
    named = list(reading.denoting(view, actor.id))
    wanted = fold(spelling)
    spelled = [one for one in named if fold(one.name) == wanted]
    spelled = spelled or [one for one in named if wanted in map(fold, one.forms)]
    apart = [one for one in spelled if article in (None, one.article) and _published_since(view, one, since)]
    if not apart:
        names = ", ".join(sorted({f"“{one.name}”" for one in named})) or "nothing"
        where = " there" if spelled else ""
        raise UsageError(f"no article calls {actor.name} “{spelling}”{where}", f"He is called {names}")
    if len(apart) == len(named) and not actor.known:
        raise UsageError(
            f"every article calls {actor.name} so: nothing would be left of him", "Name an --article or --since a day"
        )
    return making.split(_last(view, by), actor, apart, spelling, _elsewhere(view, actor), article, since), actor


def rename(view: Quads, by: Author, name: str, new: str) -> tuple[Decision, Actor]:
    """What an actor is called.

    Raises:
        KgError: the name means nobody or several, or the new one is empty.
    """
    actor = find_actor(view, name)
    if not (new := " ".join(new.split())):
        raise UsageError("the new name is empty")
    named = list(reading.denoting(view, actor.id))
    return making.rename(_last(view, by), actor, named, new, _elsewhere(view, actor)), actor


def on_contact(view: Quads, by: Author, kind: Kind, name: str, values: Iterable[tuple[str, str]] = ()) -> Decision:
    """That a contact is wrong, right, or should say something else, on all its present reports.

    Raises:
        UsageError: there is no such contact.
    """
    contact = find_contact(view, name)
    anchors = _anchors(view, contact.reports)
    return making.on_reports(kind, _last(view, by), contact, anchors, whole=kind == "reject", values=tuple(values))


def on_report(view: Quads, by: Author, report: str) -> Decision:
    """That one report is wrong.

    Raises:
        UsageError: no contact has such a report.
    """
    report = report.removeprefix("rep:")
    told = subjects_of(view.match(None, term("kg:reportedIn"), minted("rep", report), CONTACTS))
    contact = next((reading.contact(view, node, {}) for node in told), None)
    if contact is None:
        raise UsageError(f"no contact has a report “{report}”", "kg contacts --format json names them")
    return making.on_reports("reject", _last(view, by), contact, _anchors(view, [report]))


def undo(view: Quads, by: Author, which: str) -> Decision:
    """That a decision, by its number in the log or by its id, does not hold any more.

    Raises:
        UsageError: there is no such decision.
    """
    decisions = log(view)
    if which.isdecimal() and 0 < int(which) <= len(decisions):
        return making.undo(_last(view, by), decisions[int(which) - 1])
    wanted = which.removeprefix("dec:")
    found = [one for one in decisions if one.id.startswith(wanted)] if len(wanted) >= _SHORTEST else []
    if len(found) != 1:
        raise UsageError(f"there is no decision “{which}”", "kg decisions lists them with their numbers")
    return making.undo(_last(view, by), found[0])


def fixes(
    status: str | None = None, day: str | None = None, relation: str | None = None, place: str | None = None
) -> list[tuple[str, str]]:
    """What a fix sets, each checked.

    Raises:
        UsageError: nothing is given, or a value is none.
    """
    words = vocabulary()
    told = [name for name, one in words.statuses.items() if not one.derived]
    found = []
    if status is not None:
        found.append(("status", _one_of("status", status, told)))
    if day is not None:
        try:
            Period.of(day)
        except ValueError as error:
            raise UsageError(f"--date cannot be “{day}”", "It takes YYYY-MM-DD, YYYY-MM or YYYY") from error
        found.append(("date", day))
    if relation is not None:
        found.append(("relation", _one_of("relation", relation, list(words.relations))))
    if place is not None:
        found += _place(place)
    if not found:
        raise UsageError("nothing is given to fix", "Give --status, --date, --relation or --place")
    return found


def find_actor(view: Quads, name: str) -> Actor:
    """The one actor that a name, or an id that he has or had, means.

    Raises:
        QueryError: it means nobody, or could mean several.
    """
    actors = {actor.id: actor for actor in reading.actors(view)}
    now = actor_now(view, name.removeprefix("act:"))
    return actors[now] if now in actors else one_actor(name, actors, _is_named(view))


def find_contact(view: Quads, name: str) -> Contact:
    """The contact with this id or beginning of an id, or that once had it.

    Raises:
        UsageError: there is none, or there are several.
    """
    id_ = name.removeprefix("con:")
    if now := contact_now(view, id_):
        return reading.contact(view, minted("con", now), {})
    all_ = {local_name(node) for node in subjects_of(view.match(None, term("kg:reportedIn"), graph=CONTACTS))}
    found = [one for one in all_ if one.startswith(id_)] if len(id_) >= _SHORTEST else []
    if len(found) == 1:
        return reading.contact(view, minted("con", found[0]), {})
    hint = "kg contacts --ids lists contacts with their ids"
    for one in effective(log(view)):
        if one.kind == "reject" and any(anchor.report == id_ for anchor in one.reports):
            raise UsageError(f"the contact “{name}” was rejected: {one.because}", "kg decisions tells how to undo it")
    raise UsageError(f"“{name}” begins {len(found)} ids" if found else f"there is no contact “{name}”", hint)


def _last(view: Quads, by: Author) -> Author:
    """The author at a time after all that is in the log, whatever the clocks of others say."""
    decisions = log(view)
    if not decisions or by.at > decisions[-1].at:
        return by
    return replace(by, at=decisions[-1].at + timedelta(microseconds=1))


def _anchors(view: Quads, reports: Iterable[str]) -> tuple[ReportAnchor, ...]:
    wanted = set(reports)
    anchors: list[ReportAnchor] = []
    for article in sorted(reading.articles_of(view, wanted)):
        if document := reading.document(view, article):
            anchors += anchors_of(document, (one for one in document.reports if one.id in wanted))
    return tuple(anchors)


def _elsewhere(view: Quads, *actors: Actor) -> Callable[[NamedActor], bool]:
    """Tells whether anybody but these actors goes by a name."""
    own = {actor.id for actor in actors}

    def tell(one: NamedActor) -> bool:
        wanted = key_of(one.type, one.name, one.country)
        for key in block_keys(one):
            for node in subjects_of(view.match(None, _BLOCK_KEY, text(key))):
                other = reading.described(view, node)
                if key_of(one.type, other.text("kg:name") or "", other.local("kg:namedCountry")) != wanted:
                    continue
                if any(local_name(actor) not in own for actor in nodes_of(view.match(node, _DENOTES, graph=IDENTITY))):
                    return True
        return False

    return tell


def _is_named(view: Quads) -> Callable[[str], bool]:
    return lambda actor: any(view.match(None, _DENOTES, minted("act", actor), IDENTITY))


def _published_since(view: Quads, one: NamedActor, since: date | None) -> bool:
    if since is None:
        return True
    day = reading.published(view, minted("art", one.article))
    return day is not None and day >= since


def _place(told: str) -> list[tuple[str, str]]:
    """A city as the gazetteer has it, with its country; "Tripoli, LB" tells which of several."""
    name, _, code = (part.strip() for part in told.partition(","))
    country = gazetteer().country(code.upper()) if code else None
    if not name or (code and country is None):
        raise UsageError(f"--place cannot be “{told}”", 'It takes a city, or city and country: "Tripoli, LB"')
    city = gazetteer().city(name, country.code if country else None)
    code = country.code if country else city.country if city else ""
    return [("place", city.name if city else name), *([("place_country", code)] if code else [])]


def _one_of(what: str, given: str, known: list[str]) -> str:
    if given not in known:
        raise UsageError(f"there is no {what} “{given}” to fix it to", f"There are: {', '.join(known)}")
    return given
