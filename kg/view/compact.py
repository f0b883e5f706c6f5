"""The page's dictionary as it stands in the file: without what its script can tell for itself.

With thousands of contacts a browser spends most of the time until it draws on reading the file.
"""

from typing import Any, Final

from kg.view.text import day

Page = dict[str, Any]

NODE: Final[Page] = {"kind": "actor", "type": "person", "names": []}
CONTACT: Final[Page] = {"sources": 1, "acting": 1}
"""What is left out where it is so; `browser/data.js` puts it in again."""


def compact(shown: Page) -> Page:
    """The same page: edges know their ends by number, a day is told once, what is usual is left out."""
    numbers = {node["id"]: number for number, node in enumerate(shown["nodes"])}
    return shown | {
        "nodes": [_node(node) for node in shown["nodes"]],
        "edges": [_edge(edge, numbers) for edge in shown["edges"]],
        "contacts": [_contact(contact) for contact in shown["contacts"]],
    }


def _node(node: Page) -> Page:
    usual = NODE | {"lines": [node["name"]]}
    return {key: value for key, value in node.items() if key not in usual or usual[key] != value}


def _edge(edge: Page, numbers: dict[str, int]) -> Page:
    kept = {key: value for key, value in edge.items() if key != "id"}
    return kept | {"from": numbers[edge["from"]], "to": numbers[edge["to"]]}


def _contact(contact: Page) -> Page:
    kept = {key: value for key, value in contact.items() if key not in CONTACT or CONTACT[key] != value}
    first = kept.get("first")
    if first and first == kept["last"] and kept["when"] == day(first):
        del kept["first"], kept["last"], kept["when"]
        kept["day"] = first
    return kept
