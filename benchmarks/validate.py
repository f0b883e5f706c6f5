"""How long `kg validate` takes for a large store, and what it needs of memory; pySHACL beside it on a small one.

    python benchmarks/validate.py --contacts 100000

The aim is 100,000 contacts, with their reports and articles, in less than five minutes and in memory that does
not grow with them. pySHACL holds the whole graph in memory, so it gets only as many contacts as `--beside`.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
GENERATE = ROOT / "benchmarks" / "generate.py"
PYSHACL = """
import sys
from pyshacl import validate
from rdflib import Graph
graph = Graph().parse(sys.argv[1]).parse(sys.argv[2])
validate(graph, shacl_graph=Graph().parse(sys.argv[3]))
"""


def measured(*command: str | Path) -> tuple[float, float]:
    """Seconds, and the most MB of memory that the command held."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *map(str, command)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    watched, most = psutil.Process(process.pid), 0
    while process.poll() is None:
        try:
            most = max(most, watched.memory_info().rss)
        except psutil.NoSuchProcess:
            break
        time.sleep(0.2)
    if process.wait() not in (0, 1):
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return time.perf_counter() - began, most / 1e6


@contextmanager
def store(contacts: int) -> Iterator[Path]:
    """A store with so many contacts."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "store"
        subprocess.run([sys.executable, GENERATE, made, "--contacts", str(contacts)], cwd=ROOT, check=True)
        yield made


def row(tool: str, contacts: int, seconds: float, memory: float) -> None:
    print(f"{tool:<12} {contacts:>9,} {seconds:>8.1f} {1000 * seconds / contacts:>14.2f} {memory:>8.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures kg validate.")
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--beside", type=int, default=500)
    given = parser.parse_args()
    print(f"{'':<12} {'contacts':>9} {'seconds':>8} {'ms a contact':>14} {'MB':>8}")
    with store(given.contacts) as large:
        row("kg validate", given.contacts, *measured("-m", "kg", "validate", "--store", large))
    if importlib.util.find_spec("pyshacl"):
        with store(given.beside) as small:
            file = small.parent / "graph.nt"
            subprocess.run(
                [sys.executable, "-m", "kg", "export", "--layer", "all", "-o", file, "--store", small],
                cwd=ROOT,
                check=True,
                stderr=subprocess.DEVNULL,
            )
            ontology = ROOT / "ontology"
            row("kg validate", given.beside, *measured("-m", "kg", "validate", file))
            row(
                "pySHACL",
                given.beside,
                *measured("-c", PYSHACL, file, ontology / "contacts.ttl", ontology / "shapes.ttl"),
            )


if __name__ == "__main__":
    main()
