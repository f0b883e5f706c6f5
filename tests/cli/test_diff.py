import json

import pytest


@pytest.fixture
def two(kg, store, tmp_path):
    """The store, and one of its articles' contacts only."""
    assert kg("export", "-o", "all.nq", "--layer", "all").returncode == 0
    lines = (tmp_path / "all.nq").read_text("utf-8").splitlines()
    one = [line for line in lines if line.endswith(("article/9ab1000000000000> .", "graph/known> ."))]
    (tmp_path / "part.nq").write_text("\n".join(one) + "\n", "utf-8")
    assert kg("import", "part.nq", "--store", "two").returncode == 0
    return "two", store.name


def test_new_and_gone_contacts_are_told_in_words(kg, two):
    done = kg("diff", *two)
    assert done.stdout == "+ Abbas Araghchi called Sergey Lavrov (refused, by 2024-12-01)\n"
    assert done.stderr == "1 new, 0 gone, 0 changed\n"
    assert kg("diff", *reversed(two)).stdout.startswith("- Abbas Araghchi called")


def test_the_same_as_json_and_as_an_update(kg, two):
    found = json.loads(kg("diff", *two, "--format", "json").stdout)
    assert [one["status"] for one in found["new"]] == ["refused"]
    assert (found["gone"], found["changed"]) == ([], [])
    assert kg("diff", *two, "--format", "update").stdout.startswith("INSERT DATA")


def test_no_store_is_told_in_a_line(fails):
    assert "no store" in fails("diff", "one", "two", code=1)
