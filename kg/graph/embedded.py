"""The embedded store: pyoxigraph in a folder, one writer at a time, readers on snapshots.

The engine's own lock on `live/` keeps a second writer out and ends with its process, however that ends;
`writer.json` only tells who holds it.
"""

import errno
import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import psutil
import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph import purging
from kg.graph.difference import Change, as_update
from kg.graph.marker import FORMAT, MARKER, check_store, is_store
from kg.graph.snapshots import Snapshots
from kg.graph.texts import Texts

_FULL = tuple(os.strerror(number) for number in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT))
"""What the system says when there is no room; the engine passes it on in the middle of longer words."""
_BETWEEN_SNAPSHOTS = 1.0  # seconds: readers need no fresher view, and each snapshot flushes the log


@dataclass(frozen=True, slots=True)
class _Holder:
    """The process that writes."""

    pid: int
    host: str
    command: str
    since: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} ({self.command}) since {self.since}"


class EmbeddedStore:
    """The live store, for its one writer; made by `open_writer`."""

    def __init__(self, folder: Path, engine: pyoxigraph.Store) -> None:
        self.folder = folder
        self.texts = Texts(folder / "texts")
        self._engine = engine
        self._snapshots = Snapshots(folder)
        self._unpublished = False
        self._last_published = 0.0

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """All quads with these parts; None stands for any."""
        return self._engine.quads_for_pattern(subject, predicate, value, graph)

    def apply(self, change: Change) -> None:
        """Makes the whole change or none of it, in one transaction.

        Raises:
            StoreError: it could not be written; the store is as it was.
        """
        if change:
            with _told(self.folder):
                self._engine.update(as_update(change))
            self._unpublished = True

    def publish(self, at_once: bool = False) -> None:
        """Shows readers what was written, unless they were shown something less than a second ago."""
        now = time.monotonic()
        if at_once or (self._unpublished and now - self._last_published >= _BETWEEN_SNAPSHOTS):
            with _told(self.folder):
                self._snapshots.publish(self._engine.backup)
            self._unpublished, self._last_published = False, now

    def purge(self) -> None:
        """Clears its files of all that was removed, and lets readers see nothing older.

        It takes as long as writing the whole store anew. A reader who is at it keeps his snapshot till he ends.
        """
        live = self.folder / "live"
        with _told(self.folder):
            purging.copy_of(self._engine, live)
            del self._engine
            purging.take_place(live)
            self._engine = _engine(self.folder)
        for _ in range(2):  # the last two snapshots are kept
            self.publish(at_once=True)

    def close(self) -> None:
        """Publishes what readers have not seen, and lets the next writer in."""
        try:
            if self._unpublished or self._snapshots.current is None:
                self.publish(at_once=True)
        finally:
            del self._engine  # has no `close`: it unlocks `live/` when nobody refers to it any more


@contextmanager
def open_writer(folder: Path | str, command: str) -> Iterator[EmbeddedStore]:
    """The store in a folder, made if need be, for writing; what was written is published at the end.

    Args:
        folder: where the store is; an empty or missing folder becomes one.
        command: what the process does, told to others who want to write.

    Raises:
        StoreError: the folder holds something else, cannot be used, or another process writes to the store.
    """
    path = Path(folder)
    with _told(path):
        _claim(path)
        store = EmbeddedStore(path, _engine(path))
        holder = path / "writer.json"
        crashed = holder.exists()
        _write_json(holder, asdict(_me(command)))
    try:
        if crashed:  # the last writer was killed: readers have not seen all that it wrote
            store.publish(at_once=True)
        yield store
    finally:
        try:
            store.close()
        finally:
            holder.unlink(missing_ok=True)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Makes one line of what keeps a store from being written; a transaction that fails leaves nothing behind."""
    try:
        yield
    except OSError as error:
        full = _full(error)
        hint = "Nothing that was kept before is lost: make room and run the command again" if full else ""
        raise StoreError(f"the store {folder} cannot be written: {full or error.strerror or error}", hint) from error


def _full(error: Exception) -> str | None:
    """The system's words that there is no room, if that is what went wrong."""
    return next((words for words in _FULL if words.lower() in str(error).lower()), None)


def _claim(folder: Path) -> None:
    """Makes the folder a store if it is empty or missing."""
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file, not a store", "Name a folder with --store")
    folder.mkdir(parents=True, exist_ok=True)
    if not is_store(folder):
        begun = _part(folder / MARKER)  # all that there is where the making of a store was interrupted
        if any(path != begun for path in folder.iterdir()):
            raise StoreError(f"{folder} is not a store of contact-kg and not empty", "Name another folder with --store")
        _write_json(folder / MARKER, {"format": FORMAT})
    check_store(folder)


def _engine(folder: Path) -> pyoxigraph.Store:
    live = folder / "live"
    purging.restore(live)
    try:
        engine = pyoxigraph.Store(str(live))
        purging.tidy(live)
        return engine
    except (OSError, RuntimeError) as error:
        if _full(error):
            raise  # told by whoever opens the store
        if "lock" not in str(error).lower():
            raise StoreError(f"the store {folder} is damaged: {error}", "Ingest into a new folder") from error
        raise StoreError(
            f"the store {folder} is being written by {_who(folder) or 'another process'}",
            "Wait for it to end; readers go on from the last snapshot",
        ) from error


def _me(command: str) -> _Holder:
    since = datetime.fromtimestamp(psutil.Process().create_time()).isoformat(sep=" ", timespec="seconds")
    return _Holder(os.getpid(), platform.node(), command, since)


def _who(folder: Path) -> _Holder | None:
    with suppress(OSError, ValueError, TypeError):
        return _Holder(**json.loads((folder / "writer.json").read_text(encoding="utf-8")))
    return None


def _write_json(path: Path, content: object) -> None:
    part = _part(path)
    part.write_text(json.dumps(content) + "\n", encoding="utf-8")
    part.replace(path)


def _part(path: Path) -> Path:
    return path.with_suffix(".part")
