"""Whom a name means: forgiving of case, accents and order, strict where it could mean several."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from kg.errors import QueryError
from kg.gazetteer import fold
from kg.model import Actor

_NEAR: Final = 65  # of 100, as rapidfuzz scores likeness; below it a suggestion has little to do with the name
_BESIDE: Final = 10  # points below the likest that a name may be to stand beside it
_LOOKED_AT: Final = 100
"""Names that are near as wholes, of which each word is compared."""
_SHOWN: Final = 12


def words(text: str) -> frozenset[str]:
    """The words of a name or text, folded, without punctuation."""
    return frozenset("".join(c if c.isalnum() else " " for c in fold(text).replace("'", "")).split())


def meant(name: str, actors: Mapping[str, Actor], seen: Callable[[str], bool] | None = None) -> frozenset[str]:
    """Ids of the actors that a name means: one, or a country with all its officials.

    It is enough to give some words of any name of the actor, or its id. What is somebody's whole name means that
    one; the name of a country means its officials too.

    Args:
        name: what was asked for.
        actors: all there are, by id.
        seen: tells of an id whether the actor has any contact; where several fit, those who have come first.

    Raises:
        QueryError: it means nobody, or could mean several; they are listed.
    """
    if (id_ := name.removeprefix("act:")) in actors:
        one = actors[id_]
        return of_country(one.country, actors.values()) | {id_} if one.type == "country" else frozenset([id_])
    whole, part = _fitting(name, actors.values())
    countries = {actor.country for actor in whole if actor.type == "country"} - {None}
    if countries:
        ids = frozenset(actor.id for actor in whole)
        return ids.union(*(of_country(code, actors.values()) for code in countries))
    surely = len(words(name)) > 1 or any(actor.type != "person" for actor in whole)
    fits = whole if whole and surely else whole + part
    if len(fits) > 1 and seen:
        fits = [actor for actor in fits if seen(actor.id)] or fits
    if len(fits) == 1:
        return frozenset([fits[0].id])
    raise _several(name, fits) if fits else _nobody(name, _in_contact(actors.values(), seen))


def _in_contact(actors: Iterable[Actor], seen: Callable[[str], bool] | None) -> Iterable[Actor]:
    """Those of whom the store tells a contact: nobody means a name that only the known actors have."""
    return (actor for actor in actors if seen(actor.id)) if seen else actors


def country_meant(name: str, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Ids of a country and its officials, by the country's name or two-letter code.

    Raises:
        QueryError: there is no such country.
    """
    wanted = words(name)
    states = [actor for actor in actors.values() if actor.type == "country"]
    codes = {
        state.country
        for state in states
        if state.country == name.upper() or (wanted and any(wanted == words(form) for form in forms(state)))
    } - {None}
    if not codes:
        raise _nobody(name, states, "country named")
    return frozenset().union(*(of_country(code, actors.values()) for code in codes))


def of_country(code: str | None, actors: Iterable[Actor]) -> frozenset[str]:
    """Ids of all actors of a country, and of those who speak or spoke for it."""
    if code is None:
        return frozenset()
    from kg.actors.representing import countries_represented  # terms of office, which most questions do without

    return frozenset(one.id for one in actors if one.country == code or code in countries_represented(one))


def forms(actor: Actor) -> Iterator[str]:
    """All names of an actor."""
    yield actor.name
    yield from actor.names


def _fitting(name: str, actors: Iterable[Actor]) -> tuple[list[Actor], list[Actor]]:
    """Who has the name as a whole, and who only among others."""
    wanted = words(name)
    whole: list[Actor] = []
    part: list[Actor] = []
    if not wanted:
        return whole, part
    longest = max(wanted, key=len)
    for actor in actors:
        found = [words(form) for form in forms(actor) if longest in fold(form).replace("'", "")]
        if wanted in found:
            whole.append(actor)
        elif any(wanted <= each for each in found):
            part.append(actor)
    return whole, part


def _several(name: str, fits: Collection[Actor]) -> QueryError:
    listed = [f"{actor.name} ({', '.join(filter(None, (actor.country, f'act:{actor.id}')))})" for actor in fits]
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return QueryError(
        f"“{name}” could be any of {len(listed)}: {'; '.join(sorted(listed)[:_SHOWN])}{more}",
        "Give more of the name, or what stands in brackets",
    )


def _nobody(name: str, actors: Iterable[Actor], kind: str = "actor named") -> QueryError:
    near = nearest(name, actors)
    return QueryError(f"there is no {kind} “{name}”", f"Did you mean {' or '.join(near)}?" if near else "")


def nearest(name: str, actors: Iterable[Actor]) -> list[str]:
    """Names of actors whose words look most like those of a name, likest first; at most three.

    All names are looked at once, as wholes; word by word only those that are near.
    """
    from rapidfuzz.fuzz import WRatio, ratio
    from rapidfuzz.process import extract

    wanted = words(name)
    if not wanted:
        return []

    def likeness(form: str) -> float:
        return sum(max((ratio(one, other) for other in words(form)), default=0) for one in wanted) / len(wanted)

    told = [(fold(form), actor.name) for actor in actors for form in forms(actor)]
    scores: dict[str, float] = {}
    for form, _, place in extract(fold(name), [form for form, _ in told], scorer=WRatio, limit=_LOOKED_AT):
        of = told[place][1]
        scores[of] = max(scores.get(of, 0), likeness(form))
    best = max(scores.values(), default=0)
    near = [found for found, score in scores.items() if score >= max(_NEAR, best - _BESIDE)]
    return sorted(near, key=lambda found: (-scores[found], found))[:3]
