import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.graph.iris import PREFIXES, local_name, minted, shortened, term


@given(st.text(st.characters()))
def test_every_string_has_an_iri_of_its_own_and_comes_back(text: str) -> None:
    node = minted("act", text)
    assert local_name(node) == text
    assert node.value.isascii()
    assert NamedNode(node.value) == node


def test_plain_names_stay_as_they_are() -> None:
    assert minted("act", "hakan-fidan").value == "https://w3id.org/contact-kg/actor/hakan-fidan"
    assert minted("rep", "9ab1-a5948-1").value == "https://w3id.org/contact-kg/report/9ab1-a5948-1"


def test_a_slash_or_dots_never_lead_to_another_kind_of_thing() -> None:
    assert minted("act", "../contact/x").value.count("/") == minted("act", "x").value.count("/")
    assert not minted("act", "..").value.endswith("..")


def test_prefixed_names_go_both_ways() -> None:
    assert shortened(term("schema:url").value) == "schema:url"
    assert shortened("http://example.org/x") == "http://example.org/x"
    with pytest.raises(KeyError):
        term("nobody:knows")


def test_no_prefix_is_the_beginning_of_another() -> None:
    namespaces = list(PREFIXES.values())
    assert not [one for one in namespaces for other in namespaces if one != other and other.startswith(one)]
