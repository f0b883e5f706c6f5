import pytest

from kg.errors import DataError
from kg.view.style import Limits, _table, style
from kg.vocabulary import vocabulary


def test_every_status_that_did_not_take_place_has_a_line():
    named = [status for line in style().line for status in line.statuses]
    assert sorted(named) == sorted(name for name, term in vocabulary().statuses.items() if not term.realised)


def test_every_family_of_relations_has_a_colour():
    named = {name for family in style().family for name in family.names}
    assert {"+".join(sorted(relation.families)) for relation in vocabulary().relations.values()} <= named


def test_a_misspelt_key_is_named():
    with pytest.raises(DataError, match=r"\[limits\]: key “actor” is unknown"):
        _table(
            Limits,
            "limits",
            {"actor": 1, "actors": 1, "label_characters": 1, "name_characters": 1, "quote_characters": 1},
        )


@pytest.mark.parametrize(("scheme", "ground"), [("light", "fbfbf9"), ("dark", "14181f")])
def test_lines_stand_out_from_the_ground(scheme, ground):
    def light(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for family in style().family:
        one, other = sorted([light(getattr(family, scheme).lstrip("#")), light(ground)])
        assert (other + 0.05) / (one + 0.05) >= 3, family.label
