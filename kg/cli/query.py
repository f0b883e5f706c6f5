"""`kg query`: SPARQL over the store, or a named query.

Machine formats are those of the standards, written by the engine as its results come in.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import completion
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import tell, write
from kg.errors import QueryError, UsageError
from kg.settings import QUERY_SECONDS

if TYPE_CHECKING:
    from kg.queries import Answer
    from kg.queries.values import Value

EXAMPLES = """
kg query 'SELECT ?who WHERE { ?who kg:met act:hakan-fidan }'
kg query 'SELECT ?c ?name WHERE { ?c kg:involves/rdfs:label ?name }' --bind 'name=Hakan Fidan'
kg query --list
kg query contacts-of --bind who=Fidan
kg query never-held --as-of 2024-12-31
kg query -f question.rq --format csv > answer.csv
echo 'ASK { ?c kg:status kg:disputed }' | kg query -
"""

OWN_VARIABLE = "CONTACT_KG_QUERIES"
_PRINTED = ("table", "markdown")
_ROWS = ("csv", "tsv", "json", "xml")
_TRIPLES = {"ttl": "ttl", "nt": "nt", "nq": "nq", "trig": "trig", "n3": "n3", "xml": "rdf", "json": "jsonld"}
_TRIPLES |= {"rdf": "rdf", "jsonld": "jsonld"}
_FORMATS = tuple(dict.fromkeys([*_PRINTED, *_ROWS, *_TRIPLES]))
_NAME = re.compile(r"[a-z][a-z0-9-]*", re.IGNORECASE)


def command(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar="[QUERY|NAME|-]",
            help="SPARQL, the name of a query, or -.",
            shell_complete=completion.queries,
        ),
    ] = None,
    file: Annotated[Path | None, typer.Option("-f", "--file", metavar="FILE", help="A file with the query.")] = None,
    bind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help='Value of a variable that the query selects: text, number, day, act:x, <IRI>, "…"^^xsd:T or "…"@en.',
        ),
    ] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DAY", help="The same as --bind as_of=DAY.")] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT", help=f"{', '.join([*_PRINTED, *_ROWS])}; of triples {', '.join(_TRIPLES)}."
        ),
    ] = "table",
    iris: Annotated[bool, typer.Option("--iris", help="IRIs in a table, not names.")] = False,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Longest wait; 0 for no limit.")
    ] = QUERY_SECONDS,
    allow_service: Annotated[
        bool, typer.Option("--allow-service", help="Let SERVICE fetch from where the query says.")
    ] = False,
    listing: Annotated[bool, typer.Option("--list", help="Show the named queries.")] = False,
    own: Annotated[
        Path | None,
        typer.Option("--queries", envvar=OWN_VARIABLE, metavar="FOLDER", help="Your own .rq files, found by name."),
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Parses, asks, prints."""
    one_of("format", form, _FORMATS)
    if listing:
        _list(own)
        return
    from kg.cli.names import Names, plain
    from kg.graph import open_reader
    from kg.queries import Limits, ask
    from kg.queries.described import described_now

    given = _pairs([*(bind or []), *([f"as_of={as_of}"] if as_of is not None else [])])
    text, bindings, named = _asked(query, file, given, own)
    with (
        open_reader(store) as reader,
        ask(
            reader.path,
            described_now(reader, text, tell),
            bindings=bindings,
            limits=Limits(seconds=timeout),
            rows=form if form in _ROWS else "tsv",
            triples=_TRIPLES.get(form, "ttl"),
            allow_service=allow_service,
        ) as answer,
    ):
        fitting = (*_PRINTED, *(_TRIPLES if answer.kind == "triples" else _ROWS))
        if form not in fitting or (answer.kind == "truth" and form == "markdown"):
            raise QueryError(
                f"{form} cannot hold the answer, which is {_MEANING[answer.kind]}",
                f"Use --format {', '.join(fitting)}",
            )
        if form not in _PRINTED or answer.kind == "triples":
            _copy(answer.chunks())
        elif answer.kind == "truth":
            print("yes" if answer.truth() else "no")
        else:
            _print(answer, form, plain if iris else Names(reader), hidden=set(bindings) if named else set())


_MEANING = {"rows": "rows", "truth": "yes or no", "triples": "triples"}


def _asked(
    query: str | None, file: Path | None, given: Mapping[str, str], own: Path | None
) -> tuple[str, dict[str, "Value"], bool]:
    """The text of the query, the values of its variables, and whether it is a named one."""
    from kg.queries.catalogue import find
    from kg.queries.values import guessed

    if (query is None) == (file is None):
        raise UsageError("kg query takes one query", "Give it as text, by name, with -f FILE, or - to read it")
    if query is not None and _NAME.fullmatch(query):
        known = find(query, own)
        return known.text, known.bindings(given), True
    text = _read(file) if file else sys.stdin.read() if query == "-" else query or ""
    for name in given:
        if not re.search(rf"[?$]{re.escape(name)}\b", text):
            raise UsageError(f"the query has no variable ?{name}")
    return text, {name: guessed(value) for name, value in given.items()}, False


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _pairs(given: list[str]) -> dict[str, str]:
    pairs = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not name.isidentifier():
            raise UsageError(f"--bind cannot be “{each}”", "It takes NAME=VALUE, such as --bind who=Fidan")
        pairs[name] = value
    return pairs


def _copy(chunks: Iterator[bytes]) -> None:
    sys.stdout.flush()
    last = b"\n"
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
        last = chunk[-1:]
    if last != b"\n":
        sys.stdout.buffer.write(b"\n")
    sys.stdout.buffer.flush()


def _print(answer: "Answer", form: str, name: "Callable[[Any], str]", hidden: set[str]) -> None:
    """Prints rows as a table; the parameters of a named query are not repeated in every row."""
    kept = [place for place, column in enumerate(answer.columns) if column not in hidden]
    count = 0

    def rows() -> Iterator[list[str]]:
        nonlocal count
        for row in answer.rows():
            count += 1
            yield [name(row[place]) for place in kept]

    write([answer.columns[place] for place in kept], rows(), form)
    tell(f"{count} row{'s' if count != 1 else ''}")


def _list(own: Path | None) -> None:
    from kg.queries.catalogue import NamedQuery, named_queries, own_queries

    for query in (*named_queries().values(), *(own_queries(own) if own else ())):
        if not isinstance(query, NamedQuery):
            tell(f"kg: {query}")
            continue
        print(f"{query.name}: {query.title}")
        for line in filter(None, (query.question, query.counts and f"Rows: {query.counts}")):
            print(f"    {line}")
        for parameter in query.parameters:
            default = f" = {parameter.default}" if parameter.default is not None else ""
            print(f"    --bind {parameter.name}: {parameter.type}{default}, {parameter.meaning}")
        print(f"    {query.example}\n")
