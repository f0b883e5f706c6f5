"""A contact in one line: "Abbas Araghchi met Hakan Fidan (planned), Ankara, 2024-12-02"."""

from collections.abc import Mapping, Sequence

from kg.model import Actor, Contact, Period
from kg.vocabulary import vocabulary

_MOST_NAMES = 4


def label_of(contact: Contact, actors: Mapping[str, Actor]) -> str:
    """The label: who, what, with whom, in brackets what it is if it did not occur, where and when."""

    def names(ids: Sequence[str]) -> str:
        shown = [actors[id_].name if id_ in actors else id_ for id_ in ids]
        if len(shown) > _MOST_NAMES:
            shown = [*shown[: _MOST_NAMES - 1], f"{len(shown) - _MOST_NAMES + 1} others"]
        return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))

    relation = vocabulary().relations[contact.relation]
    if relation.ordered:
        subjects = [role.actor for role in contact.roles if role.name == relation.subject_role]
    elif contact.objects:
        subjects = [actor for actor in contact.actors if actor not in contact.objects]
    else:
        subjects = [contact.initiator or contact.actors[0]]
    objects = [actor for actor in contact.actors if actor not in subjects]
    place = contact.place.name if contact.place else None
    goal = contact.destination.name if contact.destination else None
    said = " ".join(filter(None, (names(subjects), relation.verb, names(objects) if objects else goal)))
    where = dict.fromkeys(name for name in (goal, place) if name and (objects or name != goal))
    when, by = _when(contact.period)
    again = "told again" if contact.told_again else None
    remark = ", ".join(filter(None, (contact.status if contact.status != "occurred" else None, again, by)))
    return ", ".join(filter(None, (f"{said} ({remark})" if remark else said, *where, when)))


def _when(period: Period) -> tuple[str | None, str | None]:
    """The date as told, and what bounds it where none is told."""
    if period.told:
        return period.told, None
    if period.not_before and period.not_after:
        if period.not_before == period.not_after:
            return period.not_before.isoformat(), None
        return f"{period.not_before} to {period.not_after}", None
    if period.not_after:
        return None, f"by {period.not_after}"
    return None, f"from {period.not_before}" if period.not_before else None
