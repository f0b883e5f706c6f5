"""Articles in, documents out: who is named, and which contacts are told. No store, no RDF.

The stages, in order: sentences → names settled over the whole document → parses of candidate sentences → frames
with their participants → status, date, place, claimant → what the model adds and doubts → one contact an event.
"""

from collections.abc import Iterable, Iterator

from kg.errors import UsageError
from kg.model import Article, Document

__all__ = ["DEFAULT", "EXTRACTORS", "extract", "extracted_by", "read"]

EXTRACTORS = {
    "rules": "the frames of the lexicon alone",
    "rules+learned": "the frames, with what the learned part adds and doubts",
}
"""Name → what it is. Each turns an `Article` into the same `Document`; `kg:extractedBy` tells which did."""

DEFAULT = "rules+learned"


def extract(articles: Iterable[Article], extractor: str = DEFAULT) -> Iterator[Document]:
    """The document of each article, one by one, in order.

    Raises:
        UsageError: there is no such extractor.
    """
    for article in articles:
        yield read(article, extractor)


def read(article: Article, extractor: str = DEFAULT) -> Document:
    """The document of one article.

    Raises:
        UsageError: there is no such extractor.
    """
    from kg.extraction.candidates import is_candidate
    from kg.extraction.home import home_of
    from kg.extraction.learned import joined
    from kg.extraction.merging import merged
    from kg.extraction.names import settle
    from kg.extraction.parse import parse, votes
    from kg.extraction.reports import document
    from kg.extraction.rules import drafts
    from kg.extraction.sentences import sentences
    from kg.extraction.silence import audible

    maker = extracted_by(extractor)
    found = sentences(article)
    if not any(map(is_candidate, found)):
        return Document(article, (), (), maker)
    settled = settle(found, votes(found), home_of(article))
    rows = [(s, settled.mentions[s.index]) for s in found if settled.mentions[s.index] or is_candidate(s)]
    parses = parse(rows, settled.entities)
    told = tuple(drafts(found, settled, parses, article.published))
    if extractor == "rules+learned":
        told = joined(found, settled, parses, article.published, told)
    return document(article, settled, merged(audible(told, settled.entities, found), settled.entities), maker)


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
