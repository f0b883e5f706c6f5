"""The one family of exceptions: what is wrong, and what to do about it.

The command line prints ``message`` and ``hint`` on one line and ends with ``exit_code``; library users catch
`KgError` or one of its children.
"""

from typing import ClassVar


class KgError(Exception):
    """Something went wrong that the user can be told in one line.

    Attributes:
        message: what is wrong, naming the thing (file, line, name).
        hint: what to do next; may be empty.
        exit_code: 1 for a failure, 2 for a wrong use of the command.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message


class UsageError(KgError):
    """The command was called with something it cannot take."""

    exit_code = 2


class DataError(KgError):
    """A file of the project's own data (`ontology/`) is not as its reader wants it."""


class ArticleError(KgError):
    """An input could not be read as an article; the others go on."""


class StoreError(KgError):
    """The store is missing, is no store, is in use, or is damaged."""


class QueryError(KgError):
    """A query is invalid, refused, or ran too long."""


class ExportError(KgError):
    """A file could not be written in the format asked for."""


class GraphImportError(KgError):
    """A file cannot be taken into a store: it is not what an export writes, or breaks a rule."""
