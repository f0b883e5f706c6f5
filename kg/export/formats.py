"""The table of formats, and which of them a file name means."""

from dataclasses import dataclass
from typing import Final

from kg.errors import ExportError

LAYERS: Final = {
    "contacts": "contacts with their actors, countries and places, and the sentences that prove them",
    "said": "what each article says, without any judgement of who is who",
    "all": "every quad of the store",
}

_ALL = tuple(LAYERS)
_PERIODS = frozenset({"unit", "every"})


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing the graph.

    Attributes:
        module: has `write(material, file) -> LeftOut`; where `folder` is set, it is given the path of an
            empty folder to fill.
        suffixes: of files of this format, the first one usual; none where only --format names it.
        meaning: what it is for, in a few words.
        layers: those it can hold.
        takes: the options besides the filters that mean something to it.
        folder: whether it is several files in a folder.
        extra: the extra of this project that brings what it needs.
    """

    module: str
    suffixes: tuple[str, ...]
    meaning: str
    layers: tuple[str, ...] = ("contacts",)
    takes: frozenset[str] = frozenset()
    folder: bool = False
    extra: str | None = None


FORMATS: Final = {
    "turtle": Format("kg.export.rdf", (".ttl", ".turtle"), "RDF to read, one flattened graph", _ALL),
    "ntriples": Format("kg.export.rdf", (".nt",), "RDF line by line, one flattened graph", _ALL),
    "trig": Format("kg.export.rdf", (".trig",), "RDF to read, a graph for each layer and article", _ALL),
    "nquads": Format(
        "kg.export.rdf",
        (".nq",),
        "RDF line by line, a graph for each layer and article",
        _ALL,
        frozenset({"sort"}),
    ),
    "jsonld": Format("kg.export.jsonld", (".jsonld", ".json-ld"), "RDF as JSON with plain keys, flattened", _ALL),
    "rdfxml": Format("kg.export.rdfxml", (".rdf", ".owl", ".xml"), "RDF for Protégé and older tools, flattened", _ALL),
    "graphml": Format("kg.export.graphml", (".graphml",), "Gephi, Cytoscape, igraph: actors and who met whom"),
    "gexf": Format("kg.export.gexf", (".gexf",), "Gephi with its timeline: one line a pair, with its periods"),
    "cytoscape": Format("kg.export.cytoscape", (".cyjs",), "Cytoscape and cytoscape.js: actors and who met whom"),
    "edges": Format(
        "kg.export.edges",
        (".edges.csv",),
        "R, igraph: from, to, period and weight; a row a pair and period",
        takes=_PERIODS,
    ),
    "csv": Format(
        "kg.export.tables", (".csv",), "a spreadsheet: contacts, reports or actors", takes=frozenset({"table"})
    ),
    "parquet": Format(
        "kg.export.parquet",
        (".parquet",),
        "data frames: contacts, reports or actors",
        takes=frozenset({"table"}),
        extra="tables",
    ),
    "neo4j": Format("kg.export.neo4j", (), "Neo4j: a folder of CSV files for neo4j-admin import", folder=True),
    "cameo": Format("kg.export.cameo", (".cameo.csv",), "event data: CAMEO rows, one a dyad"),
    "plover": Format("kg.export.plover", (".plover.jsonl",), "event data: PLOVER records, one a line"),
    "panel": Format(
        "kg.export.panel",
        (".panel.csv",),
        "statistics: a row a pair and period, by relation and status",
        takes=_PERIODS | {"zeros"},
    ),
    "ftm": Format("kg.export.ftm", (".ftm.json", ".ftm.jsonl"), "Aleph and other tools for FollowTheMoney entities"),
}
"""Name → format. Where several have a suffix, the longest wins: "a.edges.csv" is no plain CSV."""

GZIP: Final = ".gz"


def format_of(path: str, name: str | None) -> str:
    """The name of the format asked for, or told by the suffix, before which ".gz" is cut off.

    Raises:
        ExportError: there is no such format, or the suffix tells none.
    """
    if name is not None:
        if name in FORMATS:
            return name
        raise ExportError(f"there is no format “{name}”", f"Formats: {', '.join(FORMATS)}")
    lower = path.lower().removesuffix(GZIP)
    fitting = {suffix: known for known, one in FORMATS.items() for suffix in one.suffixes if lower.endswith(suffix)}
    if fitting:
        return fitting[max(fitting, key=len)]
    listed = ", ".join(f"{known} ({' '.join(one.suffixes) or 'a folder'})" for known, one in FORMATS.items())
    raise ExportError(f"“{path}” tells no format by its suffix", f"Say one with --format: {listed}")
