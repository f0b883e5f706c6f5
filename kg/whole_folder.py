"""Writes a folder whole or not at all."""

import ctypes
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import KgError

_HERE: Final = -100  # AT_FDCWD: a path that is not absolute starts from the folder one works in
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of Linux


@contextmanager
def write_whole_folder(path: Path, error: type[KgError]) -> Iterator[Path]:
    """An empty folder beside `path`, which takes its place, and that of all that is in it, when the block ends well.

    Args:
        path: the folder; a symbolic link is followed.
        error: what is raised where it cannot be written.

    Raises:
        KgError: it cannot be written; what was there is there still.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        part.mkdir(parents=True)
        yield part
        _put(part, target)
    except OSError as problem:
        raise error(f"{path} cannot be written: {problem.strerror or problem}", "Nothing was changed") from problem
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _put(part: Path, target: Path) -> None:
    """Gives `part` the name `target`; what had the name has that of `part` then."""
    if not target.exists():
        part.rename(target)
    elif not _exchanged(part, target):
        old = part.with_suffix(".old")  # a kill between the next two lines leaves both whole, under these names
        target.rename(old)
        try:
            part.rename(target)
        except OSError:
            old.rename(target)
            raise
        old.rename(part)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two names were exchanged in one step, which no kill can halve; Linux alone can, on most file systems."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    return rename is not None and rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
