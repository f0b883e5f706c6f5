"""Articles into documents by several processes: in order, and the same as one process makes them.

Each worker is a process of its own that reads a batch at a time. Nothing is shared but the articles that go in and
the documents that come back, so a worker that ends loses nothing that was written.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from kg.errors import KgError
from kg.extraction.batches import batches
from kg.model import Article, Document

_FIRST = 4
"""Articles in the first batch."""
_TOGETHER = 32
"""Articles in the largest: enough that handing over costs nothing …"""
_CHARACTERS = 200_000
"""… or as many as have so much text."""
_AHEAD = 2
"""Batches for each worker that are handed out before the first is back, so that none waits and memory stays flat."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def extract(articles: Iterable[Article], extractor: str, workers: int) -> Iterator[Document]:
    """The document of each article, in the order of the articles, read by so many processes.

    Raises:
        KgError: a worker ended by itself. What was yielded before holds.
        UsageError: there is no such extractor.
    """
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin)
    try:
        yield from _in_order(pool, articles, extractor, _AHEAD * workers)
    except BrokenProcessPool as fault:
        hint = "It may have been short of memory: what was written stays, go on with fewer --workers"
        raise KgError("a worker ended before it had read its articles", hint) from fault
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, articles: Iterable[Article], extractor: str, ahead: int) -> Iterator[Document]:
    waiting: deque[Future[list[Document]]] = deque()
    try:
        for batch in batches(articles, _FIRST, _TOGETHER, _CHARACTERS):
            with _unbroken():
                waiting.append(pool.submit(_read, batch, extractor))
            while waiting and (waiting[0].done() or len(waiting) >= ahead):
                yield from waiting.popleft().result()
    except Exception:  # what came before a fault is read all the same
        yield from _rest(waiting)
        raise
    yield from _rest(waiting)


def _rest(waiting: deque[Future[list[Document]]]) -> Iterator[Document]:
    while waiting:
        yield from waiting.popleft().result()


def _read(articles: list[Article], extractor: str) -> list[Document]:
    from kg.extraction import extract

    return list(extract(articles, extractor))


def _begin() -> None:
    """Makes a worker one of several: one thread each, ended by Ctrl-C without a word, and never without its parent."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def _unbroken() -> Iterator[None]:
    """While a worker is started, Ctrl-C waits: it has not learned yet to end without a word."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
