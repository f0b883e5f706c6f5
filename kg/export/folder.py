"""What an export that is a folder may replace."""

from pathlib import Path
from typing import Final

from kg.errors import ExportError

_OURS: Final = frozenset({".csv", ".txt"})
"""Suffixes of the files of such exports."""


def check_folder(path: Path, replace: bool) -> None:
    """Makes sure that an export may become this folder.

    Args:
        path: the folder; a symbolic link is followed.
        replace: whether the folder of another export may be replaced.

    Raises:
        ExportError: it is there and `replace` is False, it holds what no export writes, or it is a file.
    """
    target = path.resolve()
    if target.exists() and not target.is_dir():
        raise ExportError(f"{path} is a file", "Name a folder")
    if not target.parent.is_dir():
        raise ExportError(f"there is no folder {target.parent}", "Make it first")
    held = sorted(target.iterdir()) if target.is_dir() else []
    others = [one.name for one in held if one.suffix not in _OURS]
    if others:
        raise ExportError(f"{path} holds {others[0]}, which is no part of an export", "Name a folder of its own")
    if held and not replace:
        raise ExportError(f"{path} is there already", "Add --force to replace it")
