"""Writes a file whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import ExportError


@contextmanager
def write_whole(path: Path, replace: bool = True) -> Iterator[BinaryIO]:
    """A handle to a new file beside `path`, which takes its place when the block ends well.

    Whoever reads `path` meanwhile, or after a failure, sees what was there before. A device or a pipe
    (`/dev/stdout`) is written to as it is.

    Args:
        path: the file; a symbolic link is followed.
        replace: whether a file that is there may be replaced.

    Raises:
        ExportError: the file is there and `replace` is False, or it cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as device:
                yield device
            return
        if target.is_dir():
            raise ExportError(f"{path} is a folder", "Name a file in it")
        if not target.parent.is_dir():
            raise ExportError(f"there is no folder {target.parent}", "Make it first")
        if target.exists() and not replace:
            raise ExportError(f"{path} is there already", "Add --force to replace it")
        part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
        try:
            with part.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}", "Nothing was changed") from error
