from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.view.evidence import Evidence, marks
from kg.view.style import style


def _marked(quote, *participants):
    units = quote.encode("utf-16-le")
    return [units[2 * a : 2 * b].decode("utf-16-le") for a, b in marks(quote, participants)]


def test_every_participant_is_marked_by_the_longest_form():
    quote = "Foreign Minister Hakan Fidan rang Lavrov; Fidan was brief"
    assert _marked(quote, ["Fidan", "Hakan Fidan"], ["Lavrov", "Sergey Lavrov"]) == ["Hakan Fidan", "Lavrov", "Fidan"]


def test_a_form_inside_a_word_is_not_marked():
    assert _marked("Iranian officials left Iran", ["Iran"]) == ["Iran"]


def test_marks_count_as_browsers_do():
    assert _marked("\U0001f600 Fidan \U0001f600 Lavrov", ["Fidan"], ["Lavrov"]) == ["Fidan", "Lavrov"]


@given(st.text(max_size=60), st.lists(st.lists(st.text(max_size=8), max_size=3), max_size=3))
def test_marks_never_overlap_and_lie_in_the_quote(quote, participants):
    found = marks(quote, participants)
    ends = [0, *(end for pair in found for end in pair), len(quote.encode("utf-16-le", "surrogatepass")) // 2]
    assert ends == sorted(ends)


def test_a_sentence_and_an_article_are_kept_once(made):
    contacts, actors, (document,) = made()
    (report,) = document.reports
    again = replace(report, id=f"{document.article.id}-00001-2")
    evidence = Evidence([replace(document, reports=(report, again))], style(), quotes=True)
    first, second = evidence.of(replace(contacts[0], reports=(report.id, again.id)), actors)
    assert first["quote"] == second["quote"] == 0
    assert first["article"] == second["article"] == 0
    assert len(evidence.quotes) == len(evidence.articles) == 1


def test_without_quotes_there_is_none_to_leak(made):
    contacts, actors, documents = made(quote="secret words")
    evidence = Evidence(documents, style(), quotes=False)
    assert "quote" not in evidence.of(contacts[0], actors)[0]
    assert evidence.quotes == []
