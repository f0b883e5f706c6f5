"""How much of one text is printed in another: a small sketch of each tells it, without the texts.

Agencies' texts are printed shortened, under other headlines, with sentences of the outlet's own. A sketch keeps the
smallest hashes of all rows of five words in a text (a bottom-k sketch, MinHash with one function), which are a fair
sample of them; two samples tell what share of the shorter text's rows stand in the other.
"""

import re
from base64 import b64decode, b64encode
from functools import lru_cache
from hashlib import blake2b
from typing import Final

_ROW: Final = 5
"""Words in a row: so many are seldom the same by chance."""
_FEWEST: Final = 40
"""Rows below which a text is too short to tell a copy from what everybody writes."""
_KEPT: Final = 256
_BYTES: Final = 3
_WORD: Final = re.compile(r"\w+")


def sketch(text: str) -> str:
    """The number of rows of words in a text and the sample of them; empty where the text is short."""
    words = [word.encode("utf-8", "replace") for word in _WORD.findall(text.casefold())]
    rows = {b" ".join(words[start : start + _ROW]) for start in range(len(words) - _ROW + 1)}
    if len(rows) < _FEWEST:
        return ""
    sample = sorted({blake2b(row, digest_size=_BYTES).digest() for row in rows})[:_KEPT]
    return f"{len(rows)} {b64encode(b''.join(sample)).decode()}"


def shared(one: str, other: str) -> float:
    """About what share of the shorter text stands in the other word by word, from 0 to 1, by their sketches."""
    (rows, sample), (other_rows, other_sample) = _read(one), _read(other)
    if not (in_both := sample & other_sample):
        return 0.0
    # Of both together, the smallest hashes are known for certain only as far as both samples reach.
    reach = min(max(each) if len(each) == _KEPT else b"\xff" * _BYTES for each in (sample, other_sample))
    known = [each for each in sample | other_sample if each <= reach]
    alike = sum(each in in_both for each in known) / len(known)
    return min(1.0, alike * (rows + other_rows) / (1 + alike) / min(rows, other_rows))


@lru_cache(maxsize=4096)
def _read(written: str) -> tuple[int, frozenset[bytes]]:
    """A sketch as written; that of a stranger may be anything."""
    rows, _, sample = written.partition(" ")
    try:
        told = b64decode(sample, validate=True)
        return max(int(rows), 1), frozenset(told[at : at + _BYTES] for at in range(0, len(told), _BYTES))
    except ValueError:
        return 1, frozenset()
