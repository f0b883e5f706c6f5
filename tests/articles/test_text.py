"""Plain text and its header."""

from datetime import date

import pytest

from kg.articles.text import read
from kg.errors import ArticleError
from kg.model import Article


def one(data: str | bytes) -> Article:
    (article,) = read((data.encode() if isinstance(data, str) else data).splitlines(keepends=True), "news/a.txt")
    if isinstance(article, ArticleError):
        raise article
    return article


def test_a_header_tells_what_is_known():
    article = one(
        "Id: n-1\nTitle: Fidan calls: Lavrov\nDate: 2024-11-30\noutlet: Wire\nURL: https://wire.example/1\n"
        "\nThey spoke.\n"
    )
    assert article.name == "n-1"
    assert article.title == "Fidan calls: Lavrov"
    assert article.published == date(2024, 11, 30)
    assert article.outlet == "Wire"
    assert article.url == "https://wire.example/1"
    assert article.text == "They spoke."


def test_a_bare_line_above_a_header_is_the_title():
    article = one("Fidan calls Lavrov\nDate: 2024-11-30\nOutlet: Wire\n\nThey spoke.\n")
    assert (article.title, article.published, article.outlet) == ("Fidan calls Lavrov", date(2024, 11, 30), "Wire")
    assert article.text == "They spoke."


def test_lines_that_end_like_a_header_are_text_where_no_other_follows():
    assert one("They spoke.\nDate: 2024-11-30\n").text == "They spoke.\nDate: 2024-11-30"


def test_a_text_without_header_is_all_body_and_is_named_after_its_file():
    article = one("They spoke.\n\nThey met.\n")
    assert article.text == "They spoke.\n\nThey met."
    assert (article.name, article.title, article.published, article.outlet, article.url) == (
        "a.txt",
        "",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Note: talks go on.\n\nThey met.",
        "Lavrov: We spoke.\nFidan: We did.\n\nThey met.",
        "Title: a word that begins a sentence\nand goes on here.\n\nThey met.",
        "Damascus, Syria: they met.",
    ],
)
def test_a_text_that_begins_with_a_colon_is_text(text):
    assert one(text).text == text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Title: T\nAuthor: A\nDate: 2024-11-30\n\nThey met.", "news/a.txt, line 2: unknown key “Author”"),
        ("\nTitle: T\nDate: 2024-11-30\nThey met.", "news/a.txt, line 4: the header does not end"),
        ("Title: T\nTitle: U\n\nThey met.", "news/a.txt, line 2: a second “Title”"),
        ("Title: T\nDate: 30/11/2024\n\nThey met.", "news/a.txt: “30/11/2024” is no date"),
        (
            "Title: T\nURL: javascript:alert(1)\n\nThey met.",
            "news/a.txt: “javascript:alert(1)” is no web address",
        ),
        ("Title: T\nDate: 2024-11-30\n", "news/a.txt has no text"),
        ("", "news/a.txt is empty"),
        (" \n\t\n", "news/a.txt is empty"),
        (b"\x00\x01\x02binary", "news/a.txt is not text"),
        (b"\x89PNG\r\n\x1a\n\xff\xd8", "news/a.txt is not text"),
        (b"caf\x81 \xff", "news/a.txt is not text"),
        (b"\xff\xfea", "news/a.txt is not text"),
    ],
)
def test_what_cannot_be_read_is_told(text, fault):
    with pytest.raises(ArticleError) as told:
        one(text)
    assert str(told.value).startswith(fault)


@pytest.mark.parametrize(
    "data",
    [
        "Title: Café\n\nDéjà vu, “they” met.".encode(),
        "\ufeffTitle: Café\n\nDéjà vu, “they” met.".encode(),
        "Title: Café\r\n\r\nDéjà vu, “they” met.\r\n".encode(),
        "Title: Café\r\rDéjà vu, “they” met.\r".encode(),
        "Title: Café\n\nDéjà vu, “they” met.".encode("cp1252"),
        "Title: Café\n\nDéjà vu, “they” met.".encode("utf-16"),
    ],
    ids=["utf-8", "byte order mark", "windows line ends", "old mac line ends", "windows-1252", "utf-16"],
)
def test_encodings_and_line_ends_of_any_desk(data):
    article = one(data)
    assert (article.title, article.text) == ("Café", "Déjà vu, “they” met.")


def test_the_body_is_kept_as_it_is_but_for_line_ends_and_outer_blank_lines():
    assert one(b"\n  \n  First  line \r\n\r\n\tSecond\xc2\xa0line\n\n").text == "  First  line \n\n\tSecond\xa0line"


def test_characters_that_no_xml_can_bear_are_dropped():
    assert one(b"They\x1b[2J met\x07.\x0cThen left.").text == "They[2J met.\nThen left."


def test_an_empty_value_is_as_none():
    assert one("Date:\nOutlet: \n\nThey met.").published is None
