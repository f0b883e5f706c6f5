"""All that is known of one actor: spellings and why they are his, partners, topics, sources, months."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.analysis.network import actor_of, tied, took_place
from kg.analysis.rhythm import Rhythm, rhythm
from kg.model import Actor, Article, Contact


@dataclass(frozen=True, slots=True)
class Mention:
    """An article's named actor that was taken for the actor.

    Attributes:
        forms: its spellings in the article.
        because: the reason in words.
    """

    article: str
    forms: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way his name is written.

    Attributes:
        articles: how many articles write it so.
        reasons: why it was taken for him, each with the names of the articles that write it so, most first.
    """

    form: str
    articles: int
    reasons: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """An actor as the store has him.

    Attributes:
        contacts: number of contacts that took place; `others`: of those that did not.
        spellings: most articles first.
        partners: whom he had contact with, and how often, most first.
        topics: of his contacts, with the number of contacts.
        outlets: of the articles that tell of his contacts, with the number of articles; None where not known.
        rhythm: his contacts by month, whether or not they took place.
    """

    actor: Actor
    contacts: int
    others: int
    spellings: tuple[Spelling, ...]
    partners: tuple[tuple[Actor, int], ...]
    topics: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str | None, int], ...]
    rhythm: Rhythm


def portrait(
    actor: Actor,
    contacts: Iterable[Contact],
    articles: Mapping[str, Article],
    actors: Mapping[str, Actor],
    mentions: Iterable[Mention],
    told_in: Mapping[str, str],
) -> Portrait:
    """Puts together what is known of an actor.

    Args:
        actor: whom it is about.
        contacts: of anybody; his own are taken.
        articles: all that were read, by id.
        actors: every actor by id.
        mentions: what was taken for him.
        told_in: report → id of its article.
    """
    own = [contact for contact in contacts if actor.id in contact.actors]
    held = took_place(own)
    partners = Counter(
        other for contact in held for pair in tied(contact) if actor.id in pair for other in pair if other != actor.id
    )
    telling = {told_in[report] for contact in own for report in contact.reports if report in told_in}
    outlets = Counter(articles[article].outlet for article in telling if article in articles)
    return Portrait(
        actor=actor,
        contacts=len(held),
        others=len(own) - len(held),
        spellings=_spellings(mentions, articles),
        partners=tuple((actor_of(key, actors), count) for key, count in _most(partners)),
        topics=tuple(_most(Counter(topic for contact in own for topic in contact.topics))),
        outlets=tuple(sorted(outlets.items(), key=lambda item: (-item[1], item[0] or ""))),
        rhythm=rhythm(own, articles.values()),
    )


def _spellings(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> tuple[Spelling, ...]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        name = articles[mention.article].name if mention.article in articles else mention.article
        for form in dict.fromkeys(mention.forms):
            found[form][mention.because].append(name)
    spellings = [
        Spelling(
            form,
            sum(map(len, told.values())),
            tuple(sorted(((why, tuple(sorted(names))) for why, names in told.items()), key=_most_articles)),
        )
        for form, told in found.items()
    ]
    return tuple(sorted(spellings, key=lambda spelling: (-spelling.articles, spelling.form)))


def _most_articles(reason: tuple[str, tuple[str, ...]]) -> tuple[int, str]:
    because, names = reason
    return -len(names), because


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))
