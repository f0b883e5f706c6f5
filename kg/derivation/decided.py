"""The decisions that hold in a store, as the derivation looks them up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from kg.actors import block_keys, known_actors
from kg.contacts import NO_VERDICTS, Verdicts
from kg.decisions import Decision, Judgement, NameAnchor, Rules, corrected, effective, judgements
from kg.decisions.people import as_named
from kg.graph import reading
from kg.graph.decided import log
from kg.graph.iris import local_name, minted, term
from kg.graph.layers import IDENTITY
from kg.graph.store import Quads, subjects_of
from kg.model import Actor, Document

_DENOTES = term("kg:denotes")


class Decided:
    """Decisions that hold; what they say of an article's reports is worked out once."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        decisions = tuple(decisions)
        self.rules = Rules(decisions)
        self._on_article: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            for article in dict.fromkeys(anchor.article for anchor in decision.reports):
                self._on_article[article].append(decision)
        self._judged: dict[str, Judgement | None] = {}
        self._joined: dict[str, set[str]] = defaultdict(set)
        for merge in self.rules.merges:
            keys = keys_of((*merge.names, *([merge.to_name] if merge.to_name else ())))
            for key in keys:
                self._joined[key] |= keys

    @classmethod
    def of(cls, view: Quads) -> "Decided":
        """Those of a store."""
        return cls(effective(log(view)))

    @property
    def on_reports(self) -> bool:
        """Whether any of them is about reports."""
        return bool(self._on_article)

    @cached_property
    def known(self) -> Mapping[str, Actor]:
        """The actors this version knows, by id, under the names decided for them."""
        return self.rules.known_as(known())

    def joined(self, key: str) -> frozenset[str]:
        """The keys of blocks that have to be settled together with this one's."""
        return frozenset(self._joined.get(key, ()))

    def judgement(self, article: str, view: Quads) -> Judgement | None:
        """What was decided about an article's reports; None where nothing was."""
        if article not in self._on_article:
            return None
        if article not in self._judged:
            document = reading.document(view, article)
            found = judgements({article: document}, self._on_article[article]) if document else {}
            self._judged[article] = found.get(article)
        return self._judged[article]

    def forget(self, articles: Iterable[str]) -> None:
        """Forgets what was worked out about articles that change."""
        for article in articles:
            self._judged.pop(article, None)

    def verdicts(self, view: Quads) -> Verdicts:
        """All reports of a store that were rejected or confirmed."""
        found = NO_VERDICTS
        for article in self._on_article:
            if judgement := self.judgement(article, view):
                found |= judgement.verdicts
        return found

    def corrected(self, document: Document, view: Quads) -> Document:
        """A document, or a part of one, as its reports should have been read."""
        return corrected(document, self.judgement(document.article.id, view))


@cache
def known() -> Mapping[str, Actor]:
    """The actors this version knows, by id."""
    return {actor.id: actor for actor in known_actors()}


def keys_of(anchors: Iterable[NameAnchor]) -> set[str]:
    """The keys of the blocks in which those lie whom anchors mean."""
    return {key for anchor in anchors for key in block_keys(as_named(anchor))}


def affected(view: Quads, decisions: Iterable[Decision]) -> tuple[set[str], set[str]]:
    """Articles, and keys of blocks, for which it matters whether these decisions hold."""
    articles: set[str] = set()
    keys: set[str] = set()
    for decision in decisions:
        articles.update(anchor.article for anchor in decision.reports)
        keys |= keys_of((*decision.names, *([decision.to_name] if decision.to_name else ())))
        for actor in (decision.lesser, decision.to if decision.lesser or decision.kind == "rename" else None):
            named = subjects_of(view.match(None, _DENOTES, minted("act", actor), IDENTITY)) if actor else ()
            articles.update(local_name(one).rpartition("-")[0] for one in named)
    return articles, keys
