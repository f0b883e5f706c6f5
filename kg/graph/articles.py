"""Articles found by what a user calls them."""

from difflib import get_close_matches
from pathlib import PurePath

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.graph.iris import local_name, term
from kg.graph.store import Quads


def articles_called(view: Quads, name: str) -> frozenset[str]:
    """Ids of the articles with this name, file name or id.

    Raises:
        UsageError: there is none.
    """
    articles = {
        local_name(quad.subject): quad.object.value
        for quad in view.match(predicate=term("schema:identifier"))
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
    wanted = name.removeprefix("art:")
    ids = frozenset(
        id_ for id_, given in articles.items() if wanted in {id_, given, PurePath(given).name, PurePath(given).stem}
    )
    if not ids:
        near = get_close_matches(name, articles.values(), 1)
        raise UsageError(f"there is no article “{name}” in the store", f"Did you mean {near[0]}?" if near else "")
    return ids


def one_article(view: Quads, name: str) -> str:
    """Id of the one article with this name.

    Raises:
        UsageError: there is none, or there are several.
    """
    ids = sorted(articles_called(view, name))
    if len(ids) > 1:
        raise UsageError(f"{len(ids)} articles are called “{name}”", f"Give one id of {', '.join(ids[:5])}")
    return ids[0]
