"""Bad articles, and what the user sees: one clear line each, and everything else goes in."""

import json
from subprocess import CompletedProcess

import pytest

MEETING = (
    "Date: 2024-12-02\n\nFrench President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.\n"
)
CALL = "French President Emmanuel Macron phoned German Chancellor Olaf Scholz."
LINES = [
    '{"date": "2019-03-04", "text": "Norwegian President Mera Olander met Swedish President Anders Lund."}',
    '{"text": "Nothing happened."}',
    '{"title": "Broken", "te',
    '{"text": "Nobody came."}',
]

BAD = {
    "missing.txt": (None, "missing.txt not found"),
    "empty.txt": (b"", "empty.txt is empty"),
    "empty.jsonl": (b"", "empty.jsonl is empty"),
    "blank.txt": (b" \n\n", "blank.txt is empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture.txt is not text"),
    "archive.txt": (b"\x1f\x8b\x08\x08\x9d\x81\x8d", "archive.txt is not text"),
    "page.pdf": (b"%PDF-1.7", "page.pdf is of no kind that is read"),
    "when.txt": (b"Date: last Monday\n\nThey met.", "when.txt: “last Monday” is no date"),
    "header.txt": (b"Title: T\nAuthor: A\n\nThey met.", "header.txt, line 2: unknown key “Author”"),
    "lines.jsonl": ("\n".join(LINES).encode(), "lines.jsonl, line 3: broken JSON"),
}
GOOD = {
    "meeting.txt": MEETING,
    "undated.txt": CALL,
    "\x1b[2J.txt": "Outlet: Wire\x1b]0;owned\x07\n\n" + CALL.replace("phoned", "wrote to\x1b\x07"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("inputs")
    for name, (data, _) in BAD.items():
        if data is not None:
            (made / name).write_bytes(data)
    for name, text in GOOD.items():
        (made / name).write_text(text)
    return made


@pytest.fixture(scope="module")
def ingested(kg_in, folder) -> CompletedProcess[str]:
    return kg_in(folder, "ingest", *BAD, *GOOD)


@pytest.fixture(scope="module")
def contacts(kg_in, folder, ingested) -> list[dict]:
    assert ingested.returncode == 1
    return json.loads(kg_in(folder, "contacts", "--format", "json").stdout)


@pytest.mark.parametrize(("name", "told"), [(name, told) for name, (_, told) in BAD.items()])
def test_what_is_no_article_is_told_in_one_line(ingested, name, told):
    (line,) = [line for line in ingested.stderr.splitlines() if name in line]
    assert line.startswith(f"kg: {told}")


def test_nothing_else_is_told_but_how_many_went_in(ingested):
    assert len(ingested.stderr.splitlines()) == len(BAD)
    assert ingested.stdout.startswith(f"{len(GOOD) + 3} added, 0 replaced, 0 skipped, {len(BAD)} failed")


def test_all_other_articles_go_in(contacts):
    assert any(row["place"] and row["place"]["name"] == "Berlin" for row in contacts)


def test_the_lines_beside_a_broken_one_go_in(contacts):
    assert any("2019" in (row["period"]["not_after"] or "") for row in contacts)


def test_the_dates_of_an_article_without_a_date_stay_open(contacts):
    (call,) = [row for row in contacts if row["relation"] == "called"]
    period = call["period"]
    assert (period["told"], period["not_before"], period["not_after"]) == (None, None, None)


def test_what_a_stranger_writes_is_no_command_to_the_terminal(kg_in, folder, ingested):
    shown = kg_in(folder, "contacts")
    assert "wrote_to" in shown.stdout
    assert "\x1b" not in shown.stdout + shown.stderr + ingested.stdout + ingested.stderr


def test_extract_tells_it_as_ingest_does(kg_in, folder):
    done = kg_in(folder, "extract", "missing.txt", "meeting.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert done.stderr == "kg: missing.txt not found\n"
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["meeting.txt"]
