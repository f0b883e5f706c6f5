"""What proves a contact: reports, each with its sentence and article; every sentence and article once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.model import Actor, Article, Contact, Document, NamedActor, Report
from kg.view.style import Style
from kg.view.text import day, link, shown


class Evidence:
    """Gathers articles and sentences while contacts are told; each is kept once, and known by its number.

    Attributes:
        articles: outlet, headline, day and address of each; what is not known is left out.
        quotes: the sentences.
    """

    def __init__(self, documents: Iterable[Document], look: Style, quotes: bool) -> None:
        self.articles: list[dict[str, Any]] = []
        self.quotes: list[str] = []
        self._reports = {report.id: (report, document) for document in documents for report in document.reports}
        self._look, self._quoted = look, quotes
        self._article_numbers: dict[str, int] = {}
        self._quote_numbers: dict[str, int] = {}

    def of(self, contact: Contact, actors: Mapping[str, Actor]) -> list[dict[str, Any]]:
        """One entry for each report of the contact whose article is known; announcements come last."""
        known = [key for key in contact.reports if key in self._reports]
        known.sort(key=lambda key: key in contact.announced_in or self._reports[key][0].status != contact.status)
        return [self._entry(contact, *self._reports[key], actors) for key in known]

    def _entry(
        self, contact: Contact, report: Report, document: Document, actors: Mapping[str, Actor]
    ) -> dict[str, Any]:
        entry: dict[str, Any] = {"article": self._article(document.article)}
        if self._quoted:
            quote = shown(report.quote, self._look.limits.quote_characters)
            entry["quote"] = self._quote_numbers.setdefault(quote, len(self.quotes))
            if entry["quote"] == len(self.quotes):
                self.quotes.append(quote)
            if found := marks(quote, _participants(report, document, contact, actors)):
                entry["marks"] = found
        if report.status != contact.status:
            entry["status"] = report.status
        if report.claimed_by:
            entry["claimed_by"] = shown(report.claimed_by, self._look.limits.name_characters)
        return entry

    def _article(self, article: Article) -> int:
        number = self._article_numbers.setdefault(article.id, len(self.articles))
        if number == len(self.articles):
            limit = self._look.limits.name_characters
            told = {
                "outlet": shown(article.outlet or "", limit),
                "headline": shown(article.title, limit),
                "published": day(article.published.isoformat()) if article.published else None,
                "url": link(article.url),
            }
            self.articles.append({name: value for name, value in told.items() if value})
        return number


def marks(quote: str, participants: Iterable[Iterable[str]]) -> list[tuple[int, int]]:
    """Where participants stand in a sentence: starts and ends, counted as browsers count (UTF-16).

    Args:
        quote: the sentence.
        participants: for each participant the forms in which it may stand there.
    """
    taken: list[tuple[int, int]] = []
    for forms in participants:
        for form in sorted({form for form in forms if form}, key=lambda form: (-len(form), form)):
            taken += [(a, b) for a, b in _whole(form, quote) if not any(a < end and start < b for start, end in taken)]
    return [(_utf16(quote[:start]), _utf16(quote[:end])) for start, end in sorted(taken)]


def _whole(form: str, quote: str) -> Iterator[tuple[int, int]]:
    """Where a form stands as words of its own."""
    start = quote.find(form)
    while start >= 0:
        end = start + len(form)
        if not (start and quote[start - 1].isalnum()) and not quote[end : end + 1].isalnum():
            yield start, end
        start = quote.find(form, end)


def _utf16(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _participants(
    report: Report, document: Document, contact: Contact, actors: Mapping[str, Actor]
) -> Iterator[list[str]]:
    """The forms of each participant; where the article does not tell them, names of the contact's actors."""
    named = {actor.id: actor for actor in document.actors}
    for id_ in report.named:
        if id_ in named:
            yield _forms(named[id_])
    for key in contact.actors:
        if key in actors:
            yield [actors[key].name, actors[key].name.split()[-1] if len(actors[key].name) > 4 else ""]


def _forms(actor: NamedActor) -> list[str]:
    names = [actor.name, *actor.forms]
    last = actor.name.split()[-1] if actor.type == "person" and " " in actor.name else ""
    return [name for name in (*names, last) if len(name) > 2]
