import pytest

from kg.view import around


@pytest.mark.parametrize(
    ("depth", "within", "outside"),
    [
        (1, "Najib Mikati", "Sergey Lavrov called"),
        (2, "Sergey Lavrov", "Wang Yi"),
    ],
)
def test_the_contacts_within_so_many_steps(week, depth, within, outside):
    labels = [contact.label for contact in around(week.contacts, ["najib-mikati"], depth)]
    assert any(within in label for label in labels)
    assert not any(outside in label for label in labels)


def test_counterparts_keep_their_contacts_with_each_other(week):
    found = around(week.contacts, ["hakan-fidan"], 1)
    assert any({"sergey-lavrov", "abbas-araghchi"} <= set(contact.actors) for contact in found)


def test_a_visit_of_the_centre_to_a_place_belongs_to_it(week):
    found = around(week.contacts, ["abbas-araghchi"], 1)
    assert any(contact.destination and contact.destination.name == "Damascus" for contact in found)
