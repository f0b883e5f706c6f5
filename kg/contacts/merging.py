"""Which reports tell of one contact.

Reports of the same actors are taken in steps: those of one day first, then neighbouring days, then longer
periods, then those without a date. In each step the order is that of publication and id, not of the input.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from kg.contacts.drafts import Draft
from kg.contacts.places import is_country
from kg.contacts.status import ANNOUNCED
from kg.contacts.tellings import Telling

_DAY = timedelta(days=1)
_NEWS = timedelta(days=7)
"""A report without a date tells of what happened in the week before its publication."""
_LONGEST = timedelta(days=31)
"""A longer period ("in 2019") says too little to tell which contact is meant."""


def merge(told: Iterable[Telling]) -> list[list[Telling]]:
    """Groups of tellings, each of one contact."""
    by_actors: dict[frozenset[str], list[Telling]] = defaultdict(list)
    for telling in told:
        by_actors[frozenset(telling.actors)].append(telling)
    return [draft.tellings for group in by_actors.values() for draft in _drafts(group)]


def _drafts(told: list[Telling]) -> list[Draft]:
    told.sort(key=_definiteness)
    drafts: list[Draft] = []
    for telling in told:
        if telling.day:
            same_day = [draft for draft in drafts if draft.day == telling.day]
            _join_or_begin(Draft.of(telling, telling.day, telling.day), same_day, drafts)
    _join_neighbours(drafts)
    for telling in told:
        period = telling.report.period
        if not telling.day and period.not_before and period.not_after:
            new = Draft.of(telling, period.not_before, period.not_after)
            _join_or_begin(new, [draft for draft in drafts if _meet(draft, new)], drafts)
    for telling in told:
        if not (telling.report.period.not_before and telling.report.period.not_after):
            _join_or_begin_undated(telling, drafts)
    return drafts


def _definiteness(telling: Telling) -> tuple[int, bool, bool, date, str]:
    """What says most of its contact comes first: "called" before "spoke with", "hosted" before "met"."""
    vague = telling.destination is not None and is_country(telling.destination)
    return len(telling.relation.families), telling.sides is None, vague, *telling.order


def _join_or_begin(new: Draft, candidates: Iterable[Draft], drafts: list[Draft]) -> None:
    """Joins the draft that fits; where several kinds fit, only one of its very own kind, or none."""
    fitting = [draft for draft in candidates if draft.agrees(new)]
    if len({draft.kind for draft in fitting}) > 1:
        fitting = [draft for draft in fitting if draft.kind == new.kind]
    if fitting:
        fitting[0].join(new)
    else:
        drafts.append(new)


def _join_neighbours(drafts: list[Draft]) -> None:
    """Joins contacts of two days in a row, as outlets in two time zones tell them.

    Three days in a row are three contacts: the one in between fits both others.
    """
    days = {draft.day for draft in drafts if draft.day}
    for first in sorted(days):
        second = first + _DAY
        if second not in days or first - _DAY in days or second + _DAY in days:
            continue
        earlier = [draft for draft in drafts if draft.day == first]
        later = [draft for draft in drafts if draft.day == second]
        for draft in earlier:
            matches = [other for other in later if draft.agrees(other)]
            if len(matches) == 1 and [one for one in earlier if one.agrees(matches[0])] == [draft]:
                _keep_earliest_published(draft, matches[0])
                later.remove(matches[0])
                drafts.remove(matches[0])


def _keep_earliest_published(one: Draft, other: Draft) -> None:
    """Joins the second into the first; the days are those that the earliest published report tells."""
    first = min(one.tellings + other.tellings, key=lambda telling: telling.order)
    one.join(other)
    one.start = one.end = one.day = first.day


def _meet(draft: Draft, new: Draft) -> bool:
    if not (draft.start and draft.end and new.start and new.end):
        return False
    if max(draft.end - draft.start, new.end - new.start) > _LONGEST:
        return (draft.start, draft.end) == (new.start, new.end)
    return draft.start - _DAY <= new.end and new.start - _DAY <= draft.end


def _join_or_begin_undated(telling: Telling, drafts: list[Draft]) -> None:
    """Joins the only contact of the week before publication; an announcement none that took place."""
    published = telling.article.published
    new = Draft.of(telling, published, published)
    lately = [
        draft
        for draft in drafts
        if published
        and draft.start
        and draft.end
        and draft.start <= published
        and draft.end >= published - _NEWS
        and (draft.announced_only or telling.report.status not in ANNOUNCED)
    ]
    fitting = [draft for draft in lately if draft.agrees(new)]
    if len(fitting) == 1:
        fitting[0].join(new)
    else:
        drafts.append(new)
