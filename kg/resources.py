"""Finds the `ontology/` folder, in a wheel or beside a checkout."""

from functools import cache
from pathlib import Path

from kg.errors import DataError


@cache
def ontology_folder() -> Path:
    """The folder with `contacts.ttl`, `lexicon/` and `actors/`.

    A wheel carries it inside the package; in a checkout (also an editable install) it lies beside `kg/`.

    Raises:
        DataError: neither is there.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / "contacts.ttl").is_file():
            return folder
    raise DataError("the ontology folder of contact-kg is missing", "Install contact-kg again")
