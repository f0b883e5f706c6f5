"""Loading, counting and exporting a million quads, beside bare pyoxigraph in the same run, and rdflib at 100,000.

    python benchmarks/export.py [--quads 1000000] [--rdflib-quads 100000]

Each step is a process of its own, so that its peak memory is its own. The aims: N-Quads within 1.5 times bare
pyoxigraph, Turtle (sorted, the same bytes every time) within 6 times.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from generate import quads
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, serialize

KG = "https://w3id.org/contact-kg/ontology#"
QUADS_A_CONTACT = 40
"""Fewer than a contact with its reports has, so that there are always enough."""
STEPS = ("load", "count", "nquads", "turtle")


def our_load(folder: Path) -> None:
    from kg.graph import open_writer

    with open_writer(folder / "ours", "benchmark"):
        pass
    engine = Store(str(folder / "ours" / "live"))
    engine.bulk_load(path=str(folder / "in.nq"), format=RdfFormat.N_QUADS)
    del engine
    with open_writer(folder / "ours", "benchmark") as store:
        store.publish(at_once=True)


def our_count(folder: Path) -> None:
    from kg.graph import open_reader

    with open_reader(folder / "ours") as reader:
        print(json.dumps(reader.counts()), file=sys.stderr)


def _our_export(folder: Path, name: str) -> None:
    from kg.export import export
    from kg.graph import open_reader

    with open_reader(folder / "ours") as reader:
        export(reader, folder / name, layer="all", force=True)


def our_nquads(folder: Path) -> None:
    _our_export(folder, "ours.nq")


def our_turtle(folder: Path) -> None:
    _our_export(folder, "ours.ttl")


def bare_load(folder: Path) -> None:
    Store(str(folder / "bare")).bulk_load(path=str(folder / "in.nq"), format=RdfFormat.N_QUADS)


def bare_count(folder: Path) -> None:
    store = Store.read_only(str(folder / "bare"))
    classes = ("Article", "Report", "NamedActor", "Contact", "UnrealisedContact")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    counts = {name: sum(1 for _ in store.quads_for_pattern(None, kind, NamedNode(KG + name))) for name in classes}
    counts["Actor"] = len({quad.object for quad in store.quads_for_pattern(None, NamedNode(KG + "involves"), None)})
    print(json.dumps({**counts, "quads": len(store)}), file=sys.stderr)


def bare_nquads(folder: Path) -> None:
    Store.read_only(str(folder / "bare")).dump(str(folder / "bare.nq"), RdfFormat.N_QUADS)


def bare_turtle(folder: Path) -> None:
    store = Store.read_only(str(folder / "bare"))
    triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in store)
    serialize(triples, str(folder / "bare.ttl"), RdfFormat.TURTLE)


def _rdflib(folder: Path, write: str | None) -> float:
    """Loads into rdflib's memory; tells the seconds of what comes after that, for it keeps nothing on disk."""
    import rdflib

    graph = rdflib.Graph().parse(folder / "small.nt", format="nt")
    began = time.perf_counter()
    if write:
        graph.serialize(folder / f"rdflib.{write}", format=write)
    else:
        sum(1 for _ in graph.subjects(rdflib.RDF.type, rdflib.URIRef(KG + "Contact")))
    return time.perf_counter() - began


def rdflib_load(folder: Path) -> None:
    _rdflib(folder, None)


def rdflib_count(folder: Path) -> float:
    return _rdflib(folder, None)


def rdflib_nquads(folder: Path) -> float:
    return _rdflib(folder, "nt")


def rdflib_turtle(folder: Path) -> float:
    return _rdflib(folder, "turtle")


WAYS: dict[str, dict[str, Callable[[Path], float | None]]] = {
    "contact-kg": {"load": our_load, "count": our_count, "nquads": our_nquads, "turtle": our_turtle},
    "pyoxigraph": {"load": bare_load, "count": bare_count, "nquads": bare_nquads, "turtle": bare_turtle},
    "rdflib": {"load": rdflib_load, "count": rdflib_count, "nquads": rdflib_nquads, "turtle": rdflib_turtle},
}


def measured(way: str, step: str, folder: Path) -> tuple[float, float]:
    """Seconds and peak memory in MB of one step in a process of its own."""
    command = [sys.executable, __file__, "--step", way, step, "--folder", str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def peak_memory() -> float:
    """Peak memory of this process in MB; the kernel's other number counts the process that started it too."""
    try:
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except (OSError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def make(folder: Path, count: int, small: int) -> None:
    """Writes the graph as N-Quads, and a part of it for rdflib as N-Triples."""
    found = islice(quads(max(count // QUADS_A_CONTACT, 100), seed=1), count)
    serialize(found, str(folder / "in.nq"), RdfFormat.N_QUADS)
    again = islice(quads(max(count // QUADS_A_CONTACT, 100), seed=1), small)
    flat = (Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in again)
    serialize(flat, str(folder / "small.nt"), RdfFormat.N_QUADS)


def table(folder: Path, count: int, small: int) -> None:
    """Measures all and prints."""
    print(f"{'step':8}{'way':12}{'quads':>10}{'seconds':>10}{'peak MB':>10}{'times bare':>12}")
    for step in STEPS:
        bare = measured("pyoxigraph", step, folder)
        for way in WAYS:
            seconds, peak = bare if way == "pyoxigraph" else measured(way, step, folder)
            size = small if way == "rdflib" else count
            times = "" if way == "rdflib" else f"{seconds / bare[0]:.2f}"
            print(f"{step:8}{way:12}{size:>10,}{seconds:>10.2f}{peak:>10.0f}{times:>12}", flush=True)
    sizes = {name: (folder / name).stat().st_size / 1e6 for name in ("ours.nq", "bare.nq", "ours.ttl", "bare.ttl")}
    packed = len(gzip.compress((folder / "ours.nq").read_bytes(), 6)) / 1e6
    print(
        "MB written: " + ", ".join(f"{name} {size:.0f}" for name, size in sizes.items()), f"(ours.nq.gz {packed:.0f})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures loading and exporting.")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--rdflib-quads", type=int, default=100_000)
    parser.add_argument("--step", nargs=2)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.step:
        way, step = given.step
        began = time.perf_counter()
        own = WAYS[way][step](given.folder)
        seconds = time.perf_counter() - began if own is None else own
        print(seconds, peak_memory())
        return
    with tempfile.TemporaryDirectory() as name:
        make(Path(name), given.quads, given.rdflib_quads)
        table(Path(name), given.quads, given.rdflib_quads)


if __name__ == "__main__":
    main()
