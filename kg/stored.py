"""Parts of a store that questions need besides contacts, read property by property.

A property of all articles is one scan of an index; article by article takes several times as long.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.analysis.portrait import Mention
from kg.graph import Reader
from kg.graph.iris import local_name, minted, term
from kg.graph.layers import IDENTITY
from kg.graph.reading import described
from kg.graph.store import nodes_of, subjects_of
from kg.graph.terms import TYPE
from kg.model import Article, Contact

_IN_ARTICLE = term("kg:inArticle")


def articles(reader: Reader) -> dict[str, Article]:
    """All articles by id, without their texts."""
    told: dict[str, dict[str, str]] = {
        local_name(node): {} for node in subjects_of(reader.match(None, TYPE, term("kg:Article")))
    }
    for name in ("schema:identifier", "schema:headline", "schema:datePublished", "schema:publisher", "schema:url"):
        for quad in reader.match(predicate=term(name)):
            if isinstance(quad.subject, NamedNode) and (facts := told.get(local_name(quad.subject))) is not None:
                facts[name] = _value(quad.object)
    return {id_: _article(id_, told[id_]) for id_ in sorted(told)}


def mentions(reader: Reader, actor: str) -> Iterator[Mention]:
    """What was taken for an actor, article by article, and why."""
    for named in subjects_of(reader.match(None, term("kg:denotes"), minted("act", actor), IDENTITY)):
        node = described(reader, named)
        forms = node.texts("kg:form") or node.texts("kg:name")
        yield Mention(node.local("kg:inArticle") or "", tuple(forms), node.text("kg:because") or "")


def told_in(reader: Reader, reports: Iterable[str]) -> dict[str, str]:
    """Report → id of its article."""
    return {
        report: local_name(article)
        for report in reports
        for article in nodes_of(reader.match(minted("rep", report), _IN_ARTICLE))
    }


def sentences(reader: Reader, reports: Iterable[str]) -> dict[str, str]:
    """Report → its sentence."""
    return {
        report: quad.object.value
        for report in reports
        for quad in reader.match(minted("rep", report), term("kg:quote"))
        if isinstance(quad.object, Literal)
    }


def telling(contact: Contact) -> str:
    """The report to quote for a contact: the first that tells of it as it was, not of its announcement."""
    return next((report for report in contact.reports if report not in contact.announced_in), contact.reports[0])


def _value(node: object) -> str:
    return local_name(node) if isinstance(node, NamedNode) else node.value if isinstance(node, Literal) else ""


def _article(id_: str, facts: dict[str, str]) -> Article:
    day = facts.get("schema:datePublished")
    return Article(
        id=id_,
        name=facts.get("schema:identifier", ""),
        text="",
        title=facts.get("schema:headline", ""),
        published=date.fromisoformat(day) if day else None,
        outlet=facts.get("schema:publisher"),
        url=facts.get("schema:url"),
    )
