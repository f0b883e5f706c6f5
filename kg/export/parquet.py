"""Parquet for data frames: the tables of `kg.export.tables`, with types and lists."""

from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO

from kg.export.material import LeftOut, Material
from kg.export.tables import DAYS, table_of
from kg.extras import needed

_ROWS = 10_000
"""Rows written at once."""


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes Parquet; leaves no contact out."""
    arrow, parquet = needed("pyarrow"), needed("pyarrow.parquet")
    table = table_of(material)
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    kinds[tuple] = arrow.list_(arrow.string())
    days = DAYS | ({"published"} if material.asked.table == "reports" else set())
    schema = arrow.schema(
        [(name, arrow.date32() if name in days else kinds[kind]) for name, kind in table.types.items()]
    )
    with parquet.ParquetWriter(file, schema) as writer:
        rows = iter(table.rows(material))
        while batch := list(islice(rows, _ROWS)):
            columns = [
                _column(cells, field.type, arrow) for cells, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_table(arrow.Table.from_arrays(columns, schema=schema))
    return LeftOut()


def _column(cells: Iterable[Any], kind: Any, arrow: Any) -> Any:
    return arrow.array([list(cell) if isinstance(cell, tuple) else cell for cell in cells], type=kind)
