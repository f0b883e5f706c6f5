"""Files, folders and standard input, as a user has them on disk."""

import io
import os
import sys
from pathlib import Path

import pytest

from kg.articles import read
from kg.articles.decoding import MAX_ARTICLE_BYTES
from kg.errors import ArticleError
from kg.model import Article


def articles(*paths: Path | str) -> list[Article]:
    found = list(read(paths))
    assert not [each for each in found if isinstance(each, ArticleError)]
    return found


def faults(*paths: Path | str) -> list[str]:
    return [str(each) for each in read(paths) if isinstance(each, ArticleError)]


@pytest.fixture
def feed(monkeypatch):
    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


def test_a_folder_is_read_in_the_order_of_names_with_its_subfolders(tmp_path):
    (tmp_path / "b.jsonl").write_text('{"text": "two"}\n{"text": "three"}\n')
    (tmp_path / "a.TXT").write_text("one")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text("four")
    assert [each.text for each in articles(tmp_path)] == ["one", "two", "three", "four"]


def test_hidden_files_readmes_and_other_kinds_in_a_folder_are_passed_over(tmp_path):
    for name in (".hidden.txt", "README.txt", "readme.md", "notes.md", "picture.png"):
        (tmp_path / name).write_text("not an article")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("not an article")
    (tmp_path / "a.txt").write_text("one")
    assert [each.text for each in articles(tmp_path)] == ["one"]


def test_a_folder_without_articles_says_what_is_read(tmp_path):
    (tmp_path / "page.html").write_text("<p>")
    (fault,) = faults(tmp_path)
    assert "has no article" in fault
    assert ".jsonl" in fault


def test_a_folder_that_links_to_itself_ends(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "again").symlink_to(tmp_path)
    assert len(articles(tmp_path)) == 1


def test_a_missing_path_is_named_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    missing, article = read([tmp_path / "missing.txt", tmp_path / "a.txt"])
    assert str(missing) == f"{tmp_path}/missing.txt not found"
    assert article.text == "one"


def test_a_file_of_a_kind_that_is_not_read_is_named(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (fault,) = faults(tmp_path / "a.pdf")
    assert "a.pdf is of no kind that is read" in fault


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "a.txt").chmod(0)
    assert faults(tmp_path) == [f"{tmp_path}/a.txt cannot be read: permission denied"]


def test_a_path_that_is_too_long_is_named():
    (fault,) = faults("a" * 5000)
    assert "cannot be read: file name too long" in fault


def test_a_file_without_suffix_is_text_or_jsonl_by_its_first_line(tmp_path):
    (tmp_path / "text").write_text("one")
    (tmp_path / "lines").write_text('\n{"text": "two"}\n')
    assert [each.text for each in articles(tmp_path / "text", tmp_path / "lines")] == ["one", "two"]


def test_standard_input_is_text(feed):
    feed(b"Title: Talks\n\nThey met.\n")
    (article,) = articles("-")
    assert (article.name, article.title, article.text) == ("stdin", "Talks", "They met.")


def test_standard_input_is_jsonl(feed):
    feed(b'\xef\xbb\xbf{"text": "one"}\n{"id": "x", "text": "two"}\n')
    assert [each.name for each in articles("-")] == ["stdin:1", "x"]


def test_empty_standard_input_is_told(feed):
    feed(b"")
    assert faults("-") == ["stdin is empty"]


def test_one_path_need_not_stand_in_a_list(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    assert [each.text for each in read(str(tmp_path))] == ["one"]


def test_a_huge_line_is_named_and_the_next_one_read(tmp_path):
    huge = '{"text": "' + "a" * (3 * MAX_ARTICLE_BYTES) + '"}\n'
    (tmp_path / "a.jsonl").write_text(huge + '{"text": "two"}\n')
    fault, article = read([tmp_path])
    assert "a.jsonl, line 1 is larger than 1,000,000 bytes" in str(fault)
    assert article.name == "a.jsonl:2"


def test_a_huge_text_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("They met.\n" * 200_000)
    (fault,) = faults(tmp_path)
    assert "a.txt is larger than 1,000,000 bytes" in fault


def test_articles_come_one_by_one(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    found = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert next(found).text == "one"
    (tmp_path / "b.txt").write_text("two")
    assert next(found).text == "two"


def test_a_file_name_of_odd_bytes_can_be_printed(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\x1b[31m.txt"))
    path.write_text("one")
    (article,) = articles(tmp_path)
    assert article.name == "a\ufffd[31m.txt"
    article.name.encode()


def test_all_seed_articles_are_read():
    found = articles(Path(__file__).parents[2] / "seeds")
    assert len(found) > 12
    assert all(each.published and each.outlet and each.title for each in found)
    assert len({each.id for each in found}) == len(found)
