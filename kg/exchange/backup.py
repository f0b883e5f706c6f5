"""Copies of a store, whole or not at all: a backup is itself a store, which every command reads."""

import secrets
import shutil
from pathlib import Path

from kg.errors import StoreError
from kg.graph import open_reader, open_writer
from kg.graph.embedded import check_store, is_store

_MARKER = "contact-kg-store.json"


def backup(store: Path, target: Path) -> None:
    """Copies what readers of the store see now into a new folder; a writer may go on meanwhile.

    Raises:
        StoreError: there is no store, the folder is there already, or it cannot be written.
    """
    if target.exists():
        raise StoreError(f"{target} is there already", "Name a new folder")
    _copy(store, target, "kg store backup")


def restore(backup: Path, store: Path, force: bool = False) -> None:
    """Makes the store what the backup is.

    Args:
        backup: a folder that `backup` made, or any other store.
        store: where it goes.
        force: whether a store that is there is replaced; it stays until the new one is whole.

    Raises:
        StoreError: the backup is none, a store is there and `force` is False, somebody writes to it, or the folder
            holds something else.
    """
    check_store(backup)
    if backup.resolve() == store.resolve():
        raise StoreError(f"{backup} is that store itself", "Name the folder of a backup")
    if store.exists() and not is_store(store) and (not store.is_dir() or any(store.iterdir())):
        raise StoreError(f"{store} is not a store of contact-kg", "Name another folder with --store")
    if is_store(store):
        if not force:
            raise StoreError(f"there is a store at {store} already", "Add --force to replace it")
        with open_writer(store, "kg store restore"):  # fails while somebody else writes
            pass
    _copy(backup, store, "kg store restore")


def _copy(source: Path, target: Path, command: str) -> None:
    """A store of its own made from what readers see, which takes the place of the target."""
    place = target.resolve()
    mark = secrets.token_hex(4)
    part, old = (place.with_name(f".{place.name}.{mark}.{kind}") for kind in ("part", "old"))
    try:
        with open_reader(source) as reader:
            part.mkdir(parents=True)
            shutil.copytree(reader.path, part / "live")
            if (source / "texts").is_dir():
                shutil.copytree(source / "texts", part / "texts", ignore=shutil.ignore_patterns("*.part"))
            shutil.copy2(source / _MARKER, part / _MARKER)
        with open_writer(part, command):
            pass  # closing it publishes the snapshot that readers open
        if place.exists():
            place.rename(old)
        part.rename(place)
    except OSError as error:
        if old.exists() and not place.exists():
            old.rename(place)
        raise StoreError(f"{target} cannot be written: {error.strerror or error}", "Nothing was changed") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
