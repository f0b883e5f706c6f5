"""An article as the ground that answers are held against: its text, headline, sentences and names."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kg.extraction.casing import as_read
from kg.extraction.dates import days_told
from kg.extraction.llm.alignment import Aligned
from kg.extraction.names import Entity, Settled
from kg.extraction.sentences import Sentence
from kg.model import Article, Span


@dataclass(frozen=True)
class Source:
    """What an article holds.

    Attributes:
        sentences: all of them, the headline's first.
        settled: its names, as the rules settle them.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    settled: Settled

    @cached_property
    def text(self) -> Aligned:
        """The article's text."""
        return Aligned(self.article.text)

    @cached_property
    def title(self) -> Aligned:
        """Its headline."""
        return Aligned(self.article.title)

    @cached_property
    def previous(self) -> tuple[date | None, ...]:
        """For each sentence the day that those before it told last."""
        return tuple(days_told([as_read(each.text) for each in self.sentences], self.article.published))

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO codes of all countries that the article names."""
        return frozenset(each.country for each in self.settled.entities if each.country and _tells(each))

    def forms(self, words: str) -> tuple[str, ...]:
        """The stretches of text, else of the headline, that these words are, each wording once."""
        for aligned in (self.text, self.title):
            if spans := aligned.names(words):
                return tuple(dict.fromkeys(aligned.text[span.start : span.end] for span in spans))
        return ()

    def has(self, words: str) -> bool:
        """Whether text or headline has these words, but for white space and punctuation."""
        return self.text.quote(words) is not None or self.title.quote(words) is not None

    def evidence(self, quote: str) -> Sentence | None:
        """The sentence that a quote is, or lies in; of a quote over several sentences, those of its first paragraph."""
        if span := self.text.quote(quote):
            return self._around(span)
        if self.title.quote(quote):
            return next(each for each in self.sentences if each.offset is None)
        return None

    def _around(self, span: Span) -> Sentence | None:
        touched = [
            each
            for each in self.sentences
            if each.offset is not None and each.offset < span.end and span.start < each.offset + len(each.text)
        ]
        touched = [each for each in touched if each.paragraph == touched[0].paragraph]
        if len(touched) < 2:
            return touched[0] if touched else None
        first, last = touched[0], touched[-1]
        if first.offset is None or last.offset is None:
            return first
        text = self.article.text[first.offset : last.offset + len(last.text)]
        return Sentence(text, first.paragraph, first.offset, first.index)


def _tells(entity: Entity) -> bool:
    return bool(entity.forms) or entity.type == "country"
