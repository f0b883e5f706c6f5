import json

import pytest

pytestmark = pytest.mark.usefixtures("store")

PERIODS = ("--since", "2024-11", "--until", "2024-11", "--and-since", "2024-12-01", "--and-until", "2024-12-31")


def test_the_articles_read_stand_above_the_ties(kg):
    done = kg("compare", *PERIODS)
    assert [line.split() for line in done.stdout.splitlines()] == [
        "change one other before after per_100_before per_100_after chance".split(),
        "articles read all outlets 1 1".split(),
        "articles read Anka 1 0".split(),
        "articles read Bosphorus Post 0 1".split(),
        "lost Hakan Fidan Sergey Lavrov 1 0 100.0 0.0 1.0".split(),
    ]
    assert "before: since 2024-11-01 until 2024-11-30" in done.stderr


def test_as_json(kg):
    found = json.loads(kg("compare", *PERIODS, "--by", "country", "--format", "json").stdout)
    assert found[-1] == {
        "change": "lost", "one": "Russia", "other": "Turkey", "before": 1, "after": 0, "per_100_before": 100.0,
        "per_100_after": 0.0, "chance": 1.0, "one_id": "RU", "other_id": "TR",
    }  # fmt: skip


def test_only_some_changes(kg):
    assert "lost" not in kg("compare", *PERIODS, "--only", "new").stdout


def test_a_plot(kg, tmp_path):
    assert kg("compare", *PERIODS, "--plot", "change.svg").returncode == 0
    assert (tmp_path / "change.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "share days"),
        (["--since", "2024-11-01", "--and-since", "2024-12-01"], "share days"),
        ([*PERIODS, "--only", "newer"], "Did you mean new?"),
    ],
)
def test_a_wrong_call(fails, arguments, told):
    assert told in fails("compare", *arguments, code=2)
