"""Readers beside a writer that replaces every article over and over: no error, and no part of an article."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kg.graph import open_reader
from kg.graph.iris import is_minted, term

ARTICLES = 24
READERS = 200
AT_ONCE = 8
TURNS = 10_000  # more than there is time for: the writer is killed when all have read


def test_readers_beside_a_writer_see_whole_articles(writer, whole, tmp_path: Path) -> None:
    process = writer(tmp_path, ARTICLES, TURNS)
    while "article 0" not in (line := process.stdout.readline()):
        assert line, process.stderr.read()
    while not (tmp_path / "current").exists():
        assert process.stdout.readline()
    numbers = {next(iter(whole(number, 0))).graph_name: number for number in range(ARTICLES)}

    def read(_: int) -> tuple[int, ...]:
        graphs = defaultdict(set)
        with open_reader(tmp_path) as reader:
            for quad in reader.match():
                if is_minted("art", quad.graph_name):
                    graphs[quad.graph_name].add(quad)
            reports = {quad.object for quad in reader.match(predicate=term("kg:reportedIn"))}
            missing = [report for report in reports if not any(reader.match(report, term("kg:quote")))]
        assert not missing, "a contact is told by a report that is not there"
        turns = []
        for graph, held in graphs.items():
            turn = next(int(quad.object.value.split()[1]) for quad in held if quad.predicate == term("kg:extractedBy"))
            assert held == whole(numbers[graph], turn), f"there is a part of article {numbers[graph]}"
            turns.append(turn)
        return tuple(turns)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        seen = list(pool.map(read, range(READERS)))
    assert process.poll() is None, process.stderr.read()
    print(f"{READERS} readers saw {len(set(seen))} states, up to turn {max(max(turns, default=0) for turns in seen)}")
    assert len(set(seen)) > 1, "the writer wrote nothing meanwhile"
