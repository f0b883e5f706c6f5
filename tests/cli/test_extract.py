import json

MET = "Date: 2024-12-02\n\nFrench President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday.\n"


def test_a_table_with_the_sentences(kg, tmp_path):
    (tmp_path / "met.txt").write_text(MET)
    head, row, sentence = kg("extract", "met.txt").stdout.splitlines()
    assert head.split() == ["article", "date", "who", "relation", "whom", "status", "place"]
    assert "Emmanuel Macron  met       Olaf Scholz" in row
    assert sentence == "    " + MET.splitlines()[2]


def test_json_one_object_an_article(kg, tmp_path):
    (tmp_path / "met.txt").write_text(MET)
    (tmp_path / "quiet.txt").write_text("It rained all day.\n")
    lines = kg("extract", "met.txt", "quiet.txt", "--format", "jsonl").stdout.splitlines()
    met, quiet = map(json.loads, lines)
    assert met["contacts"][0]["relation"] == "met"
    assert quiet["contacts"] == []


def test_standard_input(kg):
    assert "Olaf Scholz" in kg("extract", "-", given=MET).stdout


def test_what_cannot_be_read_is_named(kg, fails):
    done = kg("extract", "nothere.txt", "--format", "jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "kg: nothere.txt not found\n")
    assert "table, jsonl" in fails("extract", "nothere.txt", "--format", "csv", code=2)


SENTENCE = "Chilean President Ana Mera telephoned Norwegian President Tor Olander on Friday."


def test_extract_explains_a_contact(kg):
    done = kg("extract", "-", "--explain", given=SENTENCE)
    assert done.returncode == 0
    assert "[Chilean President Ana Mera] telephoned" in done.stdout
    assert "because" in done.stdout


def test_an_extractor_that_does_not_exist_is_named_with_those_that_do(kg):
    done = kg("extract", "-", "--extractor", "rule", given=SENTENCE)
    assert done.returncode == 2
    assert "rule" in done.stderr
    assert "rules+learned" in done.stderr


def test_what_is_less_sure_than_wanted_is_left_out(kg):
    assert "called" in kg("extract", "-", "--min-confidence", "0.1", given=SENTENCE).stdout
    assert "called" not in kg("extract", "-", "--min-confidence", "1", given=SENTENCE).stdout
