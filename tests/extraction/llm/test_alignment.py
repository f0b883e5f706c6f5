import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.llm.alignment import Aligned

TEXT = (
    "“We spoke,” said Recep Tayyip Erdoğan — in\nAnkara. "
    "Mr. Erdoğan met Hassan Rohani, Iran's leader, and Niger's envoy."
)


def found(words, text=TEXT):
    span = Aligned(text).quote(words)
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("said Recep Tayyip Erdoğan — in\nAnkara.", "said Recep Tayyip Erdoğan — in\nAnkara."),
        ('"We spoke", said Recep Tayyip Erdogan - in Ankara', "We spoke,” said Recep Tayyip Erdoğan — in\nAnkara"),
        ("MET  Hassan Rohani", "met Hassan Rohani"),
        ("We  spoke", "We spoke"),
    ],
)
def test_a_quote_may_differ_by_white_space_punctuation_and_case(words, wanted):
    assert found(words) == wanted


@pytest.mark.parametrize(
    "words", ["We talked", "spoke said Erdoğan", "ran's leader", "", "—", "Mr. Erdoğan met nobody"]
)
def test_a_quote_with_other_words_is_none(words):
    assert found(words) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Erdogan", ["Erdoğan", "Erdoğan"]),
        ("Recep Tayyip Erdogan", ["Recep Tayyip Erdoğan"]),
        ("Hassan Rouhani", ["Hassan Rohani"]),
        ("Niger", ["Niger"]),
        ("Nigeria", []),
        ("Hassan Nasrallah", []),
        ("Donald Trump", []),
        ("Iraq", []),
        ("", []),
        ("x" * 400, []),
    ],
)
def test_names_are_found_in_other_spellings_and_no_others(words, wanted):
    assert [TEXT[span.start : span.end] for span in Aligned(TEXT).names(words)] == wanted


@given(st.text(), st.text(max_size=40))
def test_whatever_is_found_lies_in_the_text(text, words):
    aligned = Aligned(text)
    for span in (*aligned.names(words), *filter(None, [aligned.quote(words)])):
        assert 0 <= span.start < span.end <= len(text)


@given(st.text(alphabet="abc .,\n'é", min_size=1), st.data())
def test_a_text_is_found_in_itself(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Aligned(text).quote(text[start:end])
    whole = not (text[max(0, start - 1) : start + 1].isalpha() and start) and not text[end - 1 : end + 1].isalpha()
    if whole and any(character.isalnum() for character in text[start:end]):
        assert span is not None
