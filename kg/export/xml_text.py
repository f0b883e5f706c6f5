"""Text as XML can hold it."""

import re
from xml.sax.saxutils import quoteattr

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def attribute(text: str) -> str:
    """The text as the value of an attribute, in its quotation marks."""
    return quoteattr(xml_text(text), {"\r": "&#13;"})
