"""Whom an anaphor may mean: each possible answer, with its features."""

from dataclasses import dataclass
from itertools import combinations

from kg.extraction.learned.anaphors import Anaphor
from kg.extraction.learned.history import History
from kg.extraction.learned.reference_features import View
from kg.extraction.parse import Parsed

_RECENT = 5
"""Actors of a kind, the nearest first, of which pairs are made …"""
_THREE = 4
"""… and of which threes are."""
_MOST = 6
"""Actors of one sentence that may be meant together."""
_BEHIND = 3
"""Sentences behind from which all who are named may be meant together."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: the actors that are meant, none where it is nobody of the article's."""

    actors: tuple[int, ...]
    features: tuple[str, ...]


def options(anaphor: Anaphor, parsed: Parsed, history: History, quoted: bool) -> list[Option]:
    """The possible answers; the first is that it is nobody."""
    here, at = parsed.sentence.index, parsed.start[anaphor.token.i]
    view = View(anaphor, parsed, history, quoted)
    found = [Option((), tuple(view.nobody()))]
    found += [Option((entity,), tuple(view.one(entity))) for entity in view.latest]
    if anaphor.plural:
        for several in _together(view, here, at):
            found.append(Option(several, tuple(view.several(several))))
    return found


def _together(view: View, here: int, at: int) -> list[tuple[int, ...]]:
    """Those who may be meant together: any two or three of the nearest of a kind, or all of one sentence."""
    found: dict[frozenset[int], tuple[int, ...]] = {}
    for near in view.kinds():
        groups = [*combinations(near[:_RECENT], 2), *combinations(near[:_THREE], 3)]
        for index in range(here, max(here - _BEHIND, 0) - 1, -1):
            row = dict.fromkeys(
                e
                for e in near
                for p in view.history.places[e]
                if p.sentence == index and (index, p.offset) < (here, at)
            )
            if 2 <= len(row) <= _MOST:
                groups.append(tuple(row))
        main = sorted(near, key=lambda e: (-len(view.history.places[e]), e))
        groups += [tuple(main[:2])] if len(main) > 1 else []
        titled = tuple(e for e in near if e in view.history.titled)
        groups += [titled] if 2 <= len(titled) <= _MOST else []
        again = tuple(e for e in view.history.last.get("+", ()) if e in near)
        groups += [again] if len(again) > 1 else []
        for group in groups:
            found.setdefault(frozenset(group), group)
    return list(found.values())
