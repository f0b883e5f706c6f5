"""Who is who in the blocks that changed articles touch.

A block is all named actors that share a key, directly or through others; it is settled by itself. An office whose
holder is not named depends on who bears it as well: it is settled with each of them, but does not bring their blocks.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode, Quad

from kg.actors import Bearing, Resolution
from kg.actors.blocking import BORNE, OFFICE, office_key, unnamed_office
from kg.actors.unnamed import asked_for
from kg.decisions import resolve
from kg.derivation.decided import Decided, known
from kg.graph import reading
from kg.graph.difference import Change, difference
from kg.graph.iris import local_name, minted, term
from kg.graph.layers import CONTACTS, IDENTITY
from kg.graph.said import named_of
from kg.graph.store import Quads, subjects_of
from kg.graph.terms import LABEL, TYPE, text
from kg.graph.who import actor_quads, identity_of, identity_quads
from kg.model import Actor, Identity, NamedActor

_BLOCK_KEY, _DENOTES = term("kg:blockKey"), term("kg:denotes")
_DESCRIBES = frozenset(map(term, ("rdf:type", "rdfs:label", "skos:altLabel", "kg:country", "kg:represents")))
_REMEMBERED = 200_000  # named actors, of 1 kB each; more are read again


@dataclass(frozen=True, slots=True)
class Judged:
    """Who is who in the touched blocks, before and after.

    Attributes:
        change: what changes in identities and in the descriptions of discovered actors.
        judged: the named actors judged anew, or that are no more.
        now: which actor each of them denotes once the change is made.
        actors: all known actors and those of `now`, by id.
        changed: named actors that denote another actor now, or one with another label.
    """

    change: Change
    judged: frozenset[NamedNode]
    now: Mapping[str, str]
    actors: Mapping[str, Actor]
    changed: frozenset[NamedNode]

    def actor_of(self, named: str, old: Quads) -> str | None:
        """The actor that any named actor denotes once the change is made."""
        node = minted("nam", named)
        return self.now.get(named) if node in self.judged else _actor(_identity(node, old))

    def actor(self, id_: str, old: Quads) -> Actor:
        """The actor with this id."""
        return self.actors.get(id_) or reading.discovered(old, id_)


class Memory:
    """What the store has of named actors, read once in a run: nobody else writes meanwhile."""

    def __init__(self) -> None:
        self._entries: dict[NamedNode, _Entry] = {}
        self._decided: Decided | None = None

    def decided(self, view: Quads) -> Decided:
        """The decisions that hold: nobody decides while this run goes on."""
        self._decided = self._decided or Decided.of(view)
        return self._decided

    def entry(self, named: NamedNode, old: Quads, new: Quads) -> "_Entry":
        """A named actor of the new view, with the identity it has in the old one."""
        found = self._entries.get(named)
        if found is None:
            if len(self._entries) >= _REMEMBERED:
                self._entries.clear()
            node = reading.described(new, named)
            (article,) = node.nodes("kg:inArticle")
            found = self._entries[named] = _Entry(
                named_of(node),
                local_name(article),
                reading.published(new, article),
                frozenset(map(_followed, node.texts("kg:blockKey"))),
                _identity(named, old),
            )
        return found

    def forget(self, named: Iterable[NamedNode]) -> None:
        """Forgets named actors whose articles change."""
        for one in named:
            self._entries.pop(one, None)


@dataclass(slots=True)
class _Entry:
    named: NamedActor
    article: str
    published: date | None
    keys: frozenset[str]
    identity: Identity | None


def judge(old: Quads, new: Quads, graphs: Collection[NamedNode], memory: Memory, further: Iterable[str] = ()) -> Judged:
    """Settles the blocks that named actors of these articles are or were in, and further ones by their keys."""
    decided = memory.decided(new)
    before, after = ({one for graph in graphs for one in _named_in(graph, view)} for view in (old, new))
    memory.forget(before | after)
    keys = {_followed(key) for one in before for key in reading.described(old, one).texts("kg:blockKey")}
    keys |= {key for one in after for key in memory.entry(one, old, new).keys}
    block = _block(keys.union(further), old, new, memory)
    resolution = resolve(
        (entry.named for entry in block.values()),
        known(),
        {entry.article: entry.published for entry in block.values()},
        decided.rules,
        _bearing(block, old, new, memory),
    )
    gone = (_identity(one, old) for one in before - block.keys())
    was = {one.named: one for one in (*gone, *(entry.identity for entry in block.values())) if one}
    now = {identity.named: identity for identity in resolution.identities}
    for node, entry in block.items():
        entry.identity = now.get(local_name(node))
    differing = [one for one in was.keys() | now.keys() if was.get(one) != now.get(one)]
    identities = difference(
        (quad for one in differing if one in was for quad in identity_quads(was[one])),
        (quad for one in differing if one in now for quad in identity_quads(now[one])),
    )
    unchanged = {node: entry for node, entry in block.items() if node not in before}
    actors = difference(
        (quad for id_ in _described_here(was.values(), old, unchanged) for quad in _description(id_, old)),
        discovered_quads(resolution),
    )
    relabelled = {quad.subject for quad in actors.removed | actors.added if quad.predicate == LABEL}
    return Judged(
        change=identities | actors,
        judged=frozenset(before | block.keys()),
        now={id_: identity.actor for id_, identity in now.items()},
        actors={**decided.known, **{actor.id: actor for actor in resolution.actors}},
        changed=frozenset(
            minted("nam", one)
            for one in was.keys() | now.keys()
            if _actor(was.get(one)) != _actor(now.get(one))
            or (one in now and minted("act", now[one].actor) in relabelled)
        ),
    )


def identity_quads_of(resolution: Resolution) -> Iterator[Quad]:
    """Who is who, as quads."""
    return (quad for identity in resolution.identities for quad in identity_quads(identity))


def discovered_quads(resolution: Resolution) -> Iterator[Quad]:
    """The descriptions of the actors that were not known before."""
    return (quad for actor in resolution.actors if not actor.known for quad in actor_quads(actor))


def _block(keys: Collection[str], old: Quads, new: Quads, memory: Memory) -> dict[NamedNode, _Entry]:
    """All named actors that have one of the keys, or share a key, or a decision, with one that has, and so on."""
    block: dict[NamedNode, _Entry] = {}
    followed, waiting = set(keys), list(keys)
    while waiting:
        key = waiting.pop()
        beside = set(memory.decided(new).joined(key))
        for named in subjects_of(new.match(None, _BLOCK_KEY, text(key))):
            if named not in block:
                block[named] = entry = memory.entry(named, old, new)
                beside |= entry.keys
        waiting.extend(beside - followed)
        followed |= beside
    return block


def _followed(key: str) -> str:
    """The key of the block that a key leads to: from who bears an office to where its holder is not named."""
    return key.removeprefix(BORNE)


def _bearing(block: Mapping[NamedNode, _Entry], old: Quads, new: Quads, memory: Memory) -> Iterator[Bearing]:
    """Who bears, outside the block, the offices whose holders are not named in it, nor known."""
    asked = {office for entry in block.values() if (office := asked_for(entry.named, entry.published))}
    for office in asked:
        for named in subjects_of(new.match(None, _BLOCK_KEY, text(BORNE + office_key(office)))):
            if named not in block and (identity := (entry := memory.entry(named, old, new)).identity):
                yield Bearing(entry.named, entry.published, identity.actor)


def _described_here(identities: Iterable[Identity], old: Quads, unchanged: Mapping[NamedNode, _Entry]) -> set[str]:
    """The actors that named actors of these blocks denoted, without those whom only an office that they held did."""

    def is_office(node: NamedNode) -> bool:
        if entry := unchanged.get(node):
            return unnamed_office(entry.named) is not None
        return any(key.startswith(OFFICE) for key in reading.described(old, node).texts("kg:blockKey"))

    found: dict[str, list[NamedNode]] = defaultdict(list)
    for identity in identities:
        found[identity.actor].append(minted("nam", identity.named))
    return {
        actor
        for actor, nodes in found.items()
        if not all(map(is_office, nodes))
        or all(map(is_office, subjects_of(old.match(None, _DENOTES, minted("act", actor), IDENTITY))))
    }


def _description(actor: str, view: Quads) -> Iterator[Quad]:
    """What `graph/contacts` says of an actor itself: its direct triples are another thing."""
    found = view.match(minted("act", actor), graph=CONTACTS)
    return (quad for quad in found if quad.predicate in _DESCRIBES)


def _named_in(graph: NamedNode, view: Quads) -> Iterator[NamedNode]:
    return subjects_of(view.match(None, TYPE, term("kg:NamedActor"), graph))


def _identity(named: NamedNode, view: Quads) -> Identity | None:
    node = reading.described(view, named, IDENTITY)
    return identity_of(node) if "kg:denotes" in node else None


def _actor(identity: Identity | None) -> str | None:
    return identity.actor if identity else None
