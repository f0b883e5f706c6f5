"""`kg stats`: what the store holds, in numbers."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, write
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.graph import Reader

EXAMPLES = """
kg stats
kg stats --format json
"""


def command(
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")] = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Counts and prints."""
    one_of("format", form, FORMATS)
    from kg.graph import open_reader

    with open_reader(store) as reader:
        write(("what", "which", "count"), _rows(reader), form)


def _rows(reader: "Reader") -> Iterator[tuple[str, str, int]]:
    from kg.graph.iris import term

    counts = reader.counts()
    contacts = list(reader.contacts())
    statuses: Counter[str] = Counter(contact.status for contact in contacts)
    relations = Counter(contact.relation for contact in contacts)
    outlets = {quad.object for quad in reader.match(predicate=term("schema:publisher"))}
    yield "articles", "", counts["Article"]
    yield "outlets", "", len(outlets)
    yield "reports", "", counts["Report"]
    yield "actors", "", counts["Actor"]
    yield "contacts", "", len(contacts)
    for status in vocabulary().statuses:
        if statuses[status]:
            yield "contacts by status", status, statuses[status]
    for relation, count in sorted(relations.items(), key=lambda item: (-item[1], item[0])):
        yield "contacts by relation", relation, count
    yield "triples", "", counts["quads"]
