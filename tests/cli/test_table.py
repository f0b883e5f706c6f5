from hypothesis import given
from hypothesis import strategies as st

from kg.cli.table import lines, wrapped

SENTENCE = "The two ministers spoke for an hour about the ceasefire and the border."


def drawn(columns, rows, width, below=()):
    return [line for _, line in lines(columns, rows, width, below)]


def test_long_text_is_wrapped_and_not_cut():
    table = drawn(["who", "sentence"], [["Fidan", SENTENCE]], 40)
    assert max(map(len, table)) <= 40
    assert " ".join(line[7:].strip() for line in table[1:]) == SENTENCE


def test_without_a_terminal_a_row_is_a_line():
    assert drawn(["who", "what"], [["Fidan", SENTENCE * 3]], None) == [
        "who    what",
        f"Fidan  {SENTENCE * 3}",
    ]


def test_a_line_too_short_for_all_columns_sets_them_one_below_another():
    table = drawn(["first", "second", "third"], [["a" * 12, "b" * 12, "c" * 12]], 24)
    assert table == ["first: " + "a" * 12, "second: " + "b" * 12, "third: " + "c" * 12, ""]


def test_wide_characters_take_two_places():
    assert drawn(["who", "x"], [["王毅", "1"], ["Fidan", "2"]], 40)[1:] == ["王毅   1", "Fidan  2"]


def test_rows_after_the_sample_stream():
    endless = ([str(number)] for number in iter(int, 1))
    table = lines(["n"], endless, None)
    assert [next(table)[1] for _ in range(3)] == ["n", "0", "0"]


@given(st.text(st.characters(exclude_categories=["C", "M", "Z"]) | st.just(" ")), st.integers(2, 40))
def test_wrapping_loses_no_word(text, width):
    kept = wrapped(text, width)
    assert "".join("".join(kept).split()) == "".join(text.split())


CELLS = st.text(st.characters(codec="ascii", exclude_categories=["C"]), max_size=60)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8), st.integers(20, 100))
def test_no_line_is_longer_than_the_terminal(rows, width):
    table = drawn(["one", "two", "three"], rows, width, [2])
    assert all(len(line) <= width for line in table)
