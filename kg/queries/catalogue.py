"""The named queries: one question a `.rq` file, described by the comments at its head.

    # title: Contacts of an actor
    # question: With whom was an actor in contact?
    # counts: contacts of every status
    # parameter: who string - part of any of the actor's names
    # parameter: least integer = 2 - smallest number of outlets
    # example: kg query contacts-of --bind who=Fidan

A parameter is a variable that the query selects; one with `= default` may be left out. A user keeps more of them
in a folder of their own; there the head may lack anything, and a file named as one of ours takes its place.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import DataError, KgError, UsageError
from kg.queries.values import TYPES, Value, typed

_FOLDER: Final = Path(__file__).parent
_LINE: Final = re.compile(r"# ([a-z]+): (\S.*)")
_PARAMETER: Final = re.compile(r"(\w+) (\w+)(?: = (\S+))? - (\S.*)")
_ONCE: Final = ("title", "question", "counts", "example")


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
    """A query with a name.

    Attributes:
        counts: what its rows are and what they leave out.
        own: whether it is the user's.
    """

    name: str
    title: str
    question: str
    counts: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str
    own: bool = False

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
    """All queries that come with contact-kg, by name."""
    return {path.stem: read(path) for path in sorted(_FOLDER.glob("*.rq"))}


def own_queries(folder: Path) -> Iterator[NamedQuery | KgError]:
    """The queries in a user's folder, which need not exist; for a file that is none, what is wrong with it."""
    for path in sorted(folder.glob("*.rq")):
        try:
            yield read(path, own=True)
        except KgError as error:
            yield error


def names(folder: Path | None = None) -> list[str]:
    """The names of all queries, ours and those in a user's folder, without reading them."""
    return sorted({path.stem for where in filter(None, (_FOLDER, folder)) for path in where.glob("*.rq")})


def find(name: str, folder: Path | None = None) -> NamedQuery:
    """The query of a name.

    Args:
        name: name of the file, without its ending.
        folder: the user's own queries; they come first.

    Raises:
        UsageError: there is none.
        DataError: its head is not as it has to be.
    """
    known = names(folder)
    if name not in known:
        near = get_close_matches(name, known, 1)
        hint = f"Did you mean {near[0]}?" if near else "`kg query --list` shows them"
        raise UsageError(f"there is no query named “{name}”", hint)
    if folder and (path := folder / f"{name}.rq").is_file():
        return read(path, own=True)
    return read(_FOLDER / f"{name}.rq")


def read(path: Path, own: bool = False) -> NamedQuery:
    """Reads one file.

    Args:
        path: the file.
        own: whether it is a user's; then comments of any kind may stand at its head.

    Raises:
        DataError: it cannot be read or its head is not as it has to be; the message names file and line.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    once: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        where = f"{path.name}, line {number}"
        found = _LINE.fullmatch(line)
        key, value = found.groups() if found else ("", "")
        if key == "parameter":
            parameters.append(_parameter(where, value, text))
        elif key in _ONCE and key not in once:
            once[key] = value
        elif not own:
            raise DataError(f"{where}: {_wrong(line, key)}", f"Keys: {', '.join(_ONCE)}, parameter")
    missing = [key for key in _ONCE if key not in once]
    if missing and not own:
        raise DataError(f"{path.name}: the head has no {missing[0]}")
    told = {"title": path.stem, "question": "", "counts": "", "example": f"kg query {path.stem}", **once}
    return NamedQuery(path.stem, **told, parameters=tuple(parameters), text=text, own=own)


def _wrong(line: str, key: str) -> str:
    if not key:
        return f"“{line}” is not “# key: value”"
    return f"a second {key}" if key in _ONCE else f"the key “{key}” is not known"


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
