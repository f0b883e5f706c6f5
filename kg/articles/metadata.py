"""What is known about an article: its name that is made from content, its day, outlet and address."""

from datetime import date, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from urllib.parse import quote, urlsplit, urlunsplit

from kg.articles.copies import sketch
from kg.articles.decoding import body, one_line
from kg.errors import ArticleError
from kg.model import Article

_DEFAULT_PORTS = {"http": 80, "https": 443}
_URL_CHARACTERS = "%/:?#[]@!$&'()*+,;=~"


def article(
    text: str,
    where: str,
    name: str,
    *,
    given_id: str = "",
    title: str = "",
    day: str = "",
    outlet: str = "",
    url: str = "",
) -> Article:
    """One article from the strings that an input has of it; an empty string is one that it has not.

    Args:
        text: the body, as found.
        where: file and line, for messages.
        name: what to call the article if it has no given id.
        given_id: the id that the input gives it.
        title: the headline.
        day: the day of publication, see `parse_date`.
        outlet: who published it.
        url: where it was published.

    Raises:
        ArticleError: it has no text, or a date or address that cannot be understood: to go on without them
            would lose what the input says.
    """
    text, title, given_id = body(text), one_line(title), one_line(given_id)
    if not text:
        raise ArticleError(f"{where} has no text")
    try:
        published = parse_date(day) if day.strip() else None
    except ValueError:
        raise ArticleError(f"{where}: “{_short(day)}” is no date", "Write it as 2024-11-30, or leave it out") from None
    try:
        address = web_address(url) if url.strip() else None
    except ValueError:
        raise ArticleError(
            f"{where}: “{_short(url)}” is no web address", "It begins with https:// or http://"
        ) from None
    return Article(
        id=article_id(given_id, address, text),
        name=given_id or name,
        text=text,
        title=title,
        published=published,
        outlet=one_line(outlet) or None,
        url=address,
        content_hash=content_hash(title, text),
        sketch=sketch(text),
    )


def article_id(given_id: str | None, url: str | None, text: str) -> str:
    """The name of an article, the same for all who read it.

    16 hex digits of SHA-256 of the first that exists: given id, canonical URL, text without white-space
    differences.
    """
    basis = given_id or (canonical_url(url) if url else "") or " ".join(text.split())
    return sha256(basis.encode()).hexdigest()[:16]


def content_hash(title: str, text: str) -> str:
    """The fingerprint of title and text without white-space differences."""
    content = " ".join(title.split()) + "\n" + " ".join(text.split())
    return "sha256:" + sha256(content.encode()).hexdigest()


def canonical_url(url: str) -> str:
    """The address of a page without what leads to the same page.

    Scheme and host in lower case; no fragment, no `utm_` parameters, no default port, no trailing slash.
    """
    parts = urlsplit(url)
    scheme, host = parts.scheme.lower(), parts.netloc.lower()
    port = _DEFAULT_PORTS.get(scheme)
    query = "&".join(one for one in parts.query.split("&") if one and not one.lower().startswith("utm_"))
    return urlunsplit((scheme, host.removesuffix(f":{port}"), parts.path.rstrip("/"), query, ""))


def web_address(url: str) -> str:
    """An http or https address as a valid IRI: characters that must not stand in one are percent-encoded.

    Raises:
        ValueError: it is none.
    """
    address = quote(url.strip(), safe=_URL_CHARACTERS, errors="replace")
    parts = urlsplit(address)
    if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError(url)
    return address


def parse_date(value: str) -> date:
    """The day of an ISO 8601 date or timestamp, or of an RFC 822 date as feeds have it, in its own time zone.

    Raises:
        ValueError: it is none of them.
    """
    value = value.strip()
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return parsedate_to_datetime(value).date()


def _short(value: str) -> str:
    value = one_line(value)
    return value if len(value) <= 60 else value[:59] + "…"
