"""`kg forget`: an article, and all that rests on it alone."""

from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store

EXAMPLES = """
kg forget syria.txt
kg forget seed-001 syria --store ministry/
"""


def command(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Names, file names or ids of articles.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Removes, says how much; what was decided about an article is kept, should it come again."""
    from kg.graph import open_writer
    from kg.graph.articles import articles_called
    from kg.graph.marker import check_store
    from kg.pipeline import forget

    check_store(store)
    with open_writer(store, "kg forget") as writer:
        ids = sorted({id_ for name in articles for id_ in articles_called(writer, name)})
        count = forget(writer, ids)
        writer.purge()
    print(f"{count} article{'s' if count != 1 else ''} forgotten")
