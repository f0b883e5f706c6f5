import json


def test_who_held_an_office_on_a_day(kg):
    done = kg("actors", "who", "foreign minister of Turkey", "--on", "2015-05-01", "--format", "jsonl")
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["holder"], row["country"], row["since"]) == ("Mevlüt Çavuşoğlu", "TR", "2014-08-29")


def test_the_country_beside_the_office(kg):
    assert kg("actors", "who", "foreign minister", "--country", "Turkey", "--on", "2015-05-01").stdout == (
        "holder            office            country  since       until       note\n"
        "Mevlüt Çavuşoğlu  foreign minister  TR       2014-08-29  2015-08-30\n"
    )


def test_through_a_month_in_which_it_changed_hands_it_is_nobody_for_certain(kg):
    done = kg("actors", "who", "Turkish foreign minister", "--on", "2023-06", "--format", "jsonl")
    assert done.stdout == ""
    assert "not known; perhaps Mevlüt Çavuşoğlu or Hakan Fidan" in done.stderr


def test_without_a_day_everyone(kg):
    lines = kg("actors", "who", "German chancellor", "--format", "tsv").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines[1:4]] == ["Gerhard Schröder", "Angela Merkel", "Olaf Scholz"]


def test_after_what_is_known_the_doubt_is_told(kg):
    done = kg("actors", "who", "president of Iran", "--on", "2040-01-01", "--format", "jsonl")
    assert done.stdout == ""
    assert "perhaps Masoud Pezeshkian, who held it on 2025-06-30" in done.stderr


def test_a_file_of_questions(kg, tmp_path):
    questions = [
        {"office": "foreign minister", "country": "TR", "date": "2015-05-01", "id": 7},
        {"office": "prime minister", "country": "YE", "date": "2021-01-01"},
        {"office": "chief astrologer", "country": "TR", "date": "2015-05-01"},
        {"office": "president of France", "date": "yesterday"},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, questions)), encoding="utf-8")
    found = [json.loads(line) for line in kg("actors", "who", "--file", path).stdout.splitlines()]
    assert [answer["holder"] for answer in found] == ["Mevlüt Çavuşoğlu", None, None, None]
    assert found[0]["id"] == 7
    assert "Wikidata" in found[0]["why"]
    assert "several at once" in found[1]["why"]
    assert "chief astrologer" in found[2]["why"]
    assert "yesterday" in found[3]["why"]


def test_a_line_that_is_no_question_is_told_and_the_rest_goes_on(kg):
    good = json.dumps({"office": "president of France", "date": "2020"})
    done = kg("actors", "who", "--file", "-", given=f"nonsense\n{good}\n")
    assert done.returncode == 1
    assert "-:1: not an object of JSON" in done.stderr
    assert json.loads(done.stdout)["holder"] == "Emmanuel Macron"


def test_what_it_cannot_take(fails):
    assert "no office that is known" in fails("actors", "who", "chief astrologer", code=2)
    assert "no country is told" in fails("actors", "who", "president", code=2)
    assert "no country “Narnia”" in fails("actors", "who", "president", "--country", "Narnia", code=2)
    assert "--on cannot be “soon”" in fails("actors", "who", "president of Iran", "--on", "soon", code=2)
    assert "takes an office or --file" in fails("actors", "who", code=2)
    assert "cannot read" in fails("actors", "who", "--file", "missing.jsonl", code=2)
    assert "kg actors --help" in fails("actors", code=2)


def test_list_of_a_country(kg):
    rows = json.loads(kg("actors", "list", "--country", "TR", "--format", "json").stdout)
    assert {row["country"] for row in rows} == {"TR"}
    assert {row["office"] for row in rows} == {
        "head of state",
        "head of government",
        "foreign minister",
        "defence minister",
        "finance minister",
        "interior minister",
    }
    table = kg("actors", "list", "--country", "TR").stdout.splitlines()
    assert table[0].split() == ["holder", "office", "country", "since", "until", "note"]
    assert [line.split("  ")[0] for line in table[1:]] == [row["holder"] for row in rows]


def test_the_head_of_an_organisation(kg):
    done = kg("actors", "who", "NATO secretary general", "--on", "2023-05", "--format", "jsonl")
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["holder"], row["country"]) == ("Jens Stoltenberg", "NATO")


def test_list_of_what_no_source_has_confirmed(kg):
    rows = json.loads(kg("actors", "list", "--country", "TR", "--unchecked", "--format", "json").stdout)
    assert "Hakan Fidan" in {row["holder"] for row in rows}
    assert all("unchecked" in row["note"] for row in rows)
