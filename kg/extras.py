"""What only some users need is installed by name; here its absence becomes a line that says how to bring it."""

from importlib import import_module
from typing import Any, Final

from kg.errors import KgError

_EXTRAS: Final = {"pandas": "tables", "pyarrow": "tables", "matplotlib": "plots", "httpx": "llm"}
"""Package → extra of pyproject.toml that brings it."""


def needed(module: str) -> Any:
    """The module of a package that comes with an extra.

    Raises:
        KgError: it is not installed; the message has the command that installs it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name != package:
            raise
        raise KgError(
            f"{package} is not installed", f"It comes with: pip install 'contact-kg[{_EXTRAS[package]}]'"
        ) from error
