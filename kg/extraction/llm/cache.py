"""Answers kept on disk, one file each, so that the same article is never asked about twice.

Each is written as soon as it came, whole or not at all: whatever ends a run, no answered article is lost.
"""

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from kg.errors import KgError
from kg.extraction.llm.options import Options
from kg.extraction.llm.prompts import Prompt


class Answers(Protocol):
    """Where answers that were given before are found."""

    def get(self, prompt: Prompt) -> str | None:
        """The text of the answer to a prompt, if there is one."""

    def put(self, prompt: Prompt, answer: str) -> None:
        """Keeps an answer."""


@dataclass(frozen=True, slots=True)
class Cache:
    """Answers of one model with one set of options, in a folder that all models share.

    Attributes:
        model: its name, as the server knows it.
        settings: what else an answer hangs on.
    """

    folder: Path
    model: str
    settings: str

    @classmethod
    def of(cls, folder: Path, options: Options) -> "Cache":
        """The part of the cache that holds the answers of this model with these options."""
        return cls(folder, options.model, options.settings)

    def get(self, prompt: Prompt) -> str | None:
        """The text of the answer to a prompt, if there is one; what cannot be read is as good as none."""
        try:
            found = json.loads(self._path(prompt).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        answer = found.get("answer") if isinstance(found, Mapping) else None
        return answer if isinstance(answer, str) else None

    def put(self, prompt: Prompt, answer: str) -> None:
        """Keeps an answer.

        Raises:
            KgError: the folder cannot be written.
        """
        path = self._path(prompt)
        record = {"model": self.model, "settings": self.settings, "prompt": prompt.key, "answer": answer}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                    json.dump(record, file, ensure_ascii=False)
                Path(part).replace(path)
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(part).unlink()
                raise
        except OSError as fault:
            raise KgError(f"answers cannot be kept in {self.folder}: {fault.strerror}") from fault

    def _path(self, prompt: Prompt) -> Path:
        key = sha256("\0".join((prompt.key, self.model, self.settings)).encode()).hexdigest()
        return self.folder / key[:2] / f"{key}.json"


@dataclass(frozen=True, slots=True)
class Recorded:
    """Answers in a folder of text files that bear their prompts' names: read, and never added to."""

    folder: Path

    def get(self, prompt: Prompt) -> str | None:
        """The text of the answer to exactly this prompt, if there is one."""
        try:
            return (self.folder / f"{prompt.name}.txt").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, prompt: Prompt, answer: str) -> None:
        """Recorded answers stay as they were recorded."""


def is_first_use(folder: Path, host: str) -> bool:
    """Whether text goes to a host for the first time; from now on it is not the first."""
    told = folder / "hosts.txt"
    try:
        known = told.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        known = []
    if host in known:
        return False
    with contextlib.suppress(OSError):  # then it is told again
        folder.mkdir(parents=True, exist_ok=True)
        told.write_text("\n".join([*known, host]) + "\n", encoding="utf-8")
    return True
