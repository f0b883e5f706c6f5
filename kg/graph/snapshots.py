"""What readers open: snapshots of the live store, made by hard links, one of them the current one.

A reader leaves a file beside the snapshot as long as it reads. The writer publishes new snapshots, keeps the
last two, and drops older ones that no living reader holds.
"""

import os
import platform
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_KEPT = 2
_FOREIGN_HOLD = 24 * 3600  # seconds after which a reader on another host is taken to be gone
_ATTEMPTS = 5


class Snapshots:
    """The snapshots of a store, in its folder."""

    def __init__(self, store: Path) -> None:
        self._folder = store / "snapshots"
        self._current = store / "current"

    @property
    def current(self) -> Path | None:
        """The snapshot that readers open, or None while none was published."""
        try:
            name = self._current.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        path = self._folder / name
        return path if name and path.is_dir() else None

    def publish(self, backup: Callable[[str], None]) -> None:
        """Makes a snapshot, names it the current one, and drops old ones.

        Args:
            backup: makes a copy of the live store in the folder given.
        """
        self._folder.mkdir(exist_ok=True)
        number = 1 + max((int(path.name) for path in self._all()), default=0)
        part = self._folder / f"{number:06}.part"
        shutil.rmtree(part, ignore_errors=True)
        backup(str(part))
        part.rename(self._folder / f"{number:06}")
        pointer = self._current.with_suffix(".part")
        pointer.write_text(f"{number:06}\n", encoding="ascii")
        pointer.replace(self._current)
        self.tidy()

    def tidy(self, kept: int = _KEPT) -> None:
        """Drops what a killed writer left half made, and old snapshots that nobody reads, but for the last ones."""
        for left in self._folder.glob("*.part"):
            shutil.rmtree(left, ignore_errors=True)
        current = self.current
        for path in self._all()[:-kept]:
            if path != current and not any(self._held(path)):
                gone = path.with_suffix(".part")
                path.rename(gone)
                if any(self._held(path)):
                    gone.rename(path)  # a reader came in between
                else:
                    shutil.rmtree(gone, ignore_errors=True)

    @contextmanager
    def held(self) -> Iterator[Path | None]:
        """The current snapshot, which stays as long as the block lasts; None where there is none."""
        for _ in range(_ATTEMPTS):
            path = self.current
            if path is None:
                break
            token = f"{path.name}.{platform.node()}.{os.getpid()}.{os.urandom(4).hex()}.reader"
            holder = self._folder / token
            try:
                holder.touch()
            except PermissionError:  # a store that one may only read: the last two snapshots stay long enough
                yield path
                return
            try:
                if path.is_dir():
                    yield path
                    return
            finally:
                holder.unlink(missing_ok=True)
        yield None

    def _all(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        return sorted((path for path in self._folder.iterdir() if path.name.isdigit()), key=lambda p: int(p.name))

    def _held(self, path: Path) -> Iterator[bool]:
        import psutil  # writers tidy; readers go without its start

        for holder in self._folder.glob(f"{path.name}.*.reader"):
            host, pid = holder.name.removeprefix(f"{path.name}.").rsplit(".", 3)[:2]
            if host == platform.node():
                alive = psutil.pid_exists(int(pid))
            else:
                try:
                    alive = time.time() - holder.stat().st_mtime < _FOREIGN_HOLD
                except FileNotFoundError:
                    continue
            if alive:
                yield True
            else:
                holder.unlink(missing_ok=True)
