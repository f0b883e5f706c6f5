"""Which decision says who a named actor is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kg.decisions.decision import Decision, NameAnchor, key_of
from kg.model import Actor, NamedActor

Rank = tuple[tuple[bool, date], int]
"""How specific a rule is, then its place in the log: the greater wins."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One anchor of one decision."""

    decision: Decision
    anchor: NameAnchor
    rank: Rank


class Rules:
    """The decisions about actors that hold, looked up by name."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        held = [one for one in decisions if one.kind in ("merge", "split", "rename")]
        self.merges = tuple(one for one in held if one.kind == "merge")
        self.splits = tuple(one for one in held if one.kind == "split")
        self.renames = tuple(one for one in held if one.kind == "rename")
        self._by_key: dict[tuple[str, str, str], list[Rule]] = defaultdict(list)
        for place, decision in enumerate(held):
            for anchor in decision.names if decision.kind != "rename" else ():
                self._by_key[anchor.key].append(Rule(decision, anchor, (anchor.specificity, place)))

    def __bool__(self) -> bool:
        return bool(self.merges or self.splits or self.renames)

    def of(self, named: NamedActor, published: date | None) -> list[Rule]:
        """All rules that mean this named actor, the strongest last."""
        rules = self._by_key.get(key_of(named.type, named.name, named.country), ())
        return sorted((rule for rule in rules if rule.anchor.fits(named, published)), key=lambda rule: rule.rank)

    def known_as(self, known: Mapping[str, Actor]) -> Mapping[str, Actor]:
        """The known actors under the names that were decided for them.

        Whoever was merged into one leaves him his names; a name that was given up stays another name.
        """
        decided = dict(known)
        for merge in self.merges:
            if merge.to in decided:
                names = {anchor.name for anchor in merge.names if not anchor.narrow}
                if lesser := decided.get(merge.lesser or ""):
                    names.update((lesser.name, *lesser.names))
                decided[merge.to] = _with_names(decided[merge.to], names)
        for rename in self.renames:
            if rename.to in decided and (name := rename.value("name")):
                decided[rename.to] = renamed(decided[rename.to], name)
        return decided


def _with_names(actor: Actor, names: Iterable[str]) -> Actor:
    new = sorted(set(names).difference((actor.name, *actor.names)))
    return replace(actor, names=(*actor.names, *new))


def renamed(actor: Actor, name: str) -> Actor:
    """The actor under another name, with the old one among the others."""
    others = dict.fromkeys((actor.name, *actor.names))
    return replace(actor, name=name, names=tuple(sorted(other for other in others if other != name)))


NO_RULES = Rules(())
