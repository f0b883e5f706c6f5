"""Questions of a JSONL file, each printed again with its answer."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.cli.output import tell
from kg.errors import UsageError

Answer = Callable[[Mapping[str, Any]], Iterable[tuple[str, Any]]]


def answer(path: Path, answered: Answer) -> bool:
    """Prints each line of a file with what answers it; tells whether all of them could be read.

    Raises:
        UsageError: the file cannot be read.
    """
    stream = sys.stdin if str(path) == "-" else None
    sound = True
    try:
        lines = stream or path.open(encoding="utf-8")
        with lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    question = json.loads(line)
                    if not isinstance(question, dict):
                        raise ValueError("no object")
                except ValueError:
                    sound = False
                    tell(f"kg: {path}:{number}: not an object of JSON")
                    continue
                print(json.dumps({**question, **dict(answered(question))}, ensure_ascii=False))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}", "It takes JSONL in UTF-8") from error
    return sound
