"""Reads articles by a language model: each ends as a document, or is named with the reason why not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from kg.errors import ArticleError
from kg.extraction.draft import Draft
from kg.extraction.llm.answers import Answer
from kg.extraction.llm.asking import Asker, Meter
from kg.extraction.llm.cache import Answers
from kg.extraction.llm.client import AskError, Client
from kg.extraction.llm.confidence import confidence, signs_of
from kg.extraction.llm.grounding import Refusal, grounded
from kg.extraction.llm.options import Options
from kg.extraction.llm.own import own_reading
from kg.extraction.llm.prompts import Prompt, prompts
from kg.extraction.llm.template import template
from kg.extraction.llm.threads import in_order
from kg.extraction.merging import merged
from kg.extraction.names import Entity, Settled
from kg.extraction.reports import document
from kg.extraction.sentences import sentences
from kg.model import Article, Document


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as a model read it.

    Attributes:
        document: what the article bears out.
        refused: what it does not.
        given: contacts that the model gave.
        answers: what it gave, piece by piece.
        signs: of each report of the document, what its confidence hangs on.
        silent: whether no sentence has a word of contact, so that nobody was asked.
    """

    document: Document
    refused: tuple[Refusal, ...] = ()
    given: int = 0
    answers: tuple[Answer, ...] = ()
    signs: tuple[str, ...] = ()
    silent: bool = False


class Reader:
    """A language model as an extractor.

    Args:
        model: its name, for `kg:extractedBy`.
        known: answers that were given before, and where new ones are kept.
        options: how to ask for others; without them nobody is asked.
        sparing: whether the rules answer what has no word of contact ("llm+rules").
    """

    def __init__(self, model: str, known: Answers, options: Options | None = None, *, sparing: bool = False) -> None:
        self.model = model
        self.sparing = sparing
        self.meter = Meter(options.most_tokens if options else None)
        self._known = known
        self._options = options

    @property
    def maker(self) -> str:
        """Extractor, model and prompt with their versions, for `kg:extractedBy`."""
        from kg import __version__

        told = template()
        name = "llm+rules" if self.sparing else "llm"
        digest = sha256(told.text.encode()).hexdigest()[:12]
        settings = [self._options.settings] if self._options else []
        return " / ".join(
            [f"contact-kg {__version__} {name}", self.model, f"prompt {told.version} {digest}", *settings]
        )

    def prompts(self, article: Article) -> tuple[Prompt, ...]:
        """What a model is asked about an article; nothing where rules are sure that it tells of no contact."""
        return () if self.is_silent(article) else tuple(prompts(article))

    def is_silent(self, article: Article) -> bool:
        """Whether nobody is asked about an article."""
        from kg.extraction.candidates import is_candidate

        if not (article.text.strip() or article.title.strip()):
            return True
        return self.sparing and not any(map(is_candidate, sentences(article)))

    def readings(self, articles: Sequence[Article]) -> Iterator[Reading | ArticleError]:
        """The reading of each article, in order, or what went wrong with it.

        Raises:
            KgError: the server answers nobody, or answers cannot be kept.
        """
        client = Client(self._options) if self._options else None
        asker = Asker(self._known, client, self.meter)
        threads = self._options.concurrency if self._options else 1

        def ask(article: Article) -> tuple[Answer, ...] | None:
            asked = self.prompts(article)
            return tuple(asker.answer(each) for each in asked) if asked else None

        try:
            for article, answers in in_order(ask, articles, threads):
                if isinstance(answers, AskError):
                    yield ArticleError(f"{article.name}: {answers}")
                elif isinstance(answers, Exception):
                    raise answers
                elif answers is None:
                    yield Reading(Document(article, (), (), self.maker), silent=True)
                else:
                    yield self._reading(article, answers)
        finally:
            if client:
                client.close()

    def _reading(self, article: Article, answers: tuple[Answer, ...]) -> Reading:
        own = own_reading(article)
        found = grounded(answers, own.source, f"llm:{self.model}")
        drafts = _joined(found.drafts, found.entities, len(answers))
        signs = tuple(signs_of(each, found.entities, own) for each in drafts)
        sure = [replace(each, confidence=confidence(seen)) for each, seen in zip(drafts, signs, strict=True)]
        told = document(article, Settled(found.entities, ()), sure, self.maker)
        return Reading(told, found.refused, found.given, answers, signs)


def _joined(drafts: Sequence[Draft], entities: Sequence[Entity], answers: int) -> tuple[Draft, ...]:
    """One contact an event: pieces of one article are joined as tellings elsewhere, one answer is taken at its word."""
    if answers > 1:
        return merged(drafts, entities)
    once = {(d.relation, d.status, d.subjects, d.objects, d.period): d for d in reversed(drafts)}
    return tuple(sorted(once.values(), key=lambda d: (d.sentence.index, d.subjects, d.objects, d.relation)))
