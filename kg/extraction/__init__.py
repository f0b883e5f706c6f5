"""Articles in, documents out: who is named, and which contacts are told. No store, no RDF.

The stages, in order: sentences → names settled over the whole document → parses of candidate sentences → frames
with their participants → status, date, place, claimant → what the model adds and doubts → one contact an event.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.errors import UsageError
from kg.extraction.batches import batches
from kg.model import Article, Document

__all__ = ["ASKING", "DEFAULT", "EXTRACTORS", "extract", "extracted_by", "read"]

EXTRACTORS = {
    "rules": "the frames of the lexicon alone",
    "rules+learned": "the frames, with what the learned part adds and doubts",
}
"""Name → what it is. Each turns an `Article` into the same `Document`; `kg:extractedBy` tells which did."""

ASKING = {
    "llm": "a language model's reading, of which only what the article bears out is taken",
    "llm+rules": "the same, but rules alone judge what has no word of contact",
}
"""The extractors that ask a server; `kg.extraction.llm.reader` makes them, since they need to know which."""

DEFAULT = "rules+learned"


_TOGETHER = 16
"""Articles that are read together, since the models take many sentences at once in less time than one by one …"""
_CHARACTERS = 100_000
"""… or as many as have so much text."""


def extract(articles: Iterable[Article], extractor: str = DEFAULT) -> Iterator[Document]:
    """The document of each article, in order; the first after it was read alone, later ones by batches.

    Raises:
        UsageError: there is no such extractor.
    """
    for batch in batches(articles, 1, _TOGETHER, _CHARACTERS):
        yield from _documents(batch, extractor)


def read(article: Article, extractor: str = DEFAULT) -> Document:
    """The document of one article.

    Raises:
        UsageError: there is no such extractor.
    """
    return next(_documents([article], extractor))


def _documents(articles: Sequence[Article], extractor: str) -> Iterator[Document]:
    from kg.extraction.candidates import is_candidate
    from kg.extraction.sentences import sentences

    maker = extracted_by(extractor)
    split = [sentences(article) for article in articles]
    promising = [number for number, found in enumerate(split) if any(map(is_candidate, found))]
    if not promising:  # the models are not even loaded
        yield from (Document(article, (), (), maker) for article in articles)
        return

    from kg.extraction.home import home_of
    from kg.extraction.learned import joined
    from kg.extraction.learned.dating import dated
    from kg.extraction.learned.linking import linked
    from kg.extraction.merging import merged
    from kg.extraction.names import settle
    from kg.extraction.parse import parse_of, votes_of
    from kg.extraction.reports import document
    from kg.extraction.rules import drafts
    from kg.extraction.silence import audible

    votes = dict(zip(promising, votes_of([split[number] for number in promising]), strict=True))
    named = {n: settle(split[n], votes[n], home_of(articles[n]), articles[n].published) for n in promising}
    parses = dict(zip(promising, parse_of([(split[n], named[n]) for n in promising]), strict=True))
    for number, (article, found) in enumerate(zip(articles, split, strict=True)):
        if number not in parses:
            yield Document(article, (), (), maker)
            continue
        settled, parsed = named[number], parses.pop(number)
        if extractor == "rules+learned":
            parsed = linked(found, settled, parsed)
        told = tuple(drafts(found, settled, parsed, article.published))
        if extractor == "rules+learned":
            told = joined(found, settled, parsed, article.published, told)
            told = tuple(dated(told, found, settled, parsed, article.published))
        yield document(article, settled, merged(audible(told, settled.entities, found), settled.entities), maker)


@cache
def extracted_by(extractor: str = DEFAULT) -> str:
    """Extractor, model, lexicon and weights with their versions, for `kg:extractedBy`.

    Raises:
        UsageError: there is no such extractor.
    """
    from importlib.metadata import version

    from kg import __version__
    from kg.extraction.learned import fingerprint as weights
    from kg.extraction.lexicon import fingerprint
    from kg.extraction.parse import MODEL

    if extractor not in EXTRACTORS:
        raise UsageError(f"no extractor “{extractor}”", f"There are: {', '.join(EXTRACTORS)}")
    parts = [
        f"contact-kg {__version__} {extractor}",
        f"{MODEL} {version(MODEL.replace('_', '-'))}",
        f"lexicon {fingerprint()}",
    ]
    if extractor == "rules+learned":
        parts.append(f"weights {weights()}")
    return " / ".join(parts)
