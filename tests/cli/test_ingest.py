from pathlib import Path

import pytest

MET = "Date: 2024-12-02\n\nFrench President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday.\n"
TEXT = "French President Emmanuel Macron called Chancellor Olaf Scholz on Tuesday."
CALLED = f'{{"id": "call", "date": "2024-12-03", "text": "{TEXT}"}}\n'


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "met.txt").write_text(MET)
    (tmp_path / "in" / "called.jsonl").write_text(CALLED)
    return tmp_path / "in"


def test_it_ends_with_what_was_done(kg, articles):
    assert kg("ingest", articles).stdout.startswith("2 added, 0 replaced, 0 skipped, 0 failed")
    assert kg("ingest", articles).stdout.startswith("0 added, 0 replaced, 2 skipped, 0 failed")
    (articles / "called.jsonl").write_text(CALLED.replace("called", "met"))
    assert kg("ingest", articles).stdout.startswith("0 added, 1 replaced, 1 skipped, 0 failed")


def test_what_cannot_be_read_is_named_and_the_rest_goes_in(kg, articles):
    (articles / "broken.jsonl").write_text(CALLED + "{no json\n")
    done = kg("ingest", articles / "met.txt", "nothere.txt", articles / "broken.jsonl")
    assert done.returncode == 1
    assert done.stdout.startswith("2 added, 0 replaced, 0 skipped, 2 failed")
    assert "nothere.txt" in done.stderr
    assert "line 2" in done.stderr
    assert len(kg("contacts", "--no-quotes", "--format", "jsonl").stdout.splitlines()) == 2


def test_the_store_may_be_elsewhere(kg, articles, tmp_path):
    assert kg("ingest", articles, "--store", "mine").returncode == 0
    assert not (tmp_path / ".contact-kg").exists()
    assert "Macron" in kg("contacts", "--store", "mine").stdout


def test_a_folder_with_other_things_in_it_is_left_alone(kg, articles):
    done = kg("ingest", articles, "--store", articles)
    assert done.returncode == 1
    assert done.stderr.startswith("kg: ")
    assert {path.name for path in articles.iterdir()} == {"met.txt", "called.jsonl"}


def test_after_an_ingest_there_is_nothing_to_resolve(kg, articles):
    kg("ingest", articles)
    assert kg("resolve").stdout == "nothing changed\n"
