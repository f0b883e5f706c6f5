"""`kg export`: the graph as a file for other tools."""

from typing import Annotated

import typer

from kg.cli.filtering import (
    About,
    Between,
    Country,
    Disputed,
    MinConfidence,
    MinSources,
    Relations,
    Since,
    Statuses,
    Until,
    Where,
    Who,
    With,
    wanted_by,
)
from kg.cli.options import DEFAULT_STORE, Store
from kg.cli.output import tell

EXAMPLES = """
kg export -o contacts.ttl
kg export -o network.gexf --country TR --since 2024-11
kg export -o everything.nq.gz --layer all
kg export -o public.jsonld --no-quotes
kg export -o reports.csv --table reports
kg export -o dyads.panel.csv --unit country --every month --zeros
kg export -o neo4j/ --format neo4j
kg export -o - --format turtle | less
"""

_FORMATS = (
    "turtle, ntriples, trig, nquads, jsonld, rdfxml; graphml, gexf, cytoscape, edges, neo4j; csv, parquet;"
    " cameo, plover, panel; ftm."
)


def command(
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FILE", help="The file; its suffix tells the format, .gz packs it."),
    ],
    form: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help=_FORMATS)] = None,
    layer: Annotated[
        str, typer.Option(metavar="LAYER", help="contacts; said; all: every quad of the store.")
    ] = "contacts",
    who: Who = None,
    with_: With = None,
    between: Between = None,
    country: Country = None,
    relation: Relations = None,
    status: Statuses = None,
    disputed: Disputed = False,
    about: About = None,
    place: Where = None,
    since: Since = None,
    until: Until = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0.0,
    quotes: Annotated[bool, typer.Option(help="With the sentences of the articles.")] = True,
    table: Annotated[
        str, typer.Option(metavar="TABLE", help="For csv and parquet: contacts, reports or actors.")
    ] = "contacts",
    unit: Annotated[str, typer.Option(metavar="UNIT", help="For edges and panel: actor or country.")] = "actor",
    every: Annotated[
        str, typer.Option(metavar="PERIOD", help="For edges and panel: week, month, quarter or year.")
    ] = "month",
    zeros: Annotated[bool, typer.Option("--zeros", help="For panel: also rows of pairs without a contact.")] = False,
    sort: Annotated[bool, typer.Option("--sorted", help="For nquads of all: in order of the alphabet.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Reads the store, writes the file, says where it is and what was left out."""
    from kg.export import export
    from kg.graph import open_reader
    from kg.queries.filters import Wanted

    wanted = wanted_by(
        who=who,
        with_=with_,
        between=between,
        country=country,
        relation=relation,
        status=status,
        disputed=disputed,
        about=about,
        place=place,
        since=since,
        until=until,
        min_sources=min_sources,
        min_confidence=min_confidence,
    )
    with open_reader(store) as reader:
        left_out = export(
            reader,
            output,
            form,
            layer,
            force,
            wanted=None if wanted == Wanted() else wanted,
            quotes=quotes,
            table=table,
            unit=unit,
            every=every,
            zeros=zeros,
            sort=sort,
        )
    for why, count in sorted(left_out.items()):
        tell(f"{count} contact{'s' if count != 1 else ''} left out: they {why}")
    if output != "-":
        tell(f"written to {output}")
