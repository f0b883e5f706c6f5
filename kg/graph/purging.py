"""A store made anew from what it holds, so that nothing is left in its files of what was removed from it.

The engine keeps every string it has ever seen, removed or not: only a new one has forgotten it.
"""

import shutil
from pathlib import Path

import pyoxigraph


def copy_of(engine: pyoxigraph.Store, live: Path) -> None:
    """Makes a new engine's folder beside the live one, with all quads and nothing else."""
    part, _ = _beside(live)
    shutil.rmtree(part, ignore_errors=True)
    new = pyoxigraph.Store(str(part))
    new.bulk_extend(engine.quads_for_pattern(None, None, None, None))
    new.flush()


def take_place(live: Path) -> None:
    """Puts the new folder in the place of the live one, which no engine may have open."""
    part, old = _beside(live)
    shutil.rmtree(old, ignore_errors=True)
    live.rename(old)
    part.rename(live)
    shutil.rmtree(old)


def restore(live: Path) -> None:
    """Gives a store its folder back where a process was killed just as one took the place of the other."""
    part, old = _beside(live)
    if old.is_dir() and not live.exists():
        (part if part.is_dir() else old).rename(live)


def tidy(live: Path) -> None:
    """Clears up what such a process left; only for who has the live folder locked."""
    for left in _beside(live):
        shutil.rmtree(left, ignore_errors=True)


def _beside(live: Path) -> tuple[Path, Path]:
    return live.with_name(f"{live.name}.part"), live.with_name(f"{live.name}.old")
