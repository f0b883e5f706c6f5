"""How long questions take: through `kg`, the same SPARQL in bare pyoxigraph, and in rdflib's memory.

    python benchmarks/queries.py SMALL_STORE [LARGE_STORE ...] [--rdflib] [--cpu]

The stores are made by `benchmarks/generate.py`. "kg" is `kg.queries.ask` or `kg.queries.finding.find` in this
process, child process and all; "kg contacts" at the end is the command, from its start to its last line.
"""

import argparse
import multiprocessing
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph import Reader, open_reader
from kg.graph.iris import local_name, minted, term
from kg.graph.store import nodes_of
from kg.model import Actor
from kg.queries import Limits, ask
from kg.queries.catalogue import NamedQuery, named_queries
from kg.queries.filters import Wanted
from kg.queries.finding import find
from kg.queries.run import Term
from kg.queries.values import Value

RUNS = 3
LONGEST = 60.0  # seconds; what takes longer is shown as that
ENOUGH = 5.0  # seconds after which a question is not asked again
PATIENCE = 30.0  # seconds that rdflib gets for a question
ROWS = 20  # of a list of contacts
DECEMBER = '"2024-12-01"^^<http://www.w3.org/2001/XMLSchema#date>'
LIST = """PREFIX kg: <https://w3id.org/contact-kg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?c ?label ?relation ?status ?from ?to ?n ?sure WHERE {{ {pattern}
  ?c rdfs:label ?label ; kg:relation ?relation ; kg:status ?status ; kg:sources ?n ; kg:confidence ?sure
  OPTIONAL {{ ?c kg:notAfter ?to }} OPTIONAL {{ ?c kg:notBefore ?from }}
}} ORDER BY COALESCE(?from, ?to) ?c LIMIT {rows}"""
"""What `kg contacts` looks for, as a user of the engine alone would write it."""


def seconds() -> float:
    """Of this process and its children, in which only they are counted, whatever else the machine does."""
    return sum(os.times()[:4])


clock = time.perf_counter


def shortest(*works: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Seconds of the quickest run of each, taken in turn, so that what else the machine does counts least."""
    times: list[list[float]] = [[] for _ in works]
    while len(times[0]) < runs and not any(sum(each) > ENOUGH for each in times):
        for work, taken in zip(works, times, strict=True):
            began = clock()
            work()
            taken.append(clock() - began)
    return [min(each) for each in times]


def values(query: NamedQuery, who: Actor, other: Actor) -> dict[str, Value]:
    """Something to ask for: an actor with a middling number of contacts, or another."""
    given = {"who": who.name, "one": who.name, "other": other.name, "country": who.country or "", "about": "syria"}
    given |= {"with": other.country or "", "where": "ankara", "since": "2024-06-01", "as_of": "2024-12-31"}
    return query.bindings({each.name: given[each.name] for each in query.parameters if each.name in given})


def through_us(reader: Reader, query: NamedQuery, bound: dict[str, Value]) -> int:
    with ask(reader.path, query.text, bindings=bound, limits=Limits(seconds=LONGEST), rows="csv") as answer:
        return sum(len(chunk) for chunk in answer.chunks())


def bare(reader: Reader, query: NamedQuery, bound: dict[str, Value]) -> int:
    """The engine alone on the same files, opened anew as a user's script would."""
    store = ox.Store.read_only(str(reader.path))
    substitutions: dict[ox.Variable, Term] = {ox.Variable(name): value for name, value in bound.items()}
    return _answered(store.query(query.text, use_default_graph_as_union=True, substitutions=substitutions))


def bare_list(reader: Reader, pattern: str) -> int:
    """The first contacts with a pattern, by the engine alone."""
    store = ox.Store.read_only(str(reader.path))
    return _answered(store.query(LIST.format(pattern=pattern, rows=ROWS), use_default_graph_as_union=True))


def _answered(found: object) -> int:
    assert isinstance(found, ox.QuerySolutions)
    return len(found.serialize(format=ox.QueryResultsFormat.CSV) or b"")


def patient(work: Callable[[], object]) -> float | None:
    """Seconds that the work takes in a copy of this process; None where it takes longer than `PATIENCE`."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()

    def measured() -> None:
        began = clock()
        work()
        theirs.send(clock() - began)

    process = context.Process(target=measured)
    process.start()
    taken: float | None = ours.recv() if ours.poll(PATIENCE) else None
    process.kill()
    process.join()
    return taken


def row(question: str, ours: float, engine: float, slow: str = "") -> None:
    good = "" if ours <= 1.2 * engine + 0.1 else "  over 1.2 x bare + 0.1"
    print(f"{question:26}{ours:9.3f}{engine:9.3f}{slow:>9}{good}", flush=True)


def compare(folder: Path, with_rdflib: bool) -> None:
    """Prints the table of one store."""
    with open_reader(folder) as reader:
        contacts = sum(reader.counts()[name] for name in ("Contact", "UnrealisedContact"))
        found = Counter(map(local_name, nodes_of(reader.match(predicate=term("kg:involves")))))
        actors = find(reader, Wanted()).actors
        ranked = [actors[id_] for id_, _ in found.most_common() if actors[id_].type == "person"]
        who, most = ranked[len(ranked) // 2], ranked[0]
        memory = _in_rdflib(reader) if with_rdflib else None
        unit = "CPU seconds" if clock is seconds else "seconds"
        print(f"\n{contacts:,} contacts, {reader.counts()['quads']:,} quads; {unit}, best of {RUNS}")
        print(f"{'question':26}{'kg':>9}{'bare':>9}{'rdflib':>9}")
        for query in named_queries().values():
            bound = values(query, who, most)
            try:
                ours, engine = shortest(
                    lambda: through_us(reader, query, bound),  # noqa: B023
                    lambda: bare(reader, query, bound),  # noqa: B023
                )
            except QueryError:
                print(f"{query.name:26}{f'>{LONGEST:.0f}':>9}")
                continue
            slow = patient(lambda: memory(query, bound)) if memory else None  # noqa: B023
            row(query.name, ours, engine, f"{slow:.2f}" if slow else f">{PATIENCE:.0f}" if memory else "")
        for label, (wanted, pattern) in _filters(who, most).items():
            ours, engine = shortest(
                lambda: list(find(reader, wanted, limit=ROWS).contacts),  # noqa: B023
                lambda: bare_list(reader, pattern),  # noqa: B023
            )
            row(f"contacts {label}", ours, engine)
    for label, actor in (("middling", who), ("busiest", most)):
        asked = ["contacts", "--store", str(folder), "--who", f"act:{actor.id}"]
        version, plain, limited = shortest(
            lambda: _kg("--version"),
            lambda: _kg(*asked),  # noqa: B023
            lambda: _kg(*asked, "--limit", "20"),  # noqa: B023
            runs=7,
        )
        print(
            f"kg contacts --who, {label} actor ({found[actor.id]:,} contacts): {plain * 1000:.0f} ms, "
            f"with --limit 20 {limited * 1000:.0f} ms; kg --version {version * 1000:.0f} ms"
        )


def _filters(who: Actor, most: Actor) -> dict[str, tuple[Wanted, str]]:
    one, other = f"?c kg:involves {minted('act', who.id)} .", f"?c kg:involves {minted('act', most.id)} ."
    told = '{ ?c kg:topic ?told } UNION { ?c kg:reportedIn/kg:quote ?told } FILTER(CONTAINS(LCASE(?told), "syria"))'
    state = minted("c", who.country or "")
    return {
        "--who": (Wanted(who=(f"act:{who.id}",)), one),
        "--between": (Wanted(who=(f"act:{who.id}", f"act:{most.id}")), f"{one} {other}"),
        "--country": (Wanted(countries=(who.country or "",)), f"?c kg:involves/kg:country {state} ."),
        "--status": (Wanted(statuses=frozenset(["disputed"])), "?c kg:status kg:disputed ."),
        "--relation": (Wanted(relations=frozenset(["summoned"])), "?c kg:relation kg:summoned ."),
        "--place": (Wanted(places=("Ankara",)), '?c kg:place|kg:destination ?p . ?p rdfs:label "Ankara" .'),
        "--since": (Wanted(since=date(2024, 12, 1)), f"?c kg:notAfter ?by FILTER(?by >= {DECEMBER})"),
        "--min-sources 4": (Wanted(min_sources=4), "?c kg:sources ?many FILTER(?many >= 4)"),
        "--about": (Wanted(about=("Syria",)), told),
        "(all)": (Wanted(), ""),
    }


def _in_rdflib(reader: Reader) -> Callable[[NamedQuery, dict[str, Value]], int]:
    from rdflib import Dataset
    from rdflib.util import from_n3

    dataset = Dataset(default_union=True)
    lines = ox.serialize(reader.quads(), format=ox.RdfFormat.N_QUADS) or b""
    dataset.parse(data=lines.decode(), format="nquads")

    def asked(query: NamedQuery, bound: dict[str, Value]) -> int:
        given: dict[str, Any] = {name: from_n3(str(value)) for name, value in bound.items()}
        return len(list(dataset.query(query.text, initBindings=given)))

    return asked


def _kg(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "kg", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Compares the time questions take.")
    parser.add_argument("stores", type=Path, nargs="+")
    parser.add_argument("--rdflib", action="store_true", help="compare the first with rdflib too (minutes)")
    parser.add_argument("--cpu", action="store_true", help="seconds of work, not of waiting: for a busy machine")
    given = parser.parse_args()
    if given.cpu:
        global clock
        clock = seconds
    for number, folder in enumerate(given.stores):
        compare(folder, with_rdflib=given.rdflib and number == 0)


if __name__ == "__main__":
    main()
