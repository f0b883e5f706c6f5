"""The graph as files that other tools open: RDF, spreadsheets, network programs, event data."""

import gzip
import sys
from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import ExportError, UsageError
from kg.export.folder import check_folder
from kg.export.formats import FORMATS, GZIP, LAYERS, Format, format_of
from kg.export.material import Asked, LeftOut, Material
from kg.export.source import Source
from kg.whole_file import write_whole
from kg.whole_folder import write_whole_folder

__all__ = ["FORMATS", "LAYERS", "Asked", "Format", "LeftOut", "Source", "export"]

_OPTIONS = {"table": "--table", "unit": "--unit", "every": "--every", "zeros": "--zeros", "sort": "--sorted"}


def export(
    source: Source,
    path: str | Path,
    format: str | None = None,  # noqa: A002
    layer: str = "contacts",
    force: bool = False,
    **options: Any,
) -> LeftOut:
    """Writes the graph to a file, whole or not at all; the same graph gives the same bytes.

    Args:
        source: a store opened for reading.
        path: the file; "-" is standard output; with the suffix ".gz" it is compressed.
        format: a name of `FORMATS`; without it the suffix of the file tells.
        layer: a name of `LAYERS`.
        force: whether a file that is there is replaced.
        **options: the other attributes of `Asked`.

    Returns:
        Why contacts were left out, and how many.

    Raises:
        ExportError: format or layer is unknown, the format cannot hold the layer, the file is there already,
            or cannot be written.
        UsageError: an option means nothing to the format.
    """
    name = format_of(str(path), format)
    chosen = FORMATS[name]
    asked = Asked(layer=layer, **options)
    _check(name, chosen, asked, options)
    write: Callable[..., LeftOut] = import_module(chosen.module).write
    material = Material(source, asked)
    if chosen.folder:
        if str(path) == "-" or str(path).endswith(GZIP):
            raise ExportError(f"{name} is a folder of files", "Name a folder")
        check_folder(Path(path), replace=force)
        with write_whole_folder(Path(path), ExportError) as folder:
            return write(material, folder)
    if str(path) == "-":
        left_out = write(material, sys.stdout.buffer, name)
        sys.stdout.buffer.flush()
        return left_out
    with ExitStack() as stack:
        file: BinaryIO = stack.enter_context(write_whole(Path(path), replace=force))
        if str(path).lower().endswith(GZIP):  # neither name nor time in it: the same graph gives the same bytes
            file = stack.enter_context(gzip.GzipFile("", "wb", 6, file, mtime=0))  # type: ignore[assignment]
        return write(material, file, name)


def _check(name: str, chosen: Format, asked: Asked, options: dict[str, Any]) -> None:
    """Refuses what the format, or the layer, cannot do."""
    if asked.layer not in LAYERS:
        raise ExportError(f"there is no layer “{asked.layer}”", f"Layers: {', '.join(LAYERS)}")
    if asked.layer not in chosen.layers:
        able = ", ".join(other for other, one in FORMATS.items() if asked.layer in one.layers)
        raise ExportError(f"{name} holds contacts only, not the layer “{asked.layer}”", f"Formats for it: {able}")
    if asked.layer != "contacts" and asked.wanted is not None:
        raise UsageError(f"filters choose contacts, not the layer “{asked.layer}”", "Leave one of the two")
    if asked.layer == "all" and not asked.quotes:
        raise UsageError("the layer “all” is the whole store, quotes too", "Take --layer said with --no-quotes")
    plain = Asked()
    for option, flag in _OPTIONS.items():
        if option in options and getattr(asked, option) != getattr(plain, option) and option not in chosen.takes:
            able = ", ".join(other for other, one in FORMATS.items() if option in one.takes)
            raise UsageError(f"{name} has no use for {flag}", f"Formats for it: {able}")
