"""What tells that a folder is a store, and which format it has."""

import json
from pathlib import Path

from kg.errors import StoreError

MARKER = "contact-kg-store.json"
FORMAT = 1


def is_store(folder: Path) -> bool:
    """Whether the folder is a store of contact-kg, of whatever format."""
    return (folder / MARKER).is_file()


def check_store(folder: Path) -> None:
    """Makes sure that the folder is a store which this version reads.

    Raises:
        StoreError: it is missing, is no store, or has another format.
    """
    if not folder.exists():
        raise StoreError(f"there is no store at {folder}", "Run `kg ingest PATH` first, or name another with --store")
    if not is_store(folder):
        raise StoreError(f"{folder} is not a store of contact-kg", "Name another with --store")
    try:
        found = json.loads((folder / MARKER).read_text(encoding="utf-8"))["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"the file {folder / MARKER} is damaged", "Restore it from a backup") from error
    if found != FORMAT:
        raise StoreError(
            f"the store {folder} has format {found}, this version reads {FORMAT}", "Ingest into a new folder"
        )
