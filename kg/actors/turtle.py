"""Facts as Turtle, in the one order and form of the files that are shipped."""

from collections.abc import Iterable


def block(subject: str, facts: Iterable[tuple[str, str]]) -> str:
    """All facts of one subject."""
    return f"{subject} " + " ;\n    ".join(f"{key} {value}" for key, value in facts) + " .\n"


def text(plain: str) -> str:
    """A literal."""
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def day(told: str) -> str:
    """A day as a date; a month or year, which are no dates, as they are told."""
    return f'"{told}"^^xsd:date' if len(told) == len("2024-11-30") else f'"{told}"'
