"""The command `python -m kg.actors.holders FACTS`, which `make holders` calls."""

import sys
from pathlib import Path

from kg.actors.holders import build
from kg.errors import KgError, UsageError
from kg.resources import ontology_folder


def main(arguments: list[str]) -> None:
    """Writes the files, and removes those of countries that have no terms any more.

    Raises:
        UsageError: there is not exactly one file of facts.
    """
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        raise UsageError("which file of facts?", "python -m kg.actors.holders office_holders.csv")
    folder = ontology_folder() / "actors" / "holders"
    files = build(Path(arguments[0]), folder)
    for path in folder.glob("*.ttl"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(files) - 1} countries")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KgError as error:
        sys.exit(f"{error}")
