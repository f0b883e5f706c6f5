from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.llm.pieces import MOST, pieces
from kg.model import Article

PARAGRAPH = st.lists(st.sampled_from(["He met her.", "They spoke for hours, it was said.", "No."]), min_size=1).map(
    " ".join
)


def article(text):
    return Article("0" * 16, "a", text)


def test_a_usual_article_is_one_piece():
    assert [(p.start, p.end) for p in pieces(article("He met her.\nThey spoke."))] == [(0, 23)]
    assert len(pieces(article("x" * MOST))) == 1


@given(st.lists(PARAGRAPH).map("\n".join), st.integers(60, 400))
def test_pieces_hold_the_whole_text_and_are_short_enough(text, most):
    found = pieces(article(text), most)
    assert all(p.end - p.start <= most for p in found)
    told = {i for p in found for i in range(p.start, p.end)}
    assert all(i in told for i, character in enumerate(text) if not character.isspace())
    assert [p.start for p in found] == sorted(p.start for p in found)


def test_neighbours_share_a_paragraph():
    lines = [f"Paragraph {n} is here. " * 20 for n in range(60)]
    found = pieces(article("\n".join(lines)), 3_000)
    assert len(found) > 5
    assert all(later.start < before.end for before, later in pairwise(found))


def test_a_paragraph_without_end_is_cut_at_its_sentences():
    found = pieces(article("They met and spoke. " * 3_000), 5_000)
    assert all(p.end - p.start <= 5_000 for p in found)
    assert found[-1].end > 59_000
