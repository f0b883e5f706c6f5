"""Names made from content, dates and addresses."""

from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.metadata import article, article_id, canonical_url, content_hash, parse_date, web_address
from kg.errors import ArticleError
from kg.model import Article


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def test_the_id_is_made_of_the_given_id_alone():
    assert article_id("seed-001", "https://wire.example/1", "They met.") == digest("seed-001")


def test_without_given_id_it_is_made_of_the_canonical_address():
    assert article_id(None, "HTTPS://Wire.Example:443/1/#top", "They met.") == digest("https://wire.example/1")


def test_without_either_it_is_made_of_the_text_whatever_its_white_space():
    assert article_id("", None, " They\n met. ") == digest("They met.")


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://Wire.Example:80/A/", "http://wire.example/A"),
        ("https://wire.example:8443/", "https://wire.example:8443"),
        ("https://wire.example/1?utm_source=x&id=7&UTM_medium=y#part", "https://wire.example/1?id=7"),
        ("https://wire.example/1?utm_source=x", "https://wire.example/1"),
    ],
)
def test_addresses_that_lead_to_the_same_page_are_one(url, canonical):
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_an_address_becomes_a_valid_iri():
    assert web_address(" https://wire.example/a b?q=<ü> ") == "https://wire.example/a%20b?q=%3C%C3%BC%3E"


@pytest.mark.parametrize(
    "url",
    ["wire.example/1", "javascript:alert(1)", "file:///etc/hosts", "https://", "http://[", "//x.example"],
)
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(ValueError):  # noqa: PT011
        web_address(url)


@pytest.mark.parametrize(
    "told",
    [
        "2024-11-30",
        "20241130",
        " 2024-11-30 ",
        "2024-11-30T23:59:59Z",
        "2024-11-30T00:30:00+03:00",
        "2024-11-30 12:00",
        "Sat, 30 Nov 2024 23:10:00 +0300",
        "30 Nov 2024 00:10:00 GMT",
    ],
)
def test_the_day_is_that_of_the_outlets_own_clock(told):
    assert parse_date(told) == date(2024, 11, 30)


@pytest.mark.parametrize("told", ["yesterday", "2024-11", "2024-02-30", "30/11/2024", "1732924800", ""])
def test_what_is_no_day_is_refused(told):
    with pytest.raises(ValueError):  # noqa: PT011
        parse_date(told)


def test_the_content_hash_is_of_title_and_text_without_white_space_differences():
    assert content_hash("A  title", "They\nmet.") == content_hash("A title", " They met. ")
    assert content_hash("A", "title They met.") != content_hash("A title", "They met.")


@given(
    text=st.text(),
    fields=st.fixed_dictionaries(
        {}, optional={key: st.text() for key in ("given_id", "title", "day", "outlet", "url")}
    ),
)
def test_whatever_a_stranger_writes_becomes_an_article_or_an_error(text, fields):
    try:
        made = article(text, "a.jsonl, line 1", "a.jsonl:1", **fields)
    except ArticleError as error:
        assert str(error).startswith("a.jsonl, line 1")  # noqa: PT017
        return
    assert isinstance(made, Article)
    assert len(made.id) == 16
    for told in (made.text, made.title, made.name, made.outlet or "", made.url or ""):
        told.encode()
        assert "\0" not in told
        assert "\r" not in told
    assert made.text.strip()
