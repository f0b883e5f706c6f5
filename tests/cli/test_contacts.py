import csv
import io
import json

import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_a_row_for_each_contact_with_its_sentence_below(kg):
    assert kg("contacts").stdout == (
        "date           who             relation  whom           status    place   sources\n"
        "by 2024-11-30  Hakan Fidan     called    Sergey Lavrov  occurred          1\n"
        "    Hakan Fidan rang Sergey Lavrov about the ceasefire.\n"
        "by 2024-12-01  Abbas Araghchi  called    Sergey Lavrov  refused           1\n"
        "    Lavrov declined to take a call from Araghchi.\n"
        "2024-12-02     Abbas Araghchi  met       Hakan Fidan    planned   Ankara  1\n"
        "    Abbas Araghchi will meet Fidan in Ankara on Monday.\n"
    )


def test_without_sentences(kg):
    assert len(kg("contacts", "--no-quotes").stdout.splitlines()) == 4


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--who", "FIDAN"], 2),
        (["--who", "fidan", "--who", "lavrov"], 1),
        (["--who", "Türkiye"], 2),
        (["--status", "planned", "--status", "refused"], 2),
        (["--relation", "spoke_with"], 3),
        (["--relation", "met"], 1),
        (["--since", "2024-12-01"], 2),
        (["--until", "2024-11-30"], 1),
        (["--article", "nocall"], 1),
        (["--article", "ceasefire.txt", "--who", "Lavrov"], 1),
        (["--who", "nobody"], 0),
    ],
)
def test_contacts_are_chosen(kg, arguments, count):
    done = kg("contacts", *arguments, "--format", "jsonl")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == count


def test_every_format_tells_the_same(kg):
    found = json.loads(kg("contacts", "--format", "json").stdout)
    assert found[0]["who"] == ["Hakan Fidan"]
    assert found[0]["not_after"] == "2024-11-30"
    assert [json.loads(line) for line in kg("contacts", "--format", "jsonl").stdout.splitlines()] == found
    rows = list(csv.DictReader(io.StringIO(kg("contacts", "--format", "csv").stdout)))
    tabs = list(
        csv.DictReader(io.StringIO(kg("contacts", "--format", "tsv").stdout), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    assert rows == tabs
    assert [row["sentence"] for row in rows] == [each["sentence"] for each in found]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--status", "plan"], "Did you mean planned?"),
        (["--relation", "meet"], "Did you mean met?"),
        (["--since", "yesterday"], "YYYY-MM-DD"),
        (["--since", "2024-12-02", "--until", "2024-12-01"], "nothing lies"),
        (["--format", "xml"], "table, tsv, csv, json, jsonl"),
        (["--article", "nocal.txt"], "Did you mean nocall.txt?"),
    ],
)
def test_a_wrong_call_names_the_nearest(fails, arguments, told):
    line = fails("contacts", *arguments, code=2)
    assert told in line
    assert "\n" not in line
