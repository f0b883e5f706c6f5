from collections import Counter

from kg.training.agreement import FEWEST, shares


def test_shares_are_those_of_the_right_ones_and_rare_signs_have_none():
    found = Counter({"all": 100, "alone, our day": 60, "told by both, our day": 38, "alone, another day": FEWEST - 1})
    right = Counter({"all": 89, "alone, our day": 45, "told by both, our day": 38})
    told = shares(right, found)
    assert told == {"all": 0.882, "alone, our day": 0.742, "told by both, our day": 0.975}
