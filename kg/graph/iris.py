"""Names made from content: local names of the model ⇄ IRIs, safe for any string.

What an IRI cannot hold is percent-encoded, lone surrogates included: every string has an IRI and comes back.
"""

import re
from functools import cache
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

BASE = "https://w3id.org/contact-kg/"

PREFIXES: dict[str, str] = {
    "kg": BASE + "ontology#",
    "act": BASE + "actor/",
    "con": BASE + "contact/",
    "rep": BASE + "report/",
    "nam": BASE + "named/",
    "art": BASE + "article/",
    "place": BASE + "place/",
    "c": BASE + "country/",
    "outlet": BASE + "outlet/",
    "run": BASE + "run/",
    "dec": BASE + "decision/",
    "user": BASE + "user/",
    "g": BASE + "graph/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Known in every query without declaring them, and written at the head of every export."""

_PLAIN = re.compile("[A-Za-z0-9_-]+")


@cache
def term(name: str) -> NamedNode:
    """A term of a vocabulary by its prefixed name: "kg:quote", "schema:url".

    Raises:
        KeyError: the prefix is none of ours.
    """
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def minted(prefix: str, local: str) -> NamedNode:
    """The IRI of the thing with this local name, under a prefix: "act" and "turkey"."""
    if _PLAIN.fullmatch(local):
        return NamedNode(PREFIXES[prefix] + local)
    encoded = quote(local, safe="", errors="surrogatepass")
    if not encoded.strip("."):
        encoded = encoded.replace(".", "%2E")  # "." and ".." are path steps to whoever resolves the IRI
    return NamedNode(PREFIXES[prefix] + encoded)


def local_name(node: NamedNode) -> str:
    """The local name a minted IRI, or a term of our vocabulary, was made from."""
    iri = node.value
    if iri.startswith(PREFIXES["kg"]):
        return iri.removeprefix(PREFIXES["kg"])
    return unquote(iri.rpartition("/")[2], errors="surrogatepass")


def is_minted(prefix: str, node: object) -> bool:
    """Whether a term is the IRI of a thing of that kind."""
    return isinstance(node, NamedNode) and node.value.startswith(PREFIXES[prefix])


def shortened(iri: str) -> str:
    """The IRI with its prefix, "act:turkey", or as it is where no prefix is known for it."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def is_country(local: str) -> bool:
    """Whether the id of a place is the code of a country."""
    return len(local) == 2 and local.isascii() and local.isupper()
