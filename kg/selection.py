"""Contacts chosen from a store, as a sequence of dataclasses and as what other libraries work with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from kg.contacts.columns import columns
from kg.extras import needed
from kg.model import Actor, Contact

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib

    from kg.graph import Reader


class Contacts(Sequence[Contact]):
    """Contacts in order of time; its `to_…` need the store still open, except `to_networkx`."""

    def __init__(self, contacts: Sequence[Contact], actors: Mapping[str, Actor], reader: Reader) -> None:
        self._contacts, self._actors, self._reader = tuple(contacts), actors, reader

    @overload
    def __getitem__(self, place: int) -> Contact: ...

    @overload
    def __getitem__(self, place: slice) -> Contacts: ...

    def __getitem__(self, place: int | slice) -> Contact | Contacts:
        if isinstance(place, slice):
            return Contacts(self._contacts[place], self._actors, self._reader)
        return self._contacts[place]

    def __len__(self) -> int:
        return len(self._contacts)

    def __iter__(self) -> Iterator[Contact]:
        return iter(self._contacts)

    def __repr__(self) -> str:
        return f"<{len(self)} contact{'s' if len(self) != 1 else ''}>"

    def sentences(self) -> dict[str, str]:
        """The first sentence that tells of each contact as it was, by the contact's id."""
        from kg import stored

        report_of = {contact.id: stored.telling(contact) for contact in self}
        told = stored.sentences(self._reader, report_of.values())
        return {id_: told[report] for id_, report in report_of.items() if report in told}

    def to_pandas(self) -> pd.DataFrame:
        """A data frame, one row a contact, with days as datetimes and lists as lists.

        Raises:
            KgError: pandas is not installed.
        """
        pandas = needed("pandas")
        sentences = self.sentences()
        frame = pandas.DataFrame([self._row(each, sentences) for each in self], columns=list(COLUMNS))
        for column in ("not_before", "not_after"):
            frame[column] = pandas.to_datetime(frame[column], errors="coerce")
        return frame

    def to_networkx(self) -> nx.Graph[str]:
        """The network of those that took place: see `kg.analysis.network`."""
        from kg.analysis.network import network, took_place

        return network(took_place(self), self._actors)

    def to_rdflib(self) -> rdflib.Graph:
        """A graph of these contacts with their direct triples, actors, places and reports, as in the store."""
        import rdflib
        from pyoxigraph import RdfFormat, serialize

        from kg.graph import PREFIXES
        from kg.selection_quads import quads_of

        graph = rdflib.Graph()
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace, replace=True)
        triples = (quad.triple for quad in quads_of(self._reader, self, self._actors))
        return graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")

    def _row(self, contact: Contact, sentences: Mapping[str, str]) -> list[Any]:
        known = [self._actors.get(key) or Actor(key, key, "person") for key in contact.actors]
        cells = {**columns(contact, known), "sentence": sentences.get(contact.id)}
        return [list(cell) if isinstance(cell, tuple) else cell for cell in map(cells.get, COLUMNS)]


COLUMNS = (
    "contact", "label", "relation", "status", "took_place", "date", "not_before", "not_after", "date_basis",
    "actors", "actor_ids", "countries", "place", "destination", "topics", "sources", "confidence", "sentence",
)  # fmt: skip
"""Columns of the data frame; a column that the CSV export has too is called the same."""
