from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad, Store

from kg.graph.difference import as_update, difference
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS, IDENTITY

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
quads = st.builds(
    Quad,
    st.builds(minted, st.just("act"), texts),
    st.sampled_from([term("rdfs:label"), term("kg:because")]),
    st.builds(Literal, texts),
    st.sampled_from([CONTACTS, IDENTITY]),
)


@given(st.frozensets(quads, max_size=5), st.frozensets(quads, max_size=5))
def test_the_update_turns_the_old_quads_into_the_new(old: frozenset[Quad], new: frozenset[Quad]) -> None:
    store = Store()
    store.extend(old)
    change = difference(old, new)
    if change:
        store.update(as_update(change))
    assert set(store) == new
    assert len(change) == len(old ^ new)


def test_text_that_looks_like_an_update_stays_text() -> None:
    evil = Quad(minted("act", "x"), term("rdfs:label"), Literal('\\u0022 } } ; DROP ALL ; "" #'), CONTACTS)
    store = Store()
    store.add(Quad(minted("act", "y"), term("rdfs:label"), Literal("y"), CONTACTS))
    store.update(as_update(difference((), [evil])))
    assert len(store) == 2
    assert evil in store
