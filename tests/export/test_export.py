from importlib import import_module

import pytest

from kg.errors import ExportError
from kg.export import FORMATS, LAYERS, export


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_chosen_by_name_and_by_suffix(reader, tmp_path, name):
    if FORMATS[name].folder:
        pytest.skip("a folder has no suffix; see test_neo4j.py")
    if FORMATS[name].extra:
        pytest.importorskip("pyarrow", reason="pip install 'contact-kg[tables]'")
    suffix = FORMATS[name].suffixes[0]
    export(reader, tmp_path / f"a{suffix.upper()}")
    export(reader, tmp_path / "b", format=name)
    assert (tmp_path / f"a{suffix.upper()}").read_bytes() == (tmp_path / "b").read_bytes() != b""


def test_no_two_formats_share_a_suffix():
    suffixes = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_writer(name):
    assert callable(import_module(FORMATS[name].module).write)
    assert set(FORMATS[name].layers) <= set(LAYERS)


@pytest.mark.parametrize("path", ["graph.xyz", "graph"])
def test_an_unknown_suffix_is_answered_with_the_formats(reader, tmp_path, path):
    with pytest.raises(ExportError) as caught:
        export(reader, tmp_path / path)
    assert "turtle (.ttl .turtle)" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_or_layer_is_answered_with_those_that_exist(reader, tmp_path):
    with pytest.raises(ExportError, match="Formats: turtle, "):
        export(reader, tmp_path / "a", format="excel")
    with pytest.raises(ExportError, match="Layers: contacts, said, all"):
        export(reader, tmp_path / "a.ttl", layer="everything")


def test_a_format_that_cannot_hold_the_layer_says_which_can(reader, tmp_path):
    with pytest.raises(ExportError, match="turtle, ntriples, trig, nquads"):
        export(reader, tmp_path / "a.csv", layer="all")


def test_a_file_that_is_there_is_kept_unless_forced(reader, tmp_path):
    file = tmp_path / "a.ttl"
    file.write_text("mine")
    with pytest.raises(ExportError, match="--force"):
        export(reader, file)
    assert file.read_text() == "mine"
    export(reader, file, force=True)
    assert "kg:Contact" in file.read_text()


def test_a_write_that_fails_half_way_leaves_nothing(reader, tmp_path, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ExportError, match="No space left"):
        export(reader, tmp_path / "a.ttl")
    assert list(tmp_path.iterdir()) == []


def test_a_dash_is_standard_output(reader, capfdbinary):
    export(reader, "-", format="ntriples")
    assert capfdbinary.readouterr().out.count(b"\n") > 30


def test_a_folder_that_is_missing_is_named(reader, tmp_path):
    with pytest.raises(ExportError, match="there is no folder"):
        export(reader, tmp_path / "none" / "a.ttl")
