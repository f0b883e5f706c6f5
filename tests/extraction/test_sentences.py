"""Sentences with their places in the text."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.sentences import Sentence, dateline_end, sentences
from kg.model import Article


def split(text: str, title: str = "") -> tuple[Sentence, ...]:
    return sentences(Article("a", "a", text, title))


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Olander met Dr. Mera and Gen. Soto.",
        "The U.S. Secretary of State met J. Olander of Norway.",
        "They met on Nov. 29 in Ft. Saint Louis.",
        "Sen. Soto, R.-Oslo, called at 5 p.m. on Friday.",
        "Trade grew by 3.5 per cent.",
        "The letter is dated No. 7 of Jan. 3.",
        "My right hon. Friend met the Rt. Hon. Ana Mera.",
        "Maj.-Gen. Soto and Cdr. Olander left with Eng. Hamdan.",
        "They met in Sault Ste. Marie.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mera left. Olander stayed.", 2),
        ("“Mera left.” Olander stayed.", 2),
        ("Did Mera leave? Olander stayed! Nobody else did…", 3),
        ("He flew to the U.S. The president met him.", 2),
        ("He met Mera. 29 people watched.", 2),
        ("He met Mera. al-Hamdan watched.", 2),
        ("He met Mera.\nOlander watched", 2),
        ("One\n\n\n  \nTwo", 2),
        ("", 0),
        (" \n\t", 0),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_an_endless_sentence_is_cut_at_a_comma() -> None:
    text = "Mera met Olander, " * 400
    found = split(text)
    assert max(len(sentence.text) for sentence in found) <= 2_000
    assert all(sentence.text.endswith("Olander,") for sentence in found)
    assert sum(len(sentence.text.split()) for sentence in found) == len(text.split())


def test_the_title_is_a_paragraph_without_a_place_in_the_text() -> None:
    title, body = split("Mera met Olander.", "Mera meets Olander")
    assert (title.text, title.paragraph, title.offset, title.heading) == ("Mera meets Olander", 0, None, True)
    assert (body.paragraph, body.offset, body.index, body.heading) == (1, 0, 1, False)


def test_a_line_between_paragraphs_is_a_heading() -> None:
    text = "Mera met Olander.\nTalks in Oslo\nThey spoke for an hour."
    assert [sentence.heading for sentence in split(text)] == [False, True, False]


def test_a_long_line_without_a_full_stop_is_no_heading() -> None:
    (line,) = split("Mera met Olander in Oslo on Friday and then they both went on to the harbour to see the ships")
    assert not line.heading


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, Nov. 29 (Example Wire) - ",
        "OSLO (Example Wire) — ",
        "OSLO — ",
        "RIO DE JANEIRO, Brazil – ",
    ],
)
def test_a_dateline_ends_before_the_sentence(dateline: str) -> None:
    assert dateline_end(dateline + "Mera met Olander.") == len(dateline)


@pytest.mark.parametrize("text", ["Mera met Olander.", "Olander, who met Mera - twice - left.", ""])
def test_a_sentence_without_a_dateline_begins_at_its_beginning(text: str) -> None:
    assert dateline_end(text) == 0


@given(st.text(alphabet=st.sampled_from("aB.?! \n\"“”'’()1…-—,\t\u00a0é𝄞"), max_size=200), st.text(max_size=40))
def test_every_sentence_is_where_it_says(text: str, more: str) -> None:
    for title in ("", more):
        article = Article("a", "a", text + more, title)
        found = sentences(article)
        assert [sentence.index for sentence in found] == list(range(len(found)))
        for sentence in found:
            place, whole = (0, article.title) if sentence.offset is None else (sentence.offset, article.text)
            if sentence.offset is None:
                assert sentence.text in article.title
            else:
                assert whole[place : place + len(sentence.text)] == sentence.text
            assert sentence.text == sentence.text.strip() != ""


@given(st.text(alphabet=st.sampled_from("aB. \n!”"), max_size=120))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    assert "".join("".join(texts(text)).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_sentences_stand_in_order_without_overlaps(text: str) -> None:
    end = 0
    for sentence in split(text):
        assert sentence.offset is not None
        assert sentence.offset >= end
        end = sentence.offset + len(sentence.text)


def seconds(text: str) -> float:
    def once() -> float:
        start = perf_counter()
        split(text)
        return perf_counter() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize(
    "piece",
    ["a ", ". ", '."', "A. ", "…", "AB, ", "a\n", "((", "- ", "U.S. ", "Mr. ", ".", ". \u00a0"],
)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    few, many = (piece * (size // len(piece)) for size in (1_500, 24_000))
    short, long = max(seconds(few), 0.001), seconds(many)
    assert long < 16 * 5 * short
