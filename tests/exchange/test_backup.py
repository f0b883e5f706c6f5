import pytest
from pyoxigraph import Literal, Quad

from kg.errors import StoreError
from kg.exchange import backup, faults, restore
from kg.graph import open_reader, open_writer
from kg.graph.difference import Change
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS
from kg.pipeline import ingest


def found(store):
    with open_reader(store) as reader:
        return list(faults(reader))


def test_a_backup_is_a_whole_store_with_its_texts(made, quads_of, documented, tmp_path):
    store = made("one", documented(1), documented(2))
    backup(store, tmp_path / "saved")
    assert quads_of(tmp_path / "saved", runs=True) == quads_of(store, runs=True)
    assert found(tmp_path / "saved") == []
    with open_reader(tmp_path / "saved") as reader:
        assert reader.texts.find(f"sha256:{1:064x}") == "Text 1."


def test_a_backup_is_made_beside_a_writer(made, quads_of, documented, tmp_path):
    store = made("one", documented(1))
    with open_writer(store, "tests") as writer:
        ingest(writer, [documented(2)])
        backup(store, tmp_path / "saved")
    assert found(tmp_path / "saved") == []
    assert quads_of(tmp_path / "saved") <= quads_of(store)


def test_a_store_comes_back_from_its_backup(made, quads_of, documented, tmp_path):
    store = made("one", documented(1))
    before = quads_of(store)
    backup(store, tmp_path / "saved")
    with open_writer(store, "tests") as writer:
        ingest(writer, [documented(2)])
    with pytest.raises(StoreError, match="--force"):
        restore(tmp_path / "saved", store)
    restore(tmp_path / "saved", store, force=True)
    assert quads_of(store) == before
    with open_writer(store, "tests") as writer:
        ingest(writer, [documented(2)])
    assert len(quads_of(store)) > len(before)
    assert not list(tmp_path.glob(".one*"))


def test_a_store_that_is_being_written_is_not_replaced(made, documented, tmp_path):
    store = made("one", documented(1))
    backup(store, tmp_path / "saved")
    with open_writer(store, "kg ingest"), pytest.raises(StoreError, match="kg ingest"):
        restore(tmp_path / "saved", store, force=True)
    assert found(store) == []


@pytest.mark.parametrize("name", ["missing", "mine"])
def test_what_is_no_store_is_neither_copied_nor_replaced(made, documented, tmp_path, name):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_text("years of work")
    with pytest.raises(StoreError):
        backup(tmp_path / name, tmp_path / "saved")
    assert not (tmp_path / "saved").exists()
    with pytest.raises(StoreError):
        restore(made("one", documented(1)), tmp_path / "mine", force=True)
    assert (tmp_path / "mine" / "thesis.docx").exists()


def test_a_backup_never_replaces_anything(made, documented, tmp_path):
    (tmp_path / "saved").mkdir()
    with pytest.raises(StoreError, match="there already"):
        backup(made("one", documented(1)), tmp_path / "saved")


def test_a_copy_that_fails_leaves_nothing(made, documented, tmp_path, monkeypatch):
    store = made("one", documented(1))
    monkeypatch.setattr(
        "shutil.copytree", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(StoreError, match="No space left"):
        backup(store, tmp_path / "saved")
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def _spoilt(store, quad):
    with open_writer(store, "tests") as writer:
        writer.apply(Change(added=frozenset([quad])))
    return found(store)


def test_a_check_finds_a_contact_that_no_report_tells_of(made, documented):
    quad = Quad(minted("con", "invented"), term("rdf:type"), term("kg:Contact"), CONTACTS)
    (fault,) = _spoilt(made("one", documented(1)), quad)
    assert "con:invented" in fault
    assert "kg resolve" in fault


def test_a_check_finds_a_graph_that_is_not_ours(made, documented):
    quad = Quad(minted("con", "x"), term("rdfs:label"), Literal("x"), minted("g", "odd"))
    assert any("g:odd" in fault for fault in _spoilt(made("one", documented(1)), quad))


def test_a_check_finds_an_article_that_is_not_whole(made, documented):
    graph = minted("art", f"{1:016x}")
    quad = Quad(minted("rep", "0000000000000009-bbbbb-1"), term("kg:quote"), Literal("x"), graph)
    assert any(f"{1:016x}" in fault for fault in _spoilt(made("one", documented(1)), quad))


def test_a_check_finds_a_damaged_text(made, documented):
    store = made("one", documented(1))
    next((store / "texts").rglob("*.gz")).write_bytes(b"\x1f\x8bnot gzip at all")
    assert any("text of art:" in fault for fault in found(store))
