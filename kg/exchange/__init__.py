"""Graphs that come and go: imports, differences of two, backups and their check."""

from kg.exchange.backup import backup, restore
from kg.exchange.checking import faults
from kg.exchange.comparing import Changed, Difference, compare, opened_contacts
from kg.exchange.decisions import export_decisions, import_decisions
from kg.exchange.importing import ImportReport, import_file

__all__ = [
    "Changed",
    "Difference",
    "ImportReport",
    "backup",
    "compare",
    "export_decisions",
    "faults",
    "import_decisions",
    "import_file",
    "opened_contacts",
    "restore",
]
