"""Texts of articles, compressed, by content hash, outside the graph: with them they can be read again."""

import gzip
import hashlib
import os
import re
from pathlib import Path

from kg.errors import StoreError

_HASH = re.compile(r"sha256:([0-9a-f]{64})")


class Texts:
    """A folder of article texts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content_hash: str, text: str) -> None:
        """Keeps a text, unless it is there already.

        Raises:
            StoreError: it cannot be written.
        """
        path = self._path(content_hash)
        if path.exists():
            return
        part = path.with_suffix(f".{os.urandom(4).hex()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0))
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise StoreError(
                f"an article's text cannot be kept: {error.strerror or error}", "Make room and run the command again"
            ) from error

    def find(self, content_hash: str) -> str | None:
        """The text, or None where it was not kept."""
        try:
            return gzip.decompress(self._path(content_hash).read_bytes()).decode("utf-8", "surrogatepass")
        except FileNotFoundError:
            return None

    def drop(self, content_hash: str) -> None:
        """Forgets a text."""
        self._path(content_hash).unlink(missing_ok=True)

    def _path(self, content_hash: str) -> Path:
        match = _HASH.fullmatch(content_hash)
        digest = match[1] if match else hashlib.sha256(content_hash.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / digest[:2] / f"{digest}.txt.gz"
