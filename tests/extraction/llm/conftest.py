"""An article, what a model may answer to it, and a reader that asks the test's own server."""

from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from kg.extraction.llm.cache import Cache
from kg.extraction.llm.options import Options
from kg.extraction.llm.reader import Reader
from kg.model import Article

TEXT = (
    "OSLO, March 11 - Norwegian Foreign Minister Ingvild Rask rang her Nigerian counterpart, Chidi Okoye, on Friday.\n"
    "She will receive the Portuguese president, Duarte Leal, in Oslo on Monday, her office said.\n"
    "Nobody spoke of fish."
)
ACTORS = [
    {"name": "Ingvild Rask", "type": "person", "country": "NO", "office": "Foreign Minister",
     "mentions": ["Norwegian Foreign Minister Ingvild Rask", "Ingvild Rask"]},
    {"name": "Chidi Okoye", "type": "person", "country": "NG", "office": "foreign minister",
     "mentions": ["her Nigerian counterpart, Chidi Okoye", "Chidi Okoye"]},
    {"name": "Duarte Leal", "type": "person", "country": "PT", "office": "president",
     "mentions": ["the Portuguese president, Duarte Leal"]},
]  # fmt: skip
CALLED = {
    "evidence": TEXT.split("\n")[0], "relation": "called", "status": "occurred",
    "subjects": ["Ingvild Rask"], "objects": ["Chidi Okoye"], "initiator": "Ingvild Rask",
    "date": "2017-03-10", "date_words": "on Friday", "place": None, "claimed_by": None, "topics": [],
}  # fmt: skip
HOSTS = {
    "evidence": TEXT.split("\n")[1], "relation": "hosted", "status": "planned",
    "subjects": ["Ingvild Rask"], "objects": ["Duarte Leal"], "initiator": None,
    "date": "2017-03-13", "date_words": "on Monday", "place": "Oslo", "claimed_by": "her office", "topics": [],
}  # fmt: skip
GOOD: dict[str, Any] = {"actors": ACTORS, "contacts": [CALLED, HOSTS]}


def article(text: str = TEXT, name: str = "rask.txt", title: str = "Rask calls Okoye") -> Article:
    key = sha256(f"{name}|{text}".encode(errors="replace")).hexdigest()
    return Article(key[:16], name, text, title, date(2017, 3, 11), "Fjord Dispatch", None, f"sha256:{key}")


@pytest.fixture
def options(chat):
    chat.in_turn(chat.says(GOOD))
    return Options(chat.endpoint, "tiny", pause=0.01, attempts=3, seconds=5.0, concurrency=2)


@pytest.fixture
def reader(options, tmp_path):
    return Reader("tiny", Cache.of(tmp_path / "cache", options), options)


@pytest.fixture
def told(chat):
    """What the server may be made to say: `told.GOOD`, `told.says(…)`, `told.article(…)`."""

    class Told:
        good, actors, called, hosts, text = GOOD, ACTORS, CALLED, HOSTS, TEXT
        says = staticmethod(chat.says)
        said = chat.said
        article = staticmethod(article)

    return Told
