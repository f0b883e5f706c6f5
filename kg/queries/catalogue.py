"""The named queries: one question a `.rq` file, described by the comments at its head.

    # title: Contacts of an actor
    # question: With whom was an actor in contact?
    # parameter: who string - part of any of the actor's names
    # parameter: least integer = 2 - smallest number of outlets
    # example: kg query contacts-of --bind who=Fidan

A parameter is a variable that the query selects; one with `= default` may be left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import DataError, UsageError
from kg.queries.values import TYPES, Value, typed

_FOLDER: Final = Path(__file__).parent
_LINE: Final = re.compile(r"# ([a-z]+): (\S.*)")
_PARAMETER: Final = re.compile(r"(\w+) (\w+)(?: = (\S+))? - (\S.*)")
_ONCE: Final = ("title", "question", "example")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a named query that the asker gives a value.

    Attributes:
        type: a key of `kg.queries.values.TYPES`.
        default: None where the asker has to give it.
    """

    name: str
    type: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that comes with contact-kg."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str

    def bindings(self, given: Mapping[str, str]) -> dict[str, Value]:
        """The values of its parameters: those given, else the defaults.

        Raises:
            UsageError: a parameter is missing, unknown, or not of its type.
        """
        names = [parameter.name for parameter in self.parameters]
        for name in given:
            if name not in names:
                takes = f"It takes {', '.join(names)}" if names else "It takes none"
                raise UsageError(f"the query {self.name} has no parameter “{name}”", takes)
        values = {}
        for parameter in self.parameters:
            text = given.get(parameter.name, parameter.default)
            if text is None:
                raise UsageError(
                    f"the query {self.name} needs --bind {parameter.name}=…, {parameter.meaning}",
                    f"Example: {self.example}",
                )
            values[parameter.name] = typed(parameter.name, text, parameter.type)
        return values


@cache
def named_queries() -> dict[str, NamedQuery]:
    """All named queries by name."""
    return {path.stem: read(path) for path in sorted(_FOLDER.glob("*.rq"))}


def find(name: str) -> NamedQuery:
    """The query of a name.

    Raises:
        UsageError: there is none.
    """
    queries = named_queries()
    if name not in queries:
        near = get_close_matches(name, queries, 1)
        hint = f"Did you mean {near[0]}?" if near else "`kg query --list` shows them"
        raise UsageError(f"there is no query named “{name}”", hint)
    return queries[name]


def read(path: Path) -> NamedQuery:
    """Reads one file.

    Raises:
        DataError: its head is not as it has to be; the message names file and line.
    """
    text = path.read_text("utf-8")
    once: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        where = f"{path.name}, line {number}"
        found = _LINE.fullmatch(line)
        if not found:
            raise DataError(f"{where}: “{line}” is not “# key: value”")
        key, value = found.groups()
        if key == "parameter":
            parameters.append(_parameter(where, value, text))
        elif key not in _ONCE:
            raise DataError(f"{where}: the key “{key}” is not known", f"Keys: {', '.join(_ONCE)}, parameter")
        elif key in once:
            raise DataError(f"{where}: a second {key}")
        else:
            once[key] = value
    for key in _ONCE:
        if key not in once:
            raise DataError(f"{path.name}: the head has no {key}")
    return NamedQuery(path.stem, once["title"], once["question"], tuple(parameters), once["example"], text)


def _parameter(where: str, value: str, text: str) -> Parameter:
    found = _PARAMETER.fullmatch(value)
    if not found:
        raise DataError(f"{where}: “{value}” is not “name type = default - meaning”")
    parameter = Parameter(*found.groups())
    if parameter.type not in TYPES:
        raise DataError(f"{where}: the type “{parameter.type}” is not known", f"Types: {', '.join(TYPES)}")
    if not re.search(rf"\?{parameter.name}\b", text):
        raise DataError(f"{where}: the query has no variable ?{parameter.name}")
    if parameter.default is not None:
        typed(parameter.name, parameter.default, parameter.type)
    return parameter
