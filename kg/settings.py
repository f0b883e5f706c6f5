"""Limits and defaults that are nobody's data, each with its unit and its reason."""

from typing import Final

STORE_VARIABLE: Final = "CONTACT_KG_STORE"
"""Environment variable that names the store where `--store` does not."""

STORE_FOLDER: Final = ".contact-kg"
"""The store where neither option nor variable names one: in the folder one works in, as `.git` is."""

AUTHOR_VARIABLE: Final = "CONTACT_KG_AUTHOR"
"""Environment variable that names who decides where `--by` does not; after it those by which git knows an author."""

QUERY_SECONDS: Final = 60.0
"""Seconds a query may take. Questions of an analyst answer within a second on 100,000 contacts; what runs for
a minute is a cross product nobody meant."""

QUERY_BYTES: Final = 4 * 2**30
"""Bytes of address space a query may take. An idle one takes half a gigabyte (threads and buffers of the
store, hardly any of it in memory), sorting a million rows as much again; four leave room on a laptop."""

QUERY_LENGTH: Final = 250_000
"""Characters of a query. The longest useful ones list some thousands of IRIs; the check for SERVICE looks at
every character several times and takes about a second for these."""

QUERY_DEPTH: Final = 200
"""Open brackets within one another. The parser is recursive: some thousands overflow its stack."""

TABLE_SAMPLE: Final = 200
"""Rows read before a table's first line is printed: column widths come from them, the others stream."""

TABLE_COLUMN: Final = 60
"""Characters up to which the cells of a column are aligned where no terminal limits the line: the sentences
that are longer stand as they are, and do not push what follows out of sight in every other row."""
