"""Who is who once the user has had the last word.

What `kg.actors.resolve` finds is left as it is, but for whom decisions mean: a split sets named actors apart
before anything is compared, a merge joins whole clusters afterwards. So what is written of somebody under a name
that no decision knows goes where it went before, and follows its cluster.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.actors import Bearing, Resolution, by_evidence, fill
from kg.actors.discovered import discovered
from kg.decisions.decision import Decision, NameAnchor
from kg.decisions.rules import Rule, Rules, renamed
from kg.model import Actor, Identity, NamedActor

_Part = tuple[str, str]
"""A cluster before merging: ("actor", its id), ("split", id of the decision), ("one", id of a named actor)."""


def resolve(
    named: Iterable[NamedActor], known: Mapping[str, Actor], published: Mapping[str, date | None], rules: Rules,
    elsewhere: Iterable[Bearing] = (),
) -> Resolution:  # fmt: skip
    """Judges which named actors are one, as `kg.actors.resolve` does, and as decided.

    Args:
        named: named actors of whole blocks; blocks that a rule joins come together.
        known: actors that are known by name, by id, under the names they had before anything was decided.
        published: id of an article → its day of publication.
        rules: the decisions that hold.
        elsewhere: named actors of other blocks who bear the offices of those whose holders are not named.
    """
    once = {one.id: one for one in named}
    found = _decided(once, known, published, rules) if rules else by_evidence(once.values(), known.values(), published)
    return fill(found, once.values(), published, elsewhere, lambda one: bool(rules.of(one, published.get(one.article))))


def _decided(
    once: Mapping[str, NamedActor], known: Mapping[str, Actor], published: Mapping[str, date | None], rules: Rules
) -> Resolution:
    people = [one for one in once.values() if one.type != "place"]
    decided = _Decided(people, known, published, rules)
    found = by_evidence((one for one in people if one.id not in decided.apart), known.values(), published)
    part = {id_: ("actor", actor) for id_, actor in found.who.items()} | decided.apart
    groups = _Groups()
    for merge in rules.merges:
        sources = {part[id_] for id_, rule in decided.merged.items() if rule.decision is merge}
        if merge.lesser and merge.lesser in known:
            sources.add(("actor", merge.lesser))
        target = ("actor", merge.to) if merge.to in known else decided.commonest(merge.to_name, part, merge)
        for source in sorted(sources) if target else ():
            groups.join(source, target)  # type: ignore[arg-type]
    shown = rules.known_as(known)
    before = {actor.id: actor for actor in found.actors}
    members: dict[_Part, list[NamedActor]] = defaultdict(list)
    for id_, of in part.items():
        members[groups.head(of)].append(once[id_])
    actors = {head: _actor(head, of_one, groups, {**before, **shown}, published) for head, of_one in members.items()}
    for rename in rules.renames:
        head = rename.names and decided.commonest(rename.names[0], {id_: groups.head(of) for id_, of in part.items()})
        if head and (name := rename.value("name")) and not actors[head].known:
            actors[head] = renamed(actors[head], name)
    reasons = {identity.named: identity.because for identity in found.identities} | decided.reasons
    return Resolution(
        actors=tuple(sorted(actors.values(), key=lambda actor: actor.id)),
        identities=tuple(Identity(id_, actors[groups.head(of)].id, reasons[id_]) for id_, of in sorted(part.items())),
    )


class _Decided:
    """What the rules say of each named actor.

    Attributes:
        apart: named actors that are not compared with others, and the part each is of.
        merged: named actors whose part becomes one with another's, by the rule that says so.
        reasons: why, for all of these.
    """

    def __init__(
        self, people: Iterable[NamedActor], known: Mapping[str, Actor], published: Mapping[str, date | None],
        rules: Rules,
    ) -> None:  # fmt: skip
        self._people = list(people)
        self._published = published
        self.apart: dict[str, _Part] = {}
        self.merged: dict[str, Rule] = {}
        self.reasons: dict[str, str] = {}
        leading = {merge.id for merge in rules.merges if merge.to in known or self._meant(merge.to_name)}
        for one in self._people:
            found = [rule for rule in rules.of(one, self._day(one)) if _applies(rule, leading)]
            if found:
                self._take(one, found)
        for one in self._people:
            if one.id not in self.reasons and (doubt := self._doubt(one, rules.splits)):
                self.apart[one.id] = ("one", one.id)
                self.reasons[one.id] = doubt

    def commonest(
        self, anchor: NameAnchor | None, part: Mapping[str, _Part], merge: Decision | None = None
    ) -> _Part | None:
        """The part of most of those whom an anchor means, without those that the merge itself leads to it."""
        meant = (one.id for one in self._meant(anchor))
        counted = Counter(
            part[id_] for id_ in meant if id_ in part and (id_ not in self.merged or self.merged[id_].decision != merge)
        )
        return min(counted, key=lambda of: (-counted[of], of)) if counted else None

    def _take(self, one: NamedActor, found: list[Rule]) -> None:
        strongest = found[-1]
        splits = [rule for rule in found if rule.decision.kind == "split"]
        self.reasons[one.id] = strongest.decision.because
        if splits:
            self.apart[one.id] = ("split", splits[-1].decision.id)
        if strongest.decision.kind == "merge":
            self.merged[one.id] = strongest
            if strongest.anchor.narrow and not splits:
                self.apart[one.id] = ("one", one.id)

    def _doubt(self, one: NamedActor, splits: Iterable[Decision]) -> str | None:
        """Whether a short name ("Fidan") is also that of somebody who was set apart ("Emre Fidan")."""
        words = _words(one.name)
        for split in splits:
            for anchor in split.names:
                if (
                    anchor.article is None
                    and words < _words(anchor.name)
                    and one.type == anchor.type == "person"
                    and (not one.country or not anchor.country or one.country == anchor.country)
                    and _same_surname(one, anchor)
                    and (anchor.since is None or (self._day(one) or date.min) >= anchor.since)
                ):
                    return f"may be “{anchor.name}”, who was set apart, or another, so it is neither"
        return None

    def _meant(self, anchor: NameAnchor | None) -> list[NamedActor]:
        return [one for one in self._people if anchor.fits(one, self._day(one))] if anchor else []

    def _day(self, one: NamedActor) -> date | None:
        return self._published.get(one.article)


@dataclass(slots=True)
class _Set:
    parts: list[_Part]
    head: _Part


class _Groups:
    """Parts that merges have made one; each group is who its head is."""

    def __init__(self) -> None:
        self._of: dict[_Part, _Set] = {}

    def join(self, lesser: _Part, other: _Part) -> None:
        """Makes one part, with all that is one with it, the other."""
        gone, kept = (self._of.setdefault(one, _Set([one], one)) for one in (lesser, other))
        if gone is not kept:
            kept.parts += gone.parts
            self._of.update(dict.fromkeys(gone.parts, kept))

    def head(self, part: _Part) -> _Part:
        """Who a part is now."""
        return self._of[part].head if part in self._of else part

    def single(self, head: _Part) -> bool:
        """Whether nothing was joined with it."""
        return head not in self._of or len(self._of[head].parts) == 1


def _applies(rule: Rule, leading: set[str]) -> bool:
    return rule.decision.kind == "split" or rule.decision.id in leading


def _actor(
    head: _Part, members: list[NamedActor], groups: _Groups, actors: Mapping[str, Actor],
    published: Mapping[str, date | None],
) -> Actor:  # fmt: skip
    kind, id_ = head
    if kind == "actor" and (actors[id_].known or groups.single(head)):
        return actors[id_]
    return discovered(members, published)


def _words(name: str) -> frozenset[str]:
    from kg.gazetteer import fold

    return frozenset(fold(name).replace("-", " ").split())


def _same_surname(one: NamedActor, anchor: NameAnchor) -> bool:
    from kg.actors import block_keys

    return bool(set(block_keys(one)) & set(block_keys(as_named(anchor))))


def as_named(anchor: NameAnchor) -> NamedActor:
    """A named actor such as the anchor means."""
    return NamedActor(f"{anchor.article or ''}-", anchor.name, anchor.type, anchor.country, forms=(anchor.name,))
