"""Against a server that speaks the protocol and misbehaves: every article ends answered, or named as failed."""

import json

import pytest

from kg.actors import block_keys
from kg.errors import ArticleError, KgError
from kg.extraction.llm.cache import Cache
from kg.extraction.llm.options import Options
from kg.extraction.llm.reader import Reader
from kg.graph.said import document_quads


def one(reader, article):
    (found,) = reader.readings([article])
    return found


def contacts(reading):
    names = {actor.id: actor.name for actor in reading.document.actors}
    return [
        ([names[i] for i in r.subjects], r.relation, [names[i] for i in r.objects], r.status, r.period.best)
        for r in reading.document.reports
    ]


WANTED = [
    (["Ingvild Rask"], "called", ["Chidi Okoye"], "occurred", "2017-03-10"),
    (["Ingvild Rask"], "hosted", ["Duarte Leal"], "planned", "2017-03-13"),
]


def test_a_good_answer_becomes_a_document(reader, told, chat):
    reading = one(reader, told.article())
    assert contacts(reading) == WANTED
    assert not reading.refused
    hosted = reading.document.reports[1]
    assert hosted.quote == told.text.split("\n")[1]
    assert told.text[hosted.start : hosted.end] == hosted.quote
    assert hosted.place == "Oslo"
    assert hosted.claimed_by == "her office"
    assert reading.document.reports[0].initiator == reading.document.reports[0].subjects[0]
    assert "tiny" in reading.document.extracted_by
    assert "contacts.en 2" in reading.document.extracted_by
    assert chat.requests[0]["response_format"]["type"] == "json_schema"
    assert chat.headers[0]["path"] == "/v1/chat/completions"


@pytest.mark.parametrize("status", [429, 500, 503, 529])
def test_a_server_that_is_busy_is_asked_again(reader, told, chat, status):
    chat.in_turn(told.said(b"slow down", status, {"Retry-After": "0.01"}), told.said(b"", status), told.says(told.good))
    assert contacts(one(reader, told.article())) == WANTED
    assert len(chat.requests) == 3


def test_a_server_that_stays_broken_is_given_up_by_name(reader, told, chat):
    chat.in_turn(told.said(b'{"error": {"message": "out of memory"}}', 500))
    failed = one(reader, told.article(name="one.txt"))
    assert isinstance(failed, ArticleError)
    assert str(failed).startswith("one.txt: ")
    assert "500: out of memory" in str(failed)
    assert len(chat.requests) == 3


def test_a_slow_server_is_given_up_by_name(told, chat, tmp_path):
    options = Options(chat.endpoint, "tiny", pause=0.01, attempts=2, seconds=0.2)
    chat.in_turn(told.said(b"{}", wait=1.0))
    failed = one(Reader("tiny", Cache.of(tmp_path, options), options), told.article())
    assert isinstance(failed, ArticleError)
    assert "no answer within 0.2 seconds" in str(failed)


def test_a_server_that_is_not_there(told, tmp_path):
    options = Options("http://127.0.0.1:9/v1", "tiny", pause=0.01, attempts=2)
    with pytest.raises(KgError, match=r"127\.0\.0\.1:9 cannot be reached.* Start the server"):
        one(Reader("tiny", Cache.of(tmp_path, options), options), told.article())


BROKEN = '{"actors": [], "contacts": [{"evidence": "'
WRONG = {"people": ["Ingvild Rask"], "calls": 1}
WRONG_INSIDE = {"actors": ["Ingvild Rask"], "contacts": []}
NO_LIST = {"actors": {}, "contacts": {}}


@pytest.mark.parametrize("bad", [BROKEN, "", "I cannot say.", "[]", "{" * 3000, WRONG, WRONG_INSIDE, NO_LIST])
def test_an_answer_of_another_form_is_mended_in_one_round(reader, told, chat, bad):
    chat.in_turn(told.says(bad), told.says(told.good))
    assert contacts(one(reader, told.article())) == WANTED
    assert len(chat.requests) == 2
    asked = chat.requests[1]["messages"]
    assert [each["role"] for each in asked] == ["system", "user", "assistant", "user"]
    assert "could not be read" in asked[-1]["content"]


@pytest.mark.parametrize("bad", [BROKEN, "", "I cannot say.", "9" * 5000, WRONG, WRONG_INSIDE])
def test_an_answer_that_stays_of_another_form_fails_by_name(reader, told, chat, bad):
    chat.in_turn(told.says(bad))
    failed = one(reader, told.article(name="two.txt"))
    assert isinstance(failed, ArticleError)
    assert str(failed).startswith("two.txt: the answer is unusable")
    assert len(chat.requests) == 2


def test_an_answer_that_is_cut_off_says_so(reader, told, chat):
    chat.in_turn(told.says(json.dumps(told.good)[:-40], finish="length"))
    assert "cut off" in str(one(reader, told.article()))


@pytest.mark.parametrize(
    "wrapped",
    [
        "Here is the JSON you asked for:\n```json\n{}\n```\nLet me know!",
        "<think>They met {{maybe}}</think>\n{}",
        "{{Sure}} {} That is all {{really}}.",
    ],
)
def test_prose_around_an_answer_is_passed_over(reader, told, chat, wrapped):
    text = wrapped.replace("{{", "\0").replace("}}", "\1").replace("{}", json.dumps(told.good))
    chat.in_turn(told.says(text.replace("\0", "{").replace("\1", "}")))
    assert contacts(one(reader, told.article())) == WANTED
    assert len(chat.requests) == 1


def test_a_refusal_fails_by_name(reader, told, chat):
    chat.in_turn(told.says(None, refusal="I am not able to help with that."))
    assert "the model will not answer: I am not able" in str(one(reader, told.article()))


@pytest.mark.parametrize("body", [b"<html>Bad gateway</html>", b'{"choices": []}', b"null", b'{"choices": [{}]}'])
def test_what_is_no_chat_fails_by_name(reader, told, chat, body):
    chat.in_turn(told.said(body))
    assert isinstance(one(reader, told.article()), ArticleError)


def test_an_answer_of_ten_megabytes_is_not_read_to_its_end(reader, told, chat):
    chat.in_turn(told.says("x" * 10_000_000))
    failed = one(reader, told.article())
    assert isinstance(failed, ArticleError)
    assert "longer than" in str(failed)
    assert len(chat.requests) == 1


def test_a_server_without_schemas_is_asked_for_an_object_and_then_by_the_prompt_alone(reader, told, chat):
    def answer(_, sent):
        if "response_format" in sent:
            return told.said(b'{"error": "response_format is not supported"}', 400)
        return told.says(told.good)

    chat.answer = answer
    found = list(reader.readings([told.article(), told.article(name="b", title="Another")]))
    assert [contacts(each) for each in found] == [WANTED, WANTED]
    forms = [each.get("response_format", {}).get("type") for each in chat.requests]
    assert forms[-1] is None
    assert {"json_schema", "json_object"} <= set(forms)


def test_a_field_that_a_server_does_not_know_is_left_out(reader, told, chat):
    def answer(_, sent):
        if "max_tokens" in sent:
            return told.said(b'{"error": {"message": "use max_completion_tokens in place of max_tokens"}}', 400)
        if "temperature" in sent:
            return told.said(b'{"error": {"message": "temperature must be left alone"}}', 400)
        return told.says(told.good)

    chat.answer = answer
    assert contacts(one(reader, told.article())) == WANTED
    assert chat.requests[-1]["max_completion_tokens"] == 8000
    assert chat.requests[-1]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize("status", [401, 403])
def test_a_server_that_lets_nobody_in_ends_the_run_without_the_key_in_sight(chat, told, tmp_path, status):
    chat.in_turn(told.said(b'{"error": {"message": "bad key sk-secret"}}', status))
    options = Options(chat.endpoint, "tiny", key="sk-secret")
    with pytest.raises(KgError) as raised:
        one(Reader("tiny", Cache.of(tmp_path, options), options), told.article())
    assert "CONTACT_KG_LLM_KEY" in str(raised.value)
    assert "sk-secret" not in str(raised.value) + repr(options)
    assert chat.headers[0]["Authorization"] == "Bearer sk-secret"


def test_a_key_that_a_server_sends_back_is_not_shown_or_kept(chat, told, tmp_path):
    chat.in_turn(told.said(b'{"error": {"message": "quota of sk-secret is used up"}}', 402))
    options = Options(chat.endpoint, "tiny", key="sk-secret")
    reader = Reader("tiny", Cache.of(tmp_path, options), options)
    assert "quota of … is used up" in str(one(reader, told.article()))
    chat.in_turn(told.says(told.good))
    one(reader, told.article())
    assert not any(b"sk-secret" in each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())


def test_an_unknown_model_ends_the_run(reader, told, chat):
    chat.in_turn(told.said(b"not found", 404))
    with pytest.raises(KgError, match="has no model “tiny”"):
        one(reader, told.article())


def test_text_goes_to_no_other_host(reader, told, chat, monkeypatch):
    """Neither a redirect nor a proxy of the environment is followed."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    chat.in_turn(told.said(b"", 307, {"Location": "http://127.0.0.1:9/v1/chat/completions"}))
    assert "answered 307" in str(one(reader, told.article()))
    chat.in_turn(told.says(told.good))
    assert contacts(one(reader, told.article())) == WANTED


def test_one_failure_leaves_the_others(reader, told, chat):
    def answer(_, sent):
        return told.says("no" if "Title: Bad" in sent["messages"][1]["content"] else told.good)

    chat.answer = answer
    articles = [told.article(name=f"{n}", title="Bad" if n % 3 == 1 else f"Good {n}") for n in range(9)]
    found = list(reader.readings(articles))
    assert [isinstance(each, ArticleError) for each in found] == [n % 3 == 1 for n in range(9)]
    assert [each.document.article.name for each in found if not isinstance(each, ArticleError)] == list("023568")


def test_the_same_answer_every_time_and_nothing_is_asked_twice(reader, told, chat):
    articles = [told.article(name=f"{n}", title=f"Title {n}") for n in range(5)]
    first = [document_quads(each.document, block_keys) for each in reader.readings(articles)]
    asked = len(chat.requests)
    chat.in_turn(told.says({"actors": [], "contacts": []}))
    second = [document_quads(each.document, block_keys) for each in reader.readings(articles)]
    assert first == second
    assert all(first)
    assert len(chat.requests) == asked == 5


def test_another_model_is_asked_anew(reader, told, chat, tmp_path):
    one(reader, told.article())
    other = Options(chat.endpoint, "other")
    one(Reader("other", Cache.of(tmp_path / "cache", other), other), told.article())
    assert [each["model"] for each in chat.requests] == ["tiny", "other"]


def test_a_run_that_was_broken_off_has_lost_no_answer(reader, told, chat):
    articles = [told.article(name=f"{n}", title=f"Title {n}") for n in range(6)]
    running = reader.readings(articles)
    next(running)
    running.close()
    done = len(list(reader._known.folder.rglob("*.json")))
    assert done >= 1
    before = len(chat.requests)
    list(reader.readings(articles))
    assert len(chat.requests) - before <= 6 - done


def test_a_kept_answer_that_was_damaged_is_asked_for_again(reader, told, chat):
    one(reader, told.article())
    (kept,) = reader._known.folder.rglob("*.json")
    kept.write_text("{")
    assert contacts(one(reader, told.article())) == WANTED
    assert len(chat.requests) == 2


def test_no_more_tokens_are_spent_than_allowed(told, chat, tmp_path):
    options = Options(chat.endpoint, "tiny", concurrency=1, most_tokens=34_000)
    chat.in_turn(told.says({"actors": [], "contacts": []}))
    reader = Reader("tiny", Cache.of(tmp_path, options), options)
    found = list(reader.readings([told.article(name=f"{n}", title=f"Title {n}") for n in range(12)]))
    failed = [each for each in found if isinstance(each, ArticleError)]
    assert 0 < len(failed) < 12
    assert all("the limit of 34,000 tokens is reached" in str(each) for each in failed)
    assert reader.meter.sent + reader.meter.received <= 34_000
    assert len(chat.requests) == 12 - len(failed)


def test_rules_answer_what_has_no_word_of_contact(options, told, chat, tmp_path):
    reader = Reader("tiny", Cache.of(tmp_path, options), options, sparing=True)
    quiet = told.article("The harvest was poor. Rain is hoped for.", title="Rain")
    found = list(reader.readings([quiet, told.article()]))
    assert [each.silent for each in found] == [True, False]
    assert len(chat.requests) == 1
    assert not found[0].document.reports


def test_an_empty_article_is_not_asked_about(reader, told, chat):
    assert one(reader, told.article(" \n", title="")).silent
    assert not chat.requests


def test_pieces_of_a_long_article_are_joined(reader, told, chat):
    filling = "\n".join(f"Paragraph {n} tells of the harvest and the rain in the valley. " * 12 for n in range(24))
    long = told.article(f"{told.text}\n{filling}\nIt was Okoye whom Rask had rung.", name="long")

    def answer(_, sent):
        user = sent["messages"][1]["content"]
        if "It was Okoye" not in user:
            return told.says(told.good if "Ingvild" in user else {"actors": [], "contacts": []})
        again = told.called | {
            "evidence": "It was Okoye whom Rask had rung.", "subjects": ["Rask"], "objects": ["Okoye"],
            "initiator": None, "date": None, "date_words": None,
        }  # fmt: skip
        actors = [
            {"name": n, "type": "person", "country": c, "office": None, "mentions": [n]}
            for n, c in (("Rask", "NO"), ("Okoye", "NG"))
        ]
        return told.says({"actors": actors, "contacts": [again]})

    chat.answer = answer
    reading = one(reader, long)
    assert len(chat.requests) > 1
    assert contacts(reading) == WANTED
    assert len(reading.document.reports[0].also) == 1
