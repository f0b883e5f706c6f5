"""docs/ontology.md is what docs/ontology.py makes of the ontology of today."""

import runpy
from pathlib import Path

from kg.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_as_new_as_the_ontology() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "ontology.py"))["page"]()
    assert (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8") == page, "run `make docs`"


def test_the_page_has_every_term() -> None:
    page = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    assert [term for term in vocabulary().terms if term and f"`kg:{term}`" not in page] == []
