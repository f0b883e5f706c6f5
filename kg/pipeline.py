"""Documents into a store: what they say, and what follows from it, batch by batch.

Each batch is one transaction: the new graphs of its articles together with the difference they make to the
derived layers. Killed at any moment, the store holds whole batches, and the next run goes on from there.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from pyoxigraph import Quad

from kg import derivation
from kg.actors import index_keys
from kg.decisions import Decision, effective
from kg.derivation.decided import Decided, known
from kg.derivation.standing import standings
from kg.gazetteer import gazetteer
from kg.graph import EmbeddedStore, reading
from kg.graph.decided import decision_quads, log
from kg.graph.difference import Change, difference
from kg.graph.iris import minted, term
from kg.graph.layers import DECISIONS, KNOWN, article_graph
from kg.graph.overlay import Overlay
from kg.graph.runs import Run, run_quads
from kg.graph.said import article_quads, document_quads
from kg.graph.store import Quads
from kg.graph.terms import text
from kg.graph.who import actor_quads, country_quads
from kg.model import Actor, Article, Document

_BATCH = 64
"""Articles in one transaction: deriving for many at once is cheaper, and these are read in seconds."""

_BATCH_SECONDS = 2.0
"""Seconds after which a smaller batch is written, so that little is lost and readers see progress."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did: articles that were new, replaced, or there already."""

    added: int = 0
    replaced: int = 0
    skipped: int = 0
    reports: int = 0
    """Reports in the articles that were added or replaced."""
    stale: int = 0
    """Decisions, at the end, of which some sentence or article says something else now."""


def ingest(
    store: EmbeddedStore,
    documents: Iterable[Document],
    on_progress: Callable[[IngestReport], None] | None = None,
    keep_text: bool = True,
) -> IngestReport:
    """Writes documents, and what is derived from them, into a store.

    An article that is there already, read by the same extractor, is skipped; another of its id is replaced.

    Args:
        store: a store opened for writing.
        documents: what an extractor made of the articles; taken one by one, never all at once.
        on_progress: is told what was done so far, after each batch.
        keep_text: whether to keep the articles' texts beside the graph, so that they can be read again.
    """
    started = datetime.now(UTC)
    write_known(store)
    done = IngestReport()
    batch: dict[str, Document] = {}
    memory = derivation.Memory()
    due = 0.0

    def write() -> None:
        nonlocal done, batch
        waiting, batch = batch, {}
        done = _write(store, waiting.values(), done, keep_text, memory)
        store.publish()
        if on_progress:
            on_progress(done)

    try:
        for document in documents:
            if document.article.id in batch:
                write()
            due = due if batch else time.monotonic() + _BATCH_SECONDS
            batch[document.article.id] = document
            if len(batch) == _BATCH or time.monotonic() >= due:
                write()
    finally:  # also when reading the next article fails or is broken off: what was read is kept
        if batch:
            write()
    run = Run(started, datetime.now(UTC), done.added, done.replaced, done.skipped)
    store.apply(Change(added=run_quads(run)))
    return replace(done, stale=sum(one.state == "stale" for one in standings(store)))


def is_current(store: Quads, article: Article, extracted_by: str) -> bool:
    """Whether the store has this article: same text, headline, date and outlet, and same extractor."""
    node = article_graph(article.id)
    return article_quads(article, extracted_by) == frozenset(store.match(node, graph=node))


def forget(store: EmbeddedStore, articles: Iterable[str]) -> int:
    """Removes articles by id, their texts and what follows from them alone; tells how many there were.

    What was decided about them stays in the log, for the day they come again. `EmbeddedStore.purge` clears the
    store's files and older snapshots of them as well.
    """
    ids = [id_ for id_ in dict.fromkeys(articles) if any(store.match(graph=article_graph(id_)))]
    hashes = _hashes(store, ids)
    said = Change(removed=frozenset(quad for id_ in ids for quad in store.match(graph=article_graph(id_))))
    store.apply(said | derivation.touched(store, Overlay(store, said), ids))
    _drop_texts(store, hashes)
    return len(ids)


def resolve(store: EmbeddedStore) -> int:
    """Derives everything anew from what is said and known; tells how many quads that changed.

    After an ingest it changes nothing: it is for a store that a version with other rules has written.
    """
    of_known = write_known(store)
    change = derivation.everything(store)
    store.apply(change)
    return of_known + len(change)


def write_known(store: EmbeddedStore) -> int:
    """Brings the known layer to what this version knows, and derives anew; tells how many quads changed."""
    change = _known_change(store)
    if not change:
        return 0
    derived = derivation.everything(store)
    store.apply(change | derived)
    return len(change) + len(derived)


def decide(store: EmbeddedStore, decisions: Iterable[Decision]) -> int:
    """Adds decisions to the log, with all that follows from them, in one transaction; tells how many were new."""
    before = log(store)
    ids = {decision.id for decision in before}
    fresh = list({one.id: one for one in decisions if one.id not in ids}.values())
    there = frozenset(store.match(graph=DECISIONS))
    change = Change(added=frozenset(quad for one in fresh for quad in decision_quads(one)) - there)
    held, holding = effective(before), effective((*before, *fresh))
    change |= _renamed(store, Decided(held).known, Decided(holding).known)
    articles, keys = derivation.affected(store, set(held) ^ set(holding))
    store.apply(change | derivation.touched(store, Overlay(store, change), articles, keys=keys))
    return len(fresh)


def _known_change(view: Quads) -> Change:
    """What turns the known layer into what this version knows, under the names that users have decided."""
    decided = Decided.of(view).known
    other = [actor for id_, actor in known().items() if decided[id_] != actor]
    new = _known_quads().difference(quad for actor in other for quad in actor_quads(actor))
    return difference(
        view.match(graph=KNOWN), new.union(quad for actor in other for quad in actor_quads(decided[actor.id]))
    )


@cache
def _known_quads() -> frozenset[Quad]:
    """What this version knows, made once for all stores that a process opens."""
    actors = (quad for actor in known().values() for quad in actor_quads(actor))
    return frozenset((*country_quads(gazetteer().countries.values()), *actors))


def _renamed(view: Quads, before: Mapping[str, Actor], after: Mapping[str, Actor]) -> Change:
    """What turns the known layer into what it is once some known actors have other names."""
    other = [actor for id_, actor in after.items() if before[id_] != actor]
    return difference(
        (quad for actor in other for quad in view.match(minted("act", actor.id), graph=KNOWN)),
        (quad for actor in other for quad in actor_quads(actor)),
    )


def _write(
    store: EmbeddedStore,
    documents: Iterable[Document],
    done: IngestReport,
    keep_text: bool,
    memory: derivation.Memory,
) -> IngestReport:
    """Writes one batch in one transaction."""
    said, changed = Change(), list[Document]()
    for document in documents:
        old = frozenset(store.match(graph=article_graph(document.article.id)))
        if article_quads(document.article, document.extracted_by) <= old:
            done = replace(done, skipped=done.skipped + 1)
            continue
        said |= difference(old, document_quads(document, index_keys))
        changed.append(document)
        done = replace(
            done,
            added=done.added + (not old),
            replaced=done.replaced + bool(old),
            reports=done.reports + len(document.reports),
        )
    ids = [document.article.id for document in changed]
    hashes = _hashes(store, ids)
    if keep_text:
        for document in changed:
            store.texts.keep(document.article.content_hash, document.article.text)
    store.apply(said | derivation.touched(store, Overlay(store, said), ids, memory))
    _drop_texts(store, hashes)
    return done


def _hashes(store: Quads, articles: Iterable[str]) -> set[str]:
    nodes = map(article_graph, articles)
    return {hash_ for node in nodes if (hash_ := reading.described(store, node, node).text("kg:contentHash"))}


def _drop_texts(store: EmbeddedStore, hashes: Iterable[str]) -> None:
    """Forgets the texts that no article has any more."""
    for hash_ in hashes:
        if not any(store.match(None, term("kg:contentHash"), text(hash_))):
            store.texts.drop(hash_)
