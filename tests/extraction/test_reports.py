"""Reports and named actors of an article: their names are made from its content."""

from dataclasses import replace
from datetime import date

import pytest

from kg.extraction import read
from kg.model import Article, Document

ARTICLE = Article(
    "0123456789abcdef",
    "wire.txt",
    "Chilean President Ana Mera met Norwegian Foreign Minister Tor Olander in Lima on Friday.\n"
    "The meeting between Mera and Olander lasted an hour.\n"
    "Mera telephoned Peruvian President Manuel Ccori and wrote to Bolivian President Rosa Quintanilla on Thursday.",
    "Mera meets Olander",
    date(2024, 11, 30),
)


@pytest.fixture(scope="module")
def document() -> Document:
    return read(ARTICLE)


def test_reading_again_gives_the_same(document: Document) -> None:
    assert read(ARTICLE) == document


def test_ids_are_those_of_the_article_and_differ(document: Document) -> None:
    ids = [report.id for report in document.reports]
    assert len(set(ids)) == len(ids) >= 3
    names = [actor.id for actor in document.actors]
    assert len(set(names)) == len(names)
    assert all(id_.startswith("0123456789abcdef-") for id_ in ids + names)


def test_ids_do_not_hang_on_what_stands_around(document: Document) -> None:
    longer = read(replace(ARTICLE, text="It rained in Santiago.\n" + ARTICLE.text))
    assert [report.id for report in longer.reports] == [report.id for report in document.reports]
    assert {actor.id for actor in longer.actors} == {actor.id for actor in document.actors}


def test_another_article_has_other_ids(document: Document) -> None:
    other = read(replace(ARTICLE, id="fedcba9876543210"))
    assert not {report.id for report in other.reports} & {report.id for report in document.reports}


def test_every_quote_is_in_the_text_where_it_says(document: Document) -> None:
    for report in document.reports:
        if report.start is None:
            assert report.quote in ARTICLE.title
        else:
            assert ARTICLE.text[report.start : report.end] == report.quote
        for span in report.also:
            assert ARTICLE.text[span.start : span.end].strip() == ARTICLE.text[span.start : span.end] != ""


def test_every_participant_is_an_actor_of_the_document(document: Document) -> None:
    named = {actor.id for actor in document.actors}
    assert named == {id_ for report in document.reports for id_ in report.named}


def test_forms_are_substrings_of_the_article(document: Document) -> None:
    whole = f"{ARTICLE.title}\n{ARTICLE.text}"
    for actor in document.actors:
        assert actor.forms
        assert all(form in whole for form in actor.forms)


def test_an_event_told_three_times_is_one_report(document: Document) -> None:
    (meeting,) = [report for report in document.reports if report.relation == "met"]
    assert meeting.period.told == "2024-11-29"
    assert {ARTICLE.text[span.start : span.end] for span in meeting.also} == {
        "The meeting between Mera and Olander lasted an hour."
    }


def test_an_article_without_a_word_of_contact_is_empty() -> None:
    document = read(replace(ARTICLE, text="Prices of copper rose.", title="Copper"))
    assert (document.actors, document.reports) == ((), ())
