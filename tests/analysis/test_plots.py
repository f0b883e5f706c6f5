"""What a picture says is read from the text in its SVG: letters are written as text here, not as shapes."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from kg.analysis.compare import Span, compare
from kg.analysis.coverage import coverage
from kg.analysis.matrix import matrix
from kg.analysis.plots import plot_compare, plot_matrix, plot_rank, plot_timeline
from kg.analysis.rank import rank
from kg.analysis.rhythm import rhythm
from kg.model import Actor

matplotlib = pytest.importorskip("matplotlib")

HOSTILE = "$\\frac{1}{0}$ \x07\u202e<b>&"


@pytest.fixture(autouse=True)
def letters():
    with matplotlib.rc_context({"svg.fonttype": "none"}):
        yield


def text_of(file):
    return " ".join("".join(each.itertext()) for each in ET.parse(file).iter() if each.tag.endswith("}text"))


@pytest.fixture
def contacts(contact):
    told = [("t1 i1", "2024-11-03"), ("t1 i1", "2024-12-03"), ("t1 r1", "2024-12-04"), ("x s1", "2024-11-05")]
    return [contact(*each) for each in told] + [contact("t1 i1", "2024-12-05", "refused")]


@pytest.fixture
def named(actors):
    return {**actors, "x": Actor("x", HOSTILE, "person", "IR")}


@pytest.fixture
def articles(article):
    return [article("2024-11-01"), article("2024-11-02", "Anka"), article("2024-12-01", HOSTILE)]


@pytest.fixture
def draw(contacts, named, articles):
    read = coverage(articles)

    def compared():
        november = Span(date(2024, 11, 1), date(2024, 11, 30))
        return compare(contacts, articles, named, november, Span(date(2024, 12, 1), None))

    return {
        "timeline": lambda file: plot_timeline(rhythm(contacts, articles), HOSTILE, file),
        "rank": lambda file: plot_rank(rank(contacts, named), read, file),
        "matrix": lambda file: plot_matrix(matrix(contacts, named), ["TR", "IR", "RU"], read, file),
        "compare": lambda file: plot_compare(compared(), compared().ties, file),
    }


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("timeline", ["since 2024-11-01", "3 articles read", "per 100 articles read", "took place"]),
        ("rank", ["3 articles read", "Anka 1", "T1 (TR)", "contacts he took part in"]),
        ("matrix", ["Turkey", "Iran", "3 articles read"]),
        ("compare", ["2024-11-01 to 2024-11-30; 2 articles read", "since 2024-12-01; 1 article read", "(new)"]),
    ],
)
def test_a_picture_tells_its_period_and_articles(draw, tmp_path, name, told):
    draw[name](tmp_path / "a.svg")
    text = text_of(tmp_path / "a.svg")
    for each in told:
        assert each in text


@pytest.mark.parametrize("name", ["timeline", "rank", "matrix", "compare"])
def test_the_same_numbers_give_the_same_bytes_and_png_as_well(draw, tmp_path, name):
    for file in ("a.svg", "b.svg", "a.png"):
        draw[name](tmp_path / file)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_name_is_never_read_as_a_formula(draw, tmp_path):
    draw["rank"](tmp_path / "a.svg")
    assert "$\\frac{1}{0}$ <b>& (IR)" in text_of(tmp_path / "a.svg")


def test_nothing_to_draw_is_still_a_picture(tmp_path):
    plot_timeline(rhythm([], []), "Nobody", tmp_path / "a.svg")
    plot_rank(rank([], {}), coverage([]), tmp_path / "b.svg")
    plot_matrix(matrix([], {}), [], coverage([]), tmp_path / "c.svg")
    nothing = compare([], [], {}, Span(None, date(2024, 1, 1)), Span(date(2024, 1, 2), None))
    plot_compare(nothing, nothing.ties, tmp_path / "d.svg")
    assert len(list(tmp_path.iterdir())) == 4
