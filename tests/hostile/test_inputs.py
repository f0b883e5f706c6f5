"""Bad articles, and what the user sees: one clear line each, and everything else goes in."""

import json

import pytest

TALKS = (
    "Date: 2024-12-02\n\n"
    "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.\n"
)
CALL = "On Sunday, French President Emmanuel Macron phoned German Chancellor Olaf Scholz."


@pytest.fixture
def good(tmp_path):
    (tmp_path / "good.txt").write_text(TALKS)


def line_of(text: str) -> str:
    return json.dumps({"title": "Call", "date": "2024-12-01", "text": text})


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("missing.txt", None, "missing.txt not found"),
        ("empty.txt", b"", "empty.txt is empty"),
        ("empty.jsonl", b"", "empty.jsonl is empty"),
        ("blank.txt", b" \n\n", "blank.txt is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture.txt is not text"),
        ("archive.txt", b"\x1f\x8b\x08\x08\x9d\x81\x8d", "archive.txt is not text"),
        ("page.pdf", b"%PDF-1.7", "page.pdf is of no kind that is read"),
        ("when.txt", b"Date: last Monday\n\nThey met.", "“last Monday” is no date"),
        ("header.txt", b"Title: T\nAuthor: A\n\nThey met.", "header.txt, line 2: unknown key “Author”"),
    ],
)
@pytest.mark.usefixtures("good")
def test_what_is_no_article_is_told_in_one_line_and_the_others_go_in(kg, tmp_path, name, data, told):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = kg("ingest", name, "good.txt")
    assert done.returncode == 1
    assert len([line for line in done.stderr.splitlines() if name in line or told in line]) == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert "Scholz" in kg("contacts").stdout


def test_broken_json_on_line_3_is_named_with_its_number_and_the_other_lines_go_in(kg, tmp_path):
    lines = [line_of(CALL), line_of("Nothing happened."), '{"title": "Call", "te', line_of("Nobody came.")]
    (tmp_path / "news.jsonl").write_text("\n".join(lines) + "\n")
    done = kg("ingest", "news.jsonl")
    assert done.returncode == 1
    assert "news.jsonl, line 3: broken JSON" in done.stderr
    assert "3 added" in done.stdout + done.stderr
    assert "1 failed" in done.stdout + done.stderr
    assert "Scholz" in kg("contacts").stdout


def test_an_article_without_a_date_goes_in_and_its_dates_stay_open(kg, tmp_path):
    (tmp_path / "undated.txt").write_text(CALL)
    done = kg("ingest", "undated.txt")
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    rows = json.loads(kg("contacts", "--format", "json").stdout)
    assert len(rows) == 1
    assert "20" not in str(rows[0].get("date") or "")


@pytest.mark.usefixtures("good")
def test_extract_tells_it_as_ingest_does(kg):
    done = kg("extract", "missing.txt", "good.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert "missing.txt not found" in done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["good.txt"]


def test_what_a_stranger_writes_does_not_reach_the_terminal_as_a_command(kg, tmp_path):
    (tmp_path / "a\x1b[2J.txt").write_text(
        "Outlet: Wire\x1b]0;owned\x07\n\n" + CALL.replace("phoned", "\x1b[31mphoned")
    )
    kg("ingest", "a\x1b[2J.txt")
    shown = kg("contacts")
    assert "Scholz" in shown.stdout
    assert "\x1b" not in shown.stdout + shown.stderr
