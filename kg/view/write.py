"""Writes the network page: one HTML file that asks nothing of any host."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.model import Actor, Contact, Document, Identity
from kg.view import parts
from kg.view.compact import compact
from kg.view.page import Page, page
from kg.view.showing import PLAIN, Showing
from kg.view.style import FOLDER
from kg.whole_file import write_whole


def write_page(
    contacts: Iterable[Contact],
    actors: Mapping[str, Actor],
    documents: Iterable[Document],
    path: str | Path,
    identities: Iterable[Identity] = (),
    showing: Showing = PLAIN,
) -> Path:
    """Writes the page, whole or not at all, and returns its path.

    Args:
        contacts: what is drawn.
        actors: the actors by id.
        documents: the articles with the reports of these contacts, for quotes, outlets and addresses.
        path: the HTML file; one that is there is replaced.
        identities: who is who, for the offices that articles give.
        showing: title and what else the page is to show.

    Raises:
        ExportError: the file cannot be written.
    """
    target = Path(path)
    text = html(compact(page(contacts, actors, documents, identities, showing)))
    with write_whole(target) as file:
        file.write(text.encode("utf-8"))
    return target


def html(shown: Page) -> str:
    """The page as HTML, made by `pyvis` from our own template, all parts inside it."""
    from pyvis.network import Network

    net = Network(heading=shown["title"], cdn_resources="in_line")
    # add_node and add_edge look through all that is there for each one added. How each is drawn hangs on what
    # is chosen on the page, so its script says it, once.
    net.nodes, net.edges = shown["nodes"], shown["edges"]
    net.options = {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "selectConnectedEdges": False, "dragNodes": True, "keyboard": False},
        # What is chosen is drawn by the page's script over everything else.
        "nodes": {"borderWidth": 1, "chosen": False},
        "edges": {"smooth": False, "chosen": False},
    }
    net.set_template_dir(str(FOLDER / "browser"), "template.html")
    net.templateEnv.autoescape = True
    made = {"drawing": parts.drawing(), "behaviour": parts.behaviour(), "look": parts.look()}
    rest = {key: value for key, value in shown.items() if key not in ("nodes", "edges")}
    net.templateEnv.globals.update(made, summary=shown["summary"], policy=_policy(**made), rest=rest)
    net.templateEnv.globals.update(filters=shown["filters"], notice=shown["notice"])
    net.templateEnv.filters["data"] = data
    return str(net.generate_html())


def data(value: Any) -> str:
    """JSON that stands inside a script element and cannot end it.

    `<`, `>` and `&` become escapes, so neither `</script>` nor `<!--` can occur; the line separators
    U+2028 and U+2029, and lone surrogates, are escapes too.
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _policy(drawing: str, behaviour: str, look: str) -> str:
    """The Content-Security-Policy under which only these two scripts and this style sheet count."""
    return (
        "default-src 'none'; "
        f"script-src {_hash(drawing)} {_hash(behaviour)}; style-src {_hash(look)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(part: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(part.encode('utf-8')).digest()).decode('ascii')}'"
