"""Graphs that come and go: imports, differences of two, backups and their check."""

from kg.exchange.backup import backup, restore
from kg.exchange.checking import faults
from kg.exchange.comparing import Changed, Difference, compare, opened_contacts
from kg.exchange.importing import ImportReport, import_file

__all__ = [
    "Changed",
    "Difference",
    "ImportReport",
    "backup",
    "compare",
    "faults",
    "import_file",
    "opened_contacts",
    "restore",
]
