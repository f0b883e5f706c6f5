"""Writes a folder whole or not at all."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import ExportError


@contextmanager
def write_whole_folder(path: Path, ours: frozenset[str], replace: bool = False) -> Iterator[Path]:
    """An empty folder beside `path`, which takes its place when the block ends well.

    Args:
        path: the folder; a symbolic link is followed.
        ours: suffixes of the files of an export: a folder with any other is not replaced.
        replace: whether a folder that is there may be replaced, with all that is in it.

    Raises:
        ExportError: it is there and `replace` is False, it holds other things, it is a file, or it cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_dir():
        raise ExportError(f"{path} is a file", "Name a folder")
    if not target.parent.is_dir():
        raise ExportError(f"there is no folder {target.parent}", "Make it first")
    others = sorted(one.name for one in target.iterdir() if one.suffix not in ours) if target.is_dir() else []
    if others:
        raise ExportError(f"{path} holds {others[0]}, which is no part of an export", "Name a folder of its own")
    if target.is_dir() and any(target.iterdir()) and not replace:
        raise ExportError(f"{path} is there already", "Add --force to replace it")
    mark = secrets.token_hex(4)
    part, old = (target.with_name(f".{target.name[:100]}.{mark}.{kind}") for kind in ("part", "old"))
    try:
        part.mkdir()
        yield part
        if target.exists():
            target.rename(old)
        part.rename(target)
    except OSError as error:
        if old.exists() and not target.exists():
            old.rename(target)
        raise ExportError(f"{path} cannot be written: {error.strerror or error}", "Nothing was changed") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
