"""What the page is made of: its own scripts and styles, joined in order, and vis-network as pyvis brings it."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import ExportError
from kg.view.style import FOLDER

SCRIPTS: Final = (
    "data", "elements", "state", "colours", "filters", "shapes", "names", "drawing", "evidence", "months", "actor",
    "paths", "panel", "search", "choices", "slider", "legend", "table", "matrix", "timeline", "tabs", "picture",
    "exports", "keyboard", "start",
)  # fmt: skip
"""Files of `browser/`, each a constant that later ones may use; `start` begins."""
STYLES: Final = ("base", "panel", "tabs", "narrow", "print")


@cache
def behaviour() -> str:
    """The page's own script."""
    joined = "\n".join(_part(f"{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{joined}\n}})();\n'


@cache
def look() -> str:
    """The page's style sheet."""
    return "\n".join(_part(f"{name}.css") for name in STYLES)


@cache
def drawing() -> str:
    """The script of vis-network that the installed pyvis brings, with its licence head.

    Raises:
        ExportError: pyvis has none, or one that cannot stand inside a page.
    """
    import pyvis

    library = Path(str(pyvis.__file__)).parent / "lib"
    found = sorted(library.glob("vis-*/vis-network.min.js"), key=lambda file: _version(file.parent.name))
    if not found:
        raise ExportError("pyvis has no vis-network.min.js", "Install pyvis 0.3.2 or later again")
    script = found[-1].read_text(encoding="utf-8")
    # A developer's console would ask for the source map.
    script = re.sub(r"^//# sourceMappingURL=.*$", "", script, flags=re.MULTILINE)
    if "</script" in script.lower() or "<!--" in script:
        raise ExportError(f"{found[-1]} cannot stand inside a page", "Install pyvis 0.3.2 again")
    return script


def _part(name: str) -> str:
    return (FOLDER / "browser" / name).read_text(encoding="utf-8")


def _version(folder: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", folder))
