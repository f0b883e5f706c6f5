"""`kg resolve`: who is who and what happened, worked out again from what the articles say."""

from kg.cli.options import DEFAULT_STORE, Store

EXAMPLES = """
kg resolve
kg resolve --store ministry/
"""


def command(store: Store = DEFAULT_STORE) -> None:
    """Derives anew, says how much that changed."""
    from kg.graph import open_writer
    from kg.graph.marker import check_store
    from kg.pipeline import resolve

    check_store(store)  # only an ingest makes one
    with open_writer(store, "kg resolve") as writer:
        changed = resolve(writer)
    print(f"{changed} triples changed" if changed else "nothing changed")
