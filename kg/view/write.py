"""Writes the network page: one HTML file that asks nothing of any host."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.model import Actor, Contact, Document
from kg.view.page import Page, page
from kg.view.style import FOLDER
from kg.whole_file import write_whole

_SHAPES = {"country": "hexagon", "organization": "diamond", "group": "triangle", "place": "square"}


def write_page(
    contacts: Iterable[Contact],
    actors: Mapping[str, Actor],
    documents: Iterable[Document],
    path: str | Path,
    title: str | None = None,
) -> Path:
    """Writes the page, whole or not at all, and returns its path.

    Args:
        contacts: what is drawn.
        actors: the actors by id.
        documents: the articles with the reports of these contacts, for quotes, outlets and addresses.
        path: the HTML file; one that is there is replaced.
        title: the heading; what the contacts are about.

    Raises:
        ExportError: the file cannot be written.
    """
    target = Path(path)
    text = html(page(contacts, actors, documents, title))
    with write_whole(target) as file:
        file.write(text.encode("utf-8"))
    return target


def html(shown: Page) -> str:
    """The page as HTML, drawn by `pyvis` from our own template, all parts inside it."""
    from pyvis.network import Network

    net = Network(heading=shown["title"], cdn_resources="in_line")
    # add_node and add_edge look through all that is there for each one added.
    net.nodes = [_drawn_node(node) for node in shown["nodes"]]
    net.edges = [_drawn_edge(edge) for edge in shown["edges"]]
    net.options = {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "selectConnectedEdges": False, "dragNodes": True},
        "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
        "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 1},
    }
    net.set_template_dir(str(FOLDER), "template.html")
    net.templateEnv.autoescape = True
    parts = {"drawing": _vis_network(), "behaviour": _part("page.js"), "look": _part("page.css")}
    rest = {key: value for key, value in shown.items() if key not in ("nodes", "edges")}
    net.templateEnv.globals.update(parts, summary=shown["summary"], policy=_policy(**parts), rest=rest)
    net.templateEnv.filters["data"] = data
    return str(net.generate_html())


def data(value: Any) -> str:
    """JSON that stands inside a script element and cannot end it.

    `<`, `>` and `&` become escapes, so neither `</script>` nor `<!--` can occur; the line separators
    U+2028 and U+2029, and lone surrogates, are escapes too.
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _drawn_node(node: Page) -> Page:
    kept = {key: value for key, value in node.items() if key not in ("label", "radius")}
    # vis-network would draw `label` itself: the page draws names at a readable size at every zoom.
    return kept | {"text": node["label"], "shape": _SHAPES.get(node["type"], "dot"), "size": node["radius"]}


def _drawn_edge(edge: Page) -> Page:
    arrow = edge["arrow"]
    arrows = {"to" if arrow == edge["to"] else "from": {"enabled": True, "scaleFactor": 0.5}} if arrow else {}
    return edge | {"arrows": arrows, "dashes": edge["dashes"] or False}


def _policy(drawing: str, behaviour: str, look: str) -> str:
    """The Content-Security-Policy under which only these two scripts and this style sheet count."""
    return (
        "default-src 'none'; "
        f"script-src {_hash(drawing)} {_hash(behaviour)}; style-src {_hash(look)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(part: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(part.encode('utf-8')).digest()).decode('ascii')}'"


def _part(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """The script of vis-network that the installed pyvis brings, with its licence head."""
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


def _version(folder: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", folder))
