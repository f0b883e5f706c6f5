import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, Quad

from kg.errors import StoreError
from kg.graph import open_reader, open_writer
from kg.graph.difference import Change
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS

ROOT = Path(__file__).parents[2]


def fact(number: int) -> Quad:
    return Quad(minted("act", f"a{number}"), term("rdfs:label"), Literal(f"actor {number}"), CONTACTS)


def adding(number: int) -> Change:
    return Change(added=frozenset([fact(number)]))


def child(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stdin=subprocess.PIPE)


HOLD = """
import sys
from kg.graph import open_writer
with open_writer(sys.argv[1], "kg ingest archive/"):
    print("writing", flush=True)
    sys.stdin.readline()
"""


KILLED = """
import os, signal, sys
from pyoxigraph import Literal, Quad
from kg.graph import open_writer
from kg.graph.difference import Change
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS
with open_writer(sys.argv[1], "kg ingest") as writer:
    quad = Quad(minted("act", "a1"), term("rdfs:label"), Literal("actor 1"), CONTACTS)
    writer.apply(Change(added=frozenset([quad])))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_written_is_there_for_the_next_reader_and_writer(tmp_path: Path) -> None:
    store = tmp_path / "new" / "store"
    with open_writer(store, "test") as writer:
        writer.apply(adding(1))
    with open_reader(store) as reader:
        assert set(reader.quads()) == {fact(1)}
    with open_writer(store, "test") as writer:
        writer.apply(Change(removed=frozenset([fact(1)]), added=frozenset([fact(2)])))
    with open_reader(store) as reader:
        assert set(reader.quads(CONTACTS)) == {fact(2)}


def test_a_second_writer_is_told_who_writes_and_readers_go_on(tmp_path: Path) -> None:
    with open_writer(tmp_path, "test") as writer:
        writer.apply(adding(1))
    holder = child(HOLD, tmp_path)
    try:
        assert holder.stdout.readline() == "writing\n"
        with pytest.raises(StoreError) as refused, open_writer(tmp_path, "kg ingest more.txt"):
            pass
        assert f"process {holder.pid} on " in refused.value.message
        assert "kg ingest archive/" in refused.value.message
        assert "readers go on" in refused.value.hint
        with open_reader(tmp_path) as reader:
            assert set(reader.quads()) == {fact(1)}
    finally:
        holder.communicate("\n", timeout=30)
    with open_writer(tmp_path, "test") as writer:
        writer.apply(adding(2))


def test_a_writer_in_the_same_process_is_refused_too(tmp_path: Path) -> None:
    with (
        open_writer(tmp_path, "test"),
        pytest.raises(StoreError, match=f"process {os.getpid()}"),
        open_writer(tmp_path, "test"),
    ):
        pass


def test_a_dead_writer_stands_in_nobodys_way_and_its_work_is_shown(tmp_path: Path) -> None:
    killed = child(KILLED, tmp_path)
    assert killed.wait(30) == -signal.SIGKILL
    assert json.loads((tmp_path / "writer.json").read_text())["pid"] == killed.pid
    with open_writer(tmp_path, "test"), open_reader(tmp_path) as reader:
        assert set(reader.quads()) == {fact(1)}


def test_an_error_in_the_middle_shows_what_was_written_before(tmp_path: Path) -> None:
    with contextlib.suppress(RuntimeError), open_writer(tmp_path, "test") as writer:
        writer.apply(adding(1))
        raise RuntimeError
    with open_reader(tmp_path) as reader:
        assert set(reader.quads()) == {fact(1)}


def test_a_reader_keeps_what_it_sees_while_the_writer_goes_on(tmp_path: Path) -> None:
    with open_writer(tmp_path, "test") as writer:
        writer.apply(adding(0))
    with open_reader(tmp_path) as reader, open_writer(tmp_path, "test") as writer:
        for number in range(1, 6):
            writer.apply(adding(number))
            writer.publish(at_once=True)
        assert set(reader.quads()) == {fact(0)}
        assert set(pyoxigraph.Store.read_only(str(reader.path))) == {fact(0)}
        with open_reader(tmp_path) as later:
            assert len(set(later.quads())) == 6


def test_old_snapshots_go_when_nobody_reads_them(tmp_path: Path) -> None:
    with open_writer(tmp_path, "test") as writer:
        for number in range(5):
            writer.apply(adding(number))
            writer.publish(at_once=True)
    assert len(list((tmp_path / "snapshots").iterdir())) == 2


def test_a_reader_that_was_killed_holds_no_snapshot(tmp_path: Path) -> None:
    with open_writer(tmp_path, "test") as writer:
        writer.apply(adding(0))
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait(30)
    with open_reader(tmp_path) as reader:
        (holder,) = (tmp_path / "snapshots").glob("*.reader")
        snapshot, token = reader.path.name, holder.name.split(".")[-2]
        host = holder.name.removeprefix(f"{snapshot}.").rsplit(".", 3)[0]
        (tmp_path / "snapshots" / f"{snapshot}.{host}.{dead.pid}.{token}.reader").touch()
    with open_writer(tmp_path, "test") as writer:
        for number in range(5):
            writer.apply(adding(number + 1))
            writer.publish(at_once=True)
    assert len(list((tmp_path / "snapshots").iterdir())) == 2


def test_a_folder_of_something_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"")
    for attempt in (lambda: open_writer(tmp_path, "test").__enter__(), lambda: open_reader(tmp_path)):
        with pytest.raises(StoreError, match="is not a store"):
            attempt()
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError), open_writer(tmp_path / "file", "test"):
        pass
    with pytest.raises(StoreError):
        open_reader(tmp_path / "file")


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as missing:
        open_reader(tmp_path / "nowhere")
    assert "kg ingest" in missing.value.hint
    assert not (tmp_path / "nowhere").exists()


def test_a_store_of_another_format_is_refused(tmp_path: Path) -> None:
    with open_writer(tmp_path, "test"):
        pass
    (tmp_path / "contact-kg-store.json").write_text('{"format": 99}')
    with pytest.raises(StoreError, match="format 99"):
        open_reader(tmp_path)


def test_a_damaged_store_is_told_so(tmp_path: Path) -> None:
    with open_writer(tmp_path, "test") as writer:
        writer.apply(adding(1))
    (tmp_path / "live" / "CURRENT").write_text("nothing")
    with pytest.raises(StoreError, match="damaged"), open_writer(tmp_path, "test"):
        pass


def test_texts_are_kept_beside_the_graph(tmp_path: Path) -> None:
    hash_ = "sha256:" + "ab" * 32
    with open_writer(tmp_path, "test") as writer:
        writer.texts.keep(hash_, "They met.\nÖ \ud800")
        writer.texts.keep("../../evil", "text")
    with open_reader(tmp_path) as reader:
        assert reader.texts.find(hash_) == "They met.\nÖ \ud800"
        assert reader.texts.find("../../evil") == "text"
        assert reader.texts.find("sha256:" + "00" * 32) is None
    assert all(tmp_path in path.parents for path in tmp_path.rglob("*.gz"))
    assert len(list((tmp_path / "texts").rglob("*.gz"))) == 2
