"""Reads `style.toml`: the named constants of the page."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import DataError

FOLDER = Path(__file__).resolve().parent
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the page draws and shows."""

    actors: int
    strongest: int
    label_characters: int
    name_characters: int
    quote_characters: int
    spellings: int


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """Size of the names on the drawing."""

    font: float
    line: float
    character: float
    wrap: int
    always: int


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """Size of actors and places."""

    smallest: float
    growth: float
    largest: float
    place: float


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """Width of the lines."""

    thinnest: float
    growth: float
    thickest: float


@dataclass(frozen=True, slots=True)
class LayoutStyle:
    """What the layout aims at."""

    link: float
    hub: float
    hub_longest: float
    kin: float
    width: float
    height: float
    aspect: float
    larger: list[float]
    gap: float
    crowd_gap: float
    crowd_space: float
    island_gap: float
    named: int
    whole: int
    rounds: int
    seed: int


@dataclass(frozen=True, slots=True)
class Group:
    """The colour of a country or community."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of relations that shares a colour."""

    names: list[str]
    label: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Line:
    """How a pair is drawn that no contact of took place."""

    statuses: list[str]
    label: str
    dashes: list[int]


@dataclass(frozen=True, slots=True)
class Confidence:
    """A number in words."""

    least: float
    label: str


@dataclass(frozen=True, slots=True)
class Style:
    """All of `style.toml`."""

    limits: Limits
    label: LabelStyle
    node: NodeStyle
    edge: EdgeStyle
    layout: LayoutStyle
    group: tuple[Group, ...]
    family: tuple[Family, ...]
    line: tuple[Line, ...]
    confidence: tuple[Confidence, ...]


@cache
def style() -> Style:
    """The page's constants.

    Raises:
        DataError: a key is missing or unknown; the message names table and key.
    """
    tables = tomllib.loads((FOLDER / "style.toml").read_text(encoding="utf-8"))
    _same_keys("style.toml", set(tables), {field.name for field in fields(Style)})
    return Style(
        limits=_table(Limits, "limits", tables["limits"]),
        label=_table(LabelStyle, "label", tables["label"]),
        node=_table(NodeStyle, "node", tables["node"]),
        edge=_table(EdgeStyle, "edge", tables["edge"]),
        layout=_table(LayoutStyle, "layout", tables["layout"]),
        group=tuple(_table(Group, "group", one) for one in tables["group"]),
        family=tuple(_table(Family, "family", one) for one in tables["family"]),
        line=tuple(_table(Line, "line", one) for one in tables["line"]),
        confidence=tuple(_table(Confidence, "confidence", one) for one in tables["confidence"]),
    )


def _table(kind: type[T], name: str, values: dict[str, Any]) -> T:
    _same_keys(f"style.toml, [{name}]", set(values), {field.name for field in fields(kind)})  # type: ignore[arg-type]
    return kind(**values)


def _same_keys(where: str, found: set[str], wanted: set[str]) -> None:
    for key in sorted(found ^ wanted):
        raise DataError(f"{where}: key “{key}” is {'unknown' if key in found else 'missing'}")
