"""Copies of a store, whole or not at all: a backup is itself a store, which every command reads."""

import shutil
from pathlib import Path

from kg.errors import StoreError
from kg.graph import open_reader, open_writer
from kg.graph.marker import MARKER, check_store, is_store
from kg.whole_folder import write_whole_folder


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
    with write_whole_folder(target, StoreError) as part:
        with open_reader(source) as reader:
            shutil.copytree(reader.path, part / "live")
            if (source / "texts").is_dir():
                shutil.copytree(source / "texts", part / "texts", ignore=shutil.ignore_patterns("*.part"))
            shutil.copy2(source / MARKER, part / MARKER)
        with open_writer(part, command):
            pass  # closing it publishes the snapshot that readers open
