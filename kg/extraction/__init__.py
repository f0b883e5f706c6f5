"""Articles in, documents out: who is named, and which contacts are told. No store, no RDF.

The stages, in order: sentences → names settled over the whole document → parses of candidate sentences → frames
with their participants → status, date, place, claimant → one contact an event.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Protocol

from kg.model import Article, Document

__all__ = ["Extractor", "extract"]


class Extractor(Protocol):
    """Anything that turns an article into a document: rules, a learned model, a language model."""

    def __call__(self, article: Article) -> Document:
        """The document of one article."""


def extract(articles: Iterable[Article]) -> Iterator[Document]:
    """The document of each article, one by one, in order."""
    for article in articles:
        yield read(article)


def read(article: Article) -> Document:
    """The document of one article, by rules."""
    from kg.extraction.candidates import is_candidate
    from kg.extraction.merging import merged
    from kg.extraction.names import settle
    from kg.extraction.parse import votes
    from kg.extraction.reports import document
    from kg.extraction.rules import drafts
    from kg.extraction.sentences import sentences
    from kg.extraction.silence import audible

    found = sentences(article)
    if not any(map(is_candidate, found)):
        return Document(article, (), (), extracted_by())
    settled = settle(found, votes(found), home_of(article))
    told = audible(drafts(found, settled, article.published), settled.entities, found)
    return document(article, settled, merged(told, settled.entities), extracted_by())


def home_of(article: Article) -> str | None:
    """The country whose ministry publishes the article, since its readouts name their own people without it."""
    from kg.gazetteer import gazetteer

    words = (article.outlet or "").split()
    if not {
        "Ministry",
        "Department",
        "Embassy",
        "Presidency",
        "Office",
        "Government",
        "Chancellery",
        "Kremlin",
        "House",
    } & {w.strip(",") for w in words}:
        return None
    names = gazetteer()
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size]).strip(",")
            if (
                code := names.country_of_adjective(phrase)
                or names.country_of_name(phrase)
                or names.country_of_seat(phrase)
            ):
                return code
    return None


def extracted_by() -> str:
    """Extractor, model and lexicon with their versions, for `kg:extractedBy`."""
    from kg import __version__
    from kg.extraction.lexicon import fingerprint
    from kg.extraction.parse import MODEL

    model = f"{MODEL} {version(MODEL.replace('_', '-'))}"
    return f"contact-kg {__version__} / {model} / lexicon {fingerprint()}"
