import csv
import io
import json

import pytest
from pyoxigraph import RdfFormat, parse

pytestmark = pytest.mark.usefixtures("store")


def test_a_file_and_standard_output_hold_the_same(kg, tmp_path):
    done = kg("export", "-o", "contacts.ttl")
    assert (done.returncode, done.stdout) == (0, "")
    text = (tmp_path / "contacts.ttl").read_text("utf-8")
    assert len(list(parse(text, RdfFormat.TURTLE))) > 20
    assert kg("export", "-o", "-", "--format", "turtle").stdout == text


def test_a_file_that_is_there_is_replaced_by_force_only(kg, fails, tmp_path):
    (tmp_path / "contacts.ttl").write_text("mine")
    assert "--force" in fails("export", "-o", "contacts.ttl", code=1)
    assert (tmp_path / "contacts.ttl").read_text() == "mine"
    assert kg("export", "-o", "contacts.ttl", "--force").returncode == 0


def test_an_unknown_format_is_told_with_those_there_are(fails):
    assert "turtle" in fails("export", "-o", "contacts.docx", code=1)
    assert "turtle" in fails("export", "-o", "x.ttl", "--format", "word", code=1)


@pytest.mark.parametrize(
    ("options", "contacts"),
    [
        (["--who", "Lavrov"], 2),
        (["--between", "Fidan", "Lavrov"], 1),
        (["--country", "IR", "--until", "2024-12-01"], 1),
        (["--place", "Ankara"], 1),
    ],
)
def test_the_filters_are_those_of_kg_contacts(kg, options, contacts):
    done = kg("export", "-o", "-", "--format", "csv", *options)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    listed = kg("contacts", "--format", "json", *options)
    assert len(rows) == contacts == len(json.loads(listed.stdout))


def test_what_is_left_out_is_told(kg):
    done = kg("export", "-o", "out.gexf")
    assert done.returncode == 0
    assert "2 contacts left out: they did not take place" in done.stderr
    done = kg("export", "-o", "out.plover.jsonl", "--relation", "met")
    assert "left out" not in done.stderr


def test_an_option_that_means_nothing_to_the_format_is_refused(fails):
    assert "--zeros" in fails("export", "-o", "a.ttl", "--zeros", code=2)


def test_a_panel_of_countries_by_month_with_zeros(kg, tmp_path):
    done = kg("export", "-o", "out.panel.csv", "--unit", "country", "--every", "month", "--zeros")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader((tmp_path / "out.panel.csv").open(encoding="utf-8")))
    assert {row["period"] for row in rows} == {"2024-11", "2024-12"}
    assert len(rows) == 3 * 2
    call = next(row for row in rows if (row["one"], row["other"], row["period"]) == ("RUS", "TUR", "2024-11"))
    assert (call["contacts"], call["called"], call["articles"]) == ("1", "1", "1")


def test_without_quotes_no_sentence_leaves(kg):
    done = kg("export", "-o", "-", "--format", "turtle", "--no-quotes")
    assert "kg:participant" in done.stdout
    assert "Hakan Fidan rang" not in done.stdout
