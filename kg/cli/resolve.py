"""`kg resolve`: who is who and what happened, worked out again from what the articles say."""

from kg.cli.options import DEFAULT_STORE, Store

EXAMPLES = """
kg resolve
kg resolve --store ministry/
"""


def command(store: Store = DEFAULT_STORE) -> None:
    """Derives anew, says how much that changed."""
    from kg.cli.ingest import existing
    from kg.graph import open_writer
    from kg.pipeline import resolve

    with open_writer(existing(store), "kg resolve") as writer:
        changed = resolve(writer)
    print(f"{changed} triples changed" if changed else "nothing changed")
