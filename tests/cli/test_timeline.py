import json
import os

import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_a_line_for_each_month(kg):
    done = kg("timeline", "Fidan", "--all-statuses")
    assert done.stdout == (
        "month    contacts  articles  per 100 articles\n"
        "2024-11  1         1         100.0             #\n"
        "2024-12  1         1         100.0             .\n"
    )
    assert "articles read since 2024-11-01: 2: Anka 1, Bosphorus Post 1" in done.stderr


def test_by_default_only_what_took_place(kg):
    assert "2024-12  0         1         0.0" in kg("timeline", "Fidan").stdout


def test_with_somebody(kg):
    found = json.loads(kg("timeline", "Fidan", "Lavrov", "--format", "json").stdout)
    assert [(beat["month"], beat["contacts"]) for beat in found] == [("2024-11", 1), ("2024-12", 0)]
    assert found[0] == {
        "month": "2024-11", "first": "2024-11-01", "last": "2024-11-30", "contacts": 1, "took_place": 1,
        "articles": 1, "per_100_articles": 100.0, "outlets": ["Anka 1"],
    }  # fmt: skip
    none = json.loads(kg("timeline", "Fidan", "Araghchi", "--format", "json").stdout)
    assert sum(beat["contacts"] for beat in none) == 0


def test_by_week_and_between_days(kg):
    done = kg("timeline", "Türkiye", "--by", "week", "--since", "2024-11", "--until", "2024-11-30", "--format", "csv")
    assert done.stdout == (
        "week,first,last,contacts,took_place,articles,per_100_articles,outlets\n"
        "2024-W48,2024-11-25,2024-12-01,1,1,1,100.0,Anka 1\n"
    )


def test_it_fits_the_terminal(kg, monkeypatch):
    monkeypatch.setitem(os.environ, "COLUMNS", "60")
    assert max(map(len, kg("timeline", "Fidan").stdout.splitlines())) <= 60


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_a_plot(kg, tmp_path, suffix):
    done = kg("timeline", "Fidan", "--plot", f"a.{suffix}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"a.{suffix}").stat().st_size > 1000
    assert f"written to a.{suffix}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["Fidan", "--by", "day"], 2, "month, week"),
        (["Fidan", "--since", "yesterday"], 2, "YYYY-MM-DD"),
        (["Fidan", "--plot", "a.jpg"], 2, ".png or .svg"),
        (["Fidan", "--plot", "nowhere/a.png"], 1, "no folder"),
        (["Nobodyatall"], 1, "no actor"),
    ],
)
def test_a_wrong_call(kg, arguments, code, told):
    done = kg("timeline", *arguments)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
