"""Offices whose holder an article does not name, filled by who alone is named in them around that time.

    an article of March   "the Tuvaluan foreign minister"      a node for the office
    an article of May     "Foreign Minister Lomalu Teniko"     the office of March is he

What is known of terms of office goes before this (`by_office`), and what users decide as well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from kg.actors.blocking import office_borne, unnamed_office
from kg.actors.names import person_name
from kg.actors.weights import weights
from kg.model import Identity, NamedActor
from kg.office_holders import holders
from kg.offices import Office


@dataclass(frozen=True, slots=True)
class Bearing:
    """That an article names somebody with an office: the named actor, the article's day, and the id of who it is."""

    named: NamedActor
    day: date | None
    actor: str


def asked_for(named: NamedActor, day: date | None) -> Office | None:
    """The office that stands in the place of a name, where nobody is known to have held it on that day."""
    office = unnamed_office(named)
    if office is None or day is None or holders().who(office.name, office.country or "", day):
        return None
    return office


def filled(
    named: Iterable[NamedActor],
    who: Mapping[str, str],
    published: Mapping[str, date | None],
    is_open: Callable[[NamedActor], bool],
    elsewhere: Iterable[Bearing] = (),
) -> dict[str, Identity]:
    """For offices without a named holder who held them, by id of the named actor.

    Args:
        named: named actors of any articles.
        who: id of each of them → id of the actor it is without this.
        published: id of an article → its day of publication.
        is_open: whether nobody is known yet, and nothing is decided, of such a named actor.
        elsewhere: further bearers of the same offices.
    """
    asked: list[tuple[NamedActor, Office, date]] = []
    borne: dict[Office, _Borne] = defaultdict(_Borne)
    for one in named:
        day = published.get(one.article)
        if day and (office := asked_for(one, day)):
            asked.append((one, office, day))
        elif (office := office_borne(one)) and one.id in who:
            borne[office].add(Bearing(one, day, who[one.id]))
    for bearing in elsewhere:
        if office := office_borne(bearing.named):
            borne[office].add(bearing)
    found = {}
    holder = cache(lambda office, day: _holder(office, day, borne[office].days))
    for one, office, day in asked:
        if office not in borne or one.article in borne[office].articles or not is_open(one):
            continue  # an article that has both took them for two
        if nearest := holder(office, day):
            because = f"{one.name}: around that time only “{nearest.named.name}” is named so, as on {nearest.day}"
            found[one.id] = Identity(one.id, nearest.actor, because)
    return found


@dataclass(slots=True)
class _Borne:
    """Who bears an office, day by day: the ids of the actors, and the first who is named in full."""

    days: dict[date, tuple[set[str], list[Bearing]]] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)

    def add(self, bearing: Bearing) -> None:
        self.articles.add(bearing.named.article)
        if bearing.day is None:
            return
        actors, full = self.days.setdefault(bearing.day, (set(), []))
        actors.add(bearing.actor)
        if person_name(bearing.named.name, bearing.named.country).full:
            full[:] = [min((*full, bearing), key=lambda each: each.named.id)]


def _holder(office: Office, on: date, borne: Mapping[date, tuple[set[str], list[Bearing]]]) -> Bearing | None:
    """The nearest naming of the only one who is named in the office within a year, if that is near or on both sides."""
    around = {(day - on).days: told for day, told in borne.items() if abs((day - on).days) <= weights().office_days}
    full = [(abs(days), days, bearing) for days, (_, named) in around.items() for bearing in named]
    if not full or len(set().union(*(actors for actors, _ in around.values()))) > 1:
        return None
    before, after = any(days <= 0 for days in around), any(days >= 0 for days in around)
    days, _, nearest = min(full, key=lambda each: each[:2])
    if not (before and after) and days > weights().office_days_one_side:
        return None
    return nearest if _may_have_held(nearest.actor, office, on, before) else None


def _may_have_held(actor: str, office: Office, on: date, before: bool) -> bool:
    """Whether nothing that is known of the terms of this office speaks against somebody's holding it on a day.

    Whom alone articles name so may have followed, since, one who perhaps still held it: unless they did so before.
    """
    country = office.country or ""
    terms = [term for term in holders().who(office.name, country) if term.person.id == actor]
    if terms and not any(term.possible(on) for term in terms):
        return False
    return before or all(term.person.id == actor for term in holders().perhaps(office.name, country, on))
