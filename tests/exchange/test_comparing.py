import pytest
from pyoxigraph import Store

from kg.errors import KgError
from kg.exchange import compare, opened_contacts
from kg.exchange.comparing import change_of
from kg.graph.difference import as_update


@pytest.fixture
def two(made, documented):
    return (
        made("one", documented(1), documented(3, "met", "planned")),
        made("two", documented(1, "called", extractor="x"), documented(5)),
    )


def between(one, other):
    with opened_contacts(one) as before, opened_contacts(other) as after:
        return compare(before, after)


def test_new_gone_and_changed_contacts_are_told(two):
    found = between(*two)
    assert [contact.id[:16] for contact in found.new] == [f"{5:016x}"]
    assert [contact.status for contact in found.gone] == ["planned"]
    (changed,) = found.changed
    assert changed.what == {"relation": ("met", "called")}


def test_files_and_stores_compare_alike(two, exported):
    assert between(*map(exported, two)) == between(*two)
    assert between(exported(two[0], "trig.gz"), two[0]).changed == ()


def test_a_graph_and_itself_do_not_differ(two):
    found = between(two[0], two[0])
    assert (found.new, found.gone, found.changed) == ((), (), ())


def test_an_earlier_report_renames_a_contact_but_leaves_it_the_same(made, documented):
    from dataclasses import replace

    late = documented(4)
    early = documented(2)
    same = replace(early.reports[0], period=late.reports[0].period)
    early = replace(early, reports=(same,))
    found = between(made("late", late), made("both", late, early))
    assert (found.new, found.gone) == ((), ())
    (changed,) = found.changed
    assert changed.before.id != changed.after.id
    assert "reports" in changed.what


def test_the_update_turns_one_graph_into_the_other(two, quads_of):
    engine = Store()
    engine.extend(quads_of(two[0]))
    with opened_contacts(two[0]) as before, opened_contacts(two[1]) as after:
        engine.update(as_update(change_of(before, after)))
    assert set(engine) == quads_of(two[1])


def test_a_flattened_file_is_refused(tmp_path, two):
    (tmp_path / "a.ttl").write_text("")
    with pytest.raises(KgError, match="N-Quads or TriG"):
        between(tmp_path / "a.ttl", two[0])
