"""JSON Lines."""

from datetime import date

import pytest

from kg.articles.jsonl import read
from kg.errors import ArticleError

GOOD = '{"text": "They met."}'


def lines(*each: str) -> list:
    return list(read([f"{line}\n".encode() for line in each], "news/a.jsonl"))


def test_an_object_is_an_article():
    (article,) = lines(
        '{"id": "n-1", "title": "Talks", "date": "2024-11-30T21:10:00Z", "source": "Wire",'
        ' "url": "https://wire.example/1", "text": "They met.\\r\\n", "contacts": [], "author": null}'
    )
    assert (article.name, article.title, article.published) == ("n-1", "Talks", date(2024, 11, 30))
    assert (article.outlet, article.url, article.text) == ("Wire", "https://wire.example/1", "They met.")


def test_outlet_wins_over_source_and_null_is_as_missing():
    (article,) = lines('{"text": "They met.", "outlet": "Post", "source": "Wire", "date": null}')
    assert (article.outlet, article.published) == ("Post", None)


def test_a_number_may_be_an_id():
    (article,) = lines('{"id": 7, "text": "They met."}')
    assert article.name == "7"


def test_an_article_without_id_is_named_after_file_and_line():
    assert [each.name for each in lines("", GOOD, GOOD)] == ["a.jsonl:2", "a.jsonl:3"]


def test_broken_json_on_line_3_is_named_and_the_other_lines_are_read():
    first, second, fault, fourth = lines(GOOD, GOOD, '{"text": "They', GOOD)
    assert isinstance(fault, ArticleError)
    assert str(fault).startswith("news/a.jsonl, line 3: broken JSON at column 10")
    assert first.text == second.text == fourth.text == "They met."


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('["text"]', "line 1: not an object"),
        ("7", "line 1: not an object"),
        ('{"title": "Talks"}', "line 1 has no text"),
        ('{"text": "  "}', "line 1 has no text"),
        ('{"text": ["They met."]}', "line 1: “text” is not a string"),
        ('{"text": "They met.", "title": 7}', "line 1: “title” is not a string"),
        ('{"text": "They met.", "id": true}', "line 1: “id” is not a string"),
        ('{"text": "They met.", "date": 20241130}', "line 1: “date” is not a string"),
        ('{"text": "They met.", "date": "yesterday"}', "line 1: “yesterday” is no date"),
        ("[" * 100_000, "line 1: broken JSON"),
        ('{"id": ' + "1" * 5000 + "}", "line 1: broken JSON"),
    ],
)
def test_a_line_that_is_no_article_is_named(line, fault):
    told, after = lines(line, GOOD)
    assert str(told).startswith(f"news/a.jsonl, {fault}")
    assert after.name == "a.jsonl:2"


def test_bytes_that_are_no_text_are_named():
    (fault,) = read([b'{"text": "\x81\xff"}\n'], "a.jsonl")
    assert str(fault).startswith("a.jsonl, line 1 is not text")


def test_escapes_that_are_no_characters_do_not_reach_the_text():
    (article,) = lines('{"id": "\\u0000x", "text": "They \\ud800met\\u0000."}')
    assert (article.name, article.text) == ("x", "They \ufffdmet.")


def test_a_file_without_lines_is_empty():
    assert [str(each) for each in lines("", "  ")] == ["news/a.jsonl is empty"]
