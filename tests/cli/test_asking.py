"""A language model from the command line: what is said before text leaves, what it costs, what is left of it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "French President Jeanne Morel met Norwegian Foreign Minister Ingvild Rask in Berlin on Monday."
QUIET = "The harvest was poor, and rain is hoped for."
GOOD = {
    "actors": [
        {"name": name, "type": "person", "country": country, "office": None, "mentions": [name]}
        for name, country in (("Jeanne Morel", "FR"), ("Ingvild Rask", "NO"))
    ],
    "contacts": [
        {"evidence": TEXT, "relation": "met", "status": "occurred", "subjects": ["Jeanne Morel"],
         "objects": ["Ingvild Rask"], "initiator": None, "date": "2024-12-02", "date_words": "on Monday",
         "place": "Berlin", "claimed_by": None, "topics": []},
        {"evidence": "They also had dinner with the Pope.", "relation": "met", "status": "occurred",
         "subjects": ["Jeanne Morel"], "objects": ["Ingvild Rask"]},
    ],
}  # fmt: skip
NOTHING = {"actors": [], "contacts": []}


@pytest.fixture
def answering(chat):
    """The server gives the good answer to the article that it is for, and nothing for all others."""
    chat.answer = lambda _, sent: chat.says(GOOD if TEXT in sent["messages"][1]["content"] else NOTHING)
    return chat


@pytest.fixture
def desk(tmp_path):
    for number in range(3):
        text = f"Title: Morel sees Rask\nDate: 2024-12-03\n\n{TEXT}\n{'They spoke. ' * number}"
        (tmp_path / f"articles-{number}.txt").write_text(text)
    (tmp_path / "quiet.txt").write_text(f"Title: Rain\nDate: 2024-12-03\n\n{QUIET}")
    return tmp_path


def environment(desk, **more):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CONTACT_KG")}
    return kept | {"PYTHONPATH": str(ROOT), "CONTACT_KG_LLM_CACHE": str(desk / "cache")} | more


@pytest.fixture
def run(desk):
    def typed(*words, **more):
        return subprocess.run(
            [sys.executable, "-m", "kg", *words],
            cwd=desk, env=environment(desk, **more), capture_output=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip

    return typed


def asking(chat, *more):
    return ("--extractor", "llm", "--endpoint", chat.endpoint, "--model", "tiny", *more)


ARTICLES = ("articles-0.txt", "articles-1.txt", "articles-2.txt")


def test_extract_says_once_where_text_goes_and_asks_nothing_twice(run, answering):
    done = run("extract", *ARTICLES, "--format", "jsonl", *asking(answering))
    assert done.returncode == 0, done.stderr
    host = answering.endpoint.split("/")[2]
    assert f"the text of 3 articles goes to {host}, to the model tiny, and nowhere else" in done.stderr
    assert "3 requests for 3 articles; 18,000 tokens in, 600 out" in done.stderr
    assert "6 contacts given; not borne out: 3 evidence" in done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[c["relation"] for c in record["contacts"]] for record in records] == [["met"]] * 3
    assert records[0]["contacts"][0]["frame"] == "llm:tiny"
    again = run("extract", *ARTICLES, "--format", "jsonl", *asking(answering))
    assert again.stdout == done.stdout
    assert "goes to" not in again.stderr
    assert "0 requests" in again.stderr
    assert len(answering.requests) == 3


def test_a_server_that_drops_half_of_the_prompt_is_told(run, chat):
    """Ollama with a short context reads the end of what it is sent, and says nothing."""
    said = chat.says(NOTHING)
    said.body = said.body.replace(b"6000", b"2048")
    chat.in_turn(said)
    done = run("extract", "articles-0.txt", *asking(chat))
    assert "the server read far less than it was sent" in done.stderr


def test_explain_shows_what_is_not_borne_out(run, answering):
    done = run("extract", "articles-0.txt", "--explain", *asking(answering))
    assert "[Jeanne Morel] met" in done.stdout
    assert "because tiny read it, and the article bears it out" in done.stdout
    assert "not borne out, evidence: They also had dinner with the Pope." in done.stdout


def test_server_model_and_key_come_from_the_environment(run, answering):
    given = {"CONTACT_KG_LLM_ENDPOINT": answering.endpoint, "CONTACT_KG_LLM_MODEL": "m", "CONTACT_KG_LLM_KEY": "sk-1"}
    done = run("extract", "articles-0.txt", "--extractor", "llm", **given)
    assert done.returncode == 0, done.stderr
    assert answering.headers[0]["Authorization"] == "Bearer sk-1"
    assert answering.requests[0]["model"] == "m"
    assert "sk-1" not in done.stdout + done.stderr


def test_a_dry_run_sends_nothing_and_tells_the_price(run, desk, answering):
    done = run(
        "extract",
        *ARTICLES,
        "quiet.txt",
        "--dry-run",
        "--price",
        "2/10",
        *asking(answering)[2:],
        "--extractor",
        "llm+rules",
    )
    assert done.returncode == 0, done.stderr
    lines = {line[:20].strip(): line[20:].strip() for line in done.stdout.splitlines()}
    assert (lines["articles"], lines["not asked about"], lines["requests"]) == ("4", "1", "3")
    assert int(lines["tokens in, about"].replace(",", "")) > 10_000
    assert float(lines["price, about"]) > 0
    assert not answering.requests
    assert not (desk / "cache").exists()


def test_rules_save_calls_and_the_number_is_told(run, answering):
    done = run("extract", *ARTICLES, "quiet.txt", *asking(answering)[2:], "--extractor", "llm+rules")
    assert "3 requests for 4 articles" in done.stderr
    assert "1 not asked about, having no word of contact" in done.stderr


def test_articles_that_fail_are_named_and_the_rest_is_kept(run, desk, chat):
    (desk / "bad.txt").write_text("Title: Bad\nDate: 2024-12-03\n\nThis one is bad.")
    chat.answer = lambda _, sent: chat.says("no" if "Title: Bad" in sent["messages"][1]["content"] else GOOD)
    done = run("ingest", "bad.txt", *ARTICLES, *asking(chat))
    assert done.returncode == 1
    assert "kg: bad.txt: the answer is unusable" in done.stderr
    assert "3 added, 0 replaced, 0 skipped, 1 failed (3 reports of contacts)" in done.stdout
    assert "Jeanne Morel" in run("contacts", "--who", "Morel").stdout


def test_two_runs_over_the_same_cache_give_the_same_quads(run, answering):
    for store in ("one", "two"):
        assert run("ingest", *ARTICLES, "--store", store, *asking(answering)).returncode == 0
    quads = [
        run("export", "-o", "-", "--format", "nquads", "--layer", "all", "--sorted", "--store", store).stdout
        for store in ("one", "two")
    ]
    assert len(answering.requests) == 3
    one, two = ([line for line in each.splitlines() if "/run/" not in line] for each in quads)
    assert one == two
    assert "contacts.en 2" in quads[0]
    again = run("ingest", *ARTICLES, "--store", "one", *asking(answering))
    assert "0 added, 0 replaced, 3 skipped" in again.stdout


def test_no_answered_article_is_lost_when_a_run_is_broken_off(desk, chat):
    """Ctrl-C ends at once, also while the server thinks; the next run asks for the rest alone."""

    def answer(number, _):
        said = chat.says(NOTHING)
        said.wait = 0.0 if number <= 2 else 60.0
        return said

    chat.answer = answer
    words = [sys.executable, "-m", "kg", "extract", *ARTICLES, *asking(chat, "--concurrency", "1")]
    running = subprocess.Popen(words, cwd=desk, env=environment(desk), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while len(chat.requests) < 3:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=30)
    assert running.returncode == 130
    chat.answer = lambda _, __: chat.says(NOTHING)
    subprocess.run(words, cwd=desk, env=environment(desk), capture_output=True, timeout=60, check=True)
    assert len(chat.requests) == 4


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--extractor", "llm"), "no model is named"),
        (("--extractor", "llm", "--model", "m"), "no server is named"),
        (("--extractor", "llm", "--model", "m", "--endpoint", "http://models.example.com/v1"), "without encryption"),
        (("--model", "m"), "Add --extractor llm"),
        (("--dry-run",), "--dry-run goes with --extractor llm"),
        (("--extractor", "lm",), "Did you mean llm?"),
        (("--extractor", "llm", "--model", "m", "--endpoint", "http://localhost/v1", "--price", "1"), "IN/OUT"),
        (("--write-prompts", "p"), "goes with --extractor llm"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_one_line(run, words, told):
    done = run("extract", "quiet.txt", *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_prompts_are_written_and_answers_to_them_measured(run, desk):
    record = {
        "id": "met", "title": "Morel sees Rask", "date": "2024-12-03", "text": TEXT,
        "entities": GOOD["actors"],
        "contacts": [GOOD["contacts"][0]],
    }  # fmt: skip
    (desk / "gold.jsonl").write_text("\n".join(json.dumps(record | {"id": name}) for name in ("met", "unanswered")))
    done = run("extract", "gold.jsonl", "--extractor", "llm", "--write-prompts", "prompts")
    assert "2 prompts written to prompts" in done.stdout
    (desk / "answers").mkdir()
    assert "has no answer" in run("eval", "gold.jsonl", "--extractor", "llm", "--recorded", "answers").stderr
    (prompt,) = (desk / "prompts").glob("met-1-*.txt")
    (desk / "answers" / prompt.name).write_text(json.dumps(GOOD))
    done = run("eval", "gold.jsonl", "--extractor", "llm", "--recorded", "answers")
    assert done.returncode == 0, done.stderr
    assert "1 articles, 0 without contacts" in done.stdout
    assert "of 2 contacts that the model gave" in done.stdout
    rows = {line[:24].strip(): line[24:].split()[0] for line in done.stdout.splitlines()[-4:]}
    assert rows["llm"] == "1.000"
    assert float(rows["as the model gave it"]) < 1
    assert {"rules", "rules+learned"} < rows.keys()
    told = json.loads(
        run("eval", "gold.jsonl", "--extractor", "llm", "--recorded", "answers", "--format", "json").stdout
    )
    assert told["left_out"] == {"evidence": 1}
    assert told["beside"]["rules"]["articles"] == 1
