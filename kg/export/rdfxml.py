"""RDF/XML, for Protégé and older tools: a description a subject, sorted."""

import re
from typing import BinaryIO
from xml.sax.saxutils import escape

from kg.errors import ExportError
from kg.export.lines import subjects, triples
from kg.export.literals import value_of
from kg.export.material import LeftOut, Material
from kg.export.xml_text import attribute, xml_text
from kg.graph.iris import PREFIXES

_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_NAME = re.compile("[A-Za-z_][A-Za-z0-9_.-]*")


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes RDF/XML; leaves no contact out."""
    declared = "".join(f'\n  xmlns:{prefix}="{namespace}"' for prefix, namespace in PREFIXES.items())
    file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
    for subject, facts in subjects(triples(material)):
        lines = [f"<rdf:Description rdf:about={attribute(subject[1:-1])}>"]
        lines += [_element(predicate, value) for predicate, values in facts for value in values]
        file.write("\n  ".join(lines).encode() + b"\n</rdf:Description>\n")
    file.write(b"</rdf:RDF>\n")
    return LeftOut()


def _element(predicate: str, value: str) -> str:
    name = _qualified(predicate[1:-1])
    if value.startswith("<"):
        return f"<{name} rdf:resource={attribute(value[1:-1])}/>"
    literal = value_of(value)
    of = f" xml:lang={attribute(literal.language)}" if literal.language else ""
    if literal.datatype:
        of = f" rdf:datatype={attribute(literal.datatype)}"
    # A bare carriage return would be read as a line feed.
    return f"<{name}{of}>{escape(xml_text(literal.text), {chr(13): '&#13;'})}</{name}>"


def _qualified(predicate: str) -> str:
    """The predicate as the name of an element.

    Raises:
        ExportError: it cannot be one; none of ours is such.
    """
    cut = max(predicate.rfind("/"), predicate.rfind("#")) + 1
    prefix = _NAMESPACES.get(predicate[:cut])
    if prefix is None or not _NAME.fullmatch(predicate, cut):
        raise ExportError(f"RDF/XML cannot write the property {predicate}", "Take Turtle")
    return f"{prefix}:{predicate[cut:]}"
