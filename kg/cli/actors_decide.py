"""`kg actors merge`, `split` and `rename`: who is who, by the user's decision."""

from typing import Annotated

import typer

from kg.cli import completion
from kg.cli.deciding import By, Why, keep
from kg.cli.options import DEFAULT_STORE, Store, day

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="A name or part of one, or an id.", shell_complete=completion.actors)
]


def merge(
    one: Annotated[str, typer.Argument(metavar="A", help="A name or id.", shell_complete=completion.actors)],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.", shell_complete=completion.actors)],
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Say that two actors are one, also in articles to come."""
    from kg import deciding

    keep(store, "kg actors merge", lambda view, who: deciding.merge(view, who, one, other)[0], by, why)


def split(
    name: Name,
    spelling: Annotated[str, typer.Option(metavar="NAME", help="Who is spelled so is somebody else.")],
    article: Annotated[str | None, typer.Option(metavar="NAME", help="Only in this article.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Only in articles published since.")] = None,
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Say that two people were taken for one."""
    from kg import deciding
    from kg.graph.articles import one_article

    first = day("--since", since)
    keep(
        store,
        "kg actors split",
        lambda view, who: deciding.split(
            view, who, name, spelling, None if article is None else one_article(view, article), first
        )[0],
        by,
        why,
    )


def rename(
    name: Name,
    new: Annotated[str, typer.Argument(metavar="NEW", help="What to call the actor.")],
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Give an actor another name; the old one stays beside it."""
    from kg import deciding

    keep(store, "kg actors rename", lambda view, who: deciding.rename(view, who, name, new)[0], by, why)
