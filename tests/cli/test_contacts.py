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
        (["--who", "Fidan", "--with", "Araghchi"], 1),
        (["--who", "act:turkey"], 2),
        (["--between", "Iran", "Russia"], 1),
        (["--country", "ir", "--country", "Turkey"], 1),
        (["--about", "Ceasefires"], 1),
        (["--about", "ankara monday"], 1),
        (["--about", "Turkey"], 0),
        (["--place", "ankara"], 1),
        (["--place", "TR"], 1),
        (["--place", "Turkey", "--status", "occurred"], 0),
        (["--since", "2024-12", "--until", "2024-12"], 2),
        (["--min-sources", "2"], 0),
        (["--min-confidence", "0.85"], 2),
        (["--disputed"], 0),
        (["--limit", "2"], 2),
    ],
)
def test_contacts_are_chosen(kg, arguments, count):
    done = kg("contacts", *arguments, "--format", "jsonl")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == count


def test_every_format_tells_the_same(kg):
    found = json.loads(kg("contacts", "--format", "json").stdout)
    assert found[0]["who"] == ["Hakan Fidan"]
    assert found[0]["period"]["not_after"] == "2024-11-30"
    assert [json.loads(line) for line in kg("contacts", "--format", "jsonl").stdout.splitlines()] == found
    rows = list(csv.DictReader(io.StringIO(kg("contacts", "--format", "csv").stdout)))
    tabs = list(
        csv.DictReader(io.StringIO(kg("contacts", "--format", "tsv").stdout), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    assert rows == tabs
    for name in ("sentence", "status", "relation"):
        assert [row[name] for row in rows] == [each[name] for each in found]
    marked = kg("contacts", "--format", "markdown", "--no-quotes").stdout.splitlines()
    assert marked[1] == "|" + " --- |" * 7
    assert marked[2].startswith("| by 2024-11-30 | Hakan Fidan | called | Sergey Lavrov | occurred |")


def test_a_record_is_the_python_object(kg, store):
    from kg.graph import open_reader
    from kg.queries.records import contact_of

    records = map(json.loads, kg("contacts", "--format", "jsonl").stdout.splitlines())
    with open_reader(store) as reader:
        assert {contact_of(each) for each in records} == set(reader.contacts())


def test_orders(kg):
    def ids(*arguments):
        return [json.loads(line)["id"] for line in kg("contacts", "--format", "jsonl", *arguments).stdout.splitlines()]

    earliest = ids()
    assert ids("--sort", "newest") == earliest[::-1]
    assert ids("--sort", "confidence")[-1] == ids("--status", "refused")[0]
    assert ids("--sort", "newest", "--limit", "1") == earliest[-1:]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--who", "Fidann"], "Did you mean Hakan Fidan?"),
        (["--who", "qqqqqq"], "there is no actor named “qqqqqq”"),
        (["--country", "Irann"], "Did you mean Iran?"),
        (["--who", "Korea"], "could be any of 6: North Korea (KP, act:north-korea); North Korean"),
    ],
)
def test_a_name_that_means_nobody_or_several_brings_those_it_may_mean(fails, arguments, told):
    assert told in fails("contacts", *arguments, code=1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--status", "plan"], "Did you mean planned?"),
        (["--relation", "meet"], "Did you mean met?"),
        (["--since", "yesterday"], "YYYY-MM-DD"),
        (["--since", "2024-12-02", "--until", "2024-12-01"], "nothing lies"),
        (["--format", "xml"], "table, markdown, tsv, csv, json, jsonl"),
        (["--sort", "dates"], "Did you mean date?"),
        (["--limit", "0"], "--limit"),
        (["--article", "nocal.txt"], "Did you mean nocall.txt?"),
    ],
)
def test_a_wrong_call_names_the_nearest(fails, arguments, told):
    line = fails("contacts", *arguments, code=2)
    assert told in line
    assert "\n" not in line
