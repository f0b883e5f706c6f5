"""The graph as files that other tools open: RDF, spreadsheets, network programs."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import ExportError
from kg.export.source import Source
from kg.whole_file import write_whole

__all__ = ["FORMATS", "LAYERS", "Format", "Source", "export"]

LAYERS: Final = {
    "contacts": "contacts with their actors, countries and places, and the sentences that prove them",
    "said": "what each article says, without any judgement of who is who",
    "all": "every quad of the store",
}


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing the graph.

    Attributes:
        module: has `write(source, file, format, layer) -> int`, which tells how many contacts it left out.
        suffixes: of files of this format, the first one usual.
        meaning: what it is for, in a few words.
        layers: those it can hold.
    """

    module: str
    suffixes: tuple[str, ...]
    meaning: str
    layers: tuple[str, ...] = ("contacts",)


_ALL = tuple(LAYERS)
FORMATS: Final = {
    "turtle": Format("kg.export.rdf", (".ttl", ".turtle"), "RDF to read, one flattened graph", _ALL),
    "ntriples": Format("kg.export.rdf", (".nt",), "RDF line by line, one flattened graph", _ALL),
    "trig": Format("kg.export.rdf", (".trig",), "RDF to read, a graph for each layer and article", _ALL),
    "nquads": Format("kg.export.rdf", (".nq",), "RDF line by line, a graph for each layer and article", _ALL),
    "csv": Format("kg.export.tables", (".csv",), "a spreadsheet, one row a contact"),
    "graphml": Format("kg.export.graphml", (".graphml",), "Gephi, Cytoscape, igraph: actors and who met whom"),
}


def export(
    reader: Source,
    path: str | Path,
    format: str | None = None,  # noqa: A002
    layer: str = "contacts",
    force: bool = False,
) -> int:
    """Writes the graph to a file, whole or not at all; the same graph gives the same bytes.

    Args:
        reader: a store opened for reading.
        path: the file; "-" is standard output.
        format: a name of `FORMATS`; without it the suffix of the file tells.
        layer: a name of `LAYERS`.
        force: whether a file that is there is replaced.

    Returns:
        The number of contacts that the format leaves out (GraphML: those that did not take place).

    Raises:
        ExportError: format or layer is unknown, the format cannot hold the layer, the file is there already,
            or cannot be written.
    """
    name = _format(str(path), format)
    chosen = FORMATS[name]
    if layer not in LAYERS:
        raise ExportError(f"there is no layer “{layer}”", f"Layers: {', '.join(LAYERS)}")
    if layer not in chosen.layers:
        able = ", ".join(other for other, one in FORMATS.items() if layer in one.layers)
        raise ExportError(f"{name} holds contacts only, not the layer “{layer}”", f"Formats for it: {able}")
    write: Callable[[Source, BinaryIO, str, str], int] = import_module(chosen.module).write
    if str(path) == "-":
        left_out = write(reader, sys.stdout.buffer, name, layer)
        sys.stdout.buffer.flush()
        return left_out
    with write_whole(Path(path), replace=force) as file:
        return write(reader, file, name, layer)


def _format(path: str, name: str | None) -> str:
    """The name of the format asked for, or told by the suffix."""
    if name is not None:
        if name in FORMATS:
            return name
        raise ExportError(f"there is no format “{name}”", f"Formats: {', '.join(FORMATS)}")
    suffix = Path(path).suffix.lower()
    for known, one in FORMATS.items():
        if suffix in one.suffixes:
            return known
    listed = ", ".join(f"{known} ({' '.join(one.suffixes)})" for known, one in FORMATS.items())
    what = f"the suffix “{suffix}” is none of a format" if suffix else f"“{path}” tells no format"
    raise ExportError(what, f"Say one with --format: {listed}")
