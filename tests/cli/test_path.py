import json

import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_a_hop_has_its_latest_contact_and_sentence(kg):
    done = kg("path", "Fidan", "Lavrov")
    assert done.stdout == (
        "way  from         to             contacts  latest         relation  status\n"
        "1    Hakan Fidan  Sergey Lavrov  1         by 2024-11-30  called    occurred\n"
        "    Hakan Fidan rang Sergey Lavrov about the ceasefire.\n"
    )
    assert done.stderr == "1 way of 1 step\n"
    assert json.loads(kg("path", "Fidan", "Lavrov", "--format", "json").stdout) == [
        {
            "way": 1, "from": "Hakan Fidan", "to": "Sergey Lavrov", "contacts": 1, "latest": "by 2024-11-30",
            "relation": "called", "status": "occurred", "from_id": "hakan-fidan", "to_id": "sergey-lavrov",
            "contact": "9ab1000000000000-aaaaa-1",
            "sentence": "Hakan Fidan rang Sergey Lavrov about the ceasefire.",
        }
    ]  # fmt: skip


def test_only_what_occurred_joins_unless_asked_otherwise(kg):
    none = kg("path", "Lavrov", "Araghchi", "--format", "json")
    assert (none.returncode, json.loads(none.stdout)) == (0, [])
    assert kg("path", "Lavrov", "Araghchi", "--via-occurred", "--format", "json").stdout == none.stdout
    assert "no way leads" in kg("path", "Lavrov", "Araghchi").stderr
    (hop,) = json.loads(kg("path", "Lavrov", "Araghchi", "--all-statuses", "--format", "json").stdout)
    assert (hop["status"], hop["sentence"]) == ("refused", "Lavrov declined to take a call from Araghchi.")


def test_between_countries(kg):
    (hop,) = json.loads(kg("path", "Turkey", "Russia", "--format", "json").stdout)
    assert (hop["from_id"], hop["to_id"]) == ("hakan-fidan", "sergey-lavrov")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["Fidan", "Fidan"], 2, "both ends"),
        (["Fidan", "Lavrov", "--through", "places"], 2, "people, anyone"),
        (["Fidan", "Nobodyatall"], 1, "no actor"),
    ],
)
def test_a_wrong_call(fails, arguments, code, told):
    assert told in fails("path", *arguments, code=code)
