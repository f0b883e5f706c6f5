import json

SENTENCE = "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday."
ACTORS = [
    {"name": name, "type": "person", "country": country, "mentions": [name]}
    for name, country in (("Emmanuel Macron", "FR"), ("Olaf Scholz", "DE"))
]
GOLD = {
    "id": "met",
    "date": "2024-12-02",
    "text": SENTENCE,
    "entities": ACTORS,
    "contacts": [
        {
            "subjects": ["Emmanuel Macron"],
            "objects": ["Olaf Scholz"],
            "relation": "met",
            "status": "occurred",
            "date": "2024-12-02",
            "place": "Berlin",
            "evidence": SENTENCE,
        }
    ],
}


def test_a_perfect_score(kg, tmp_path):
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    done = kg("eval", "gold.jsonl", "--show", "3")
    assert done.returncode == 0, done.stderr
    assert "1.000" in done.stdout
    json.loads(kg("eval", "gold.jsonl", "--format", "json").stdout)


def test_a_gold_set_that_is_none(fails, tmp_path):
    assert "nothere.jsonl" in fails("eval", "nothere.jsonl", code=1)
    (tmp_path / "gold.jsonl").write_text('{"id": "a", "text": "x"}\n')
    assert "line 1" in fails("eval", "gold.jsonl", code=1)


def test_eval_counts_each_genre_by_itself(kg_in, tmp_path):
    import json

    records = [
        {"id": f"{genre}-1", "genre": genre, "date": "2024-11-30", "title": "", "contacts": [], "entities": [],
         "text": "It rained all day in the capital, and the markets were closed."}
        for genre in ("quiet", "wire")
    ]  # fmt: skip
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    done = kg_in(tmp_path, "eval", "gold.jsonl", "--by", "genre")
    assert done.returncode == 0, done.stderr
    assert "typed, by genre" in done.stdout
    assert "quiet" in done.stdout
