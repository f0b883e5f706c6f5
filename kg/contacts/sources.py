"""How many independent outlets report a contact."""

from collections.abc import Iterable

from kg.contacts.tellings import Telling
from kg.gazetteer import fold


def independent_sources(tellings: Iterable[Telling]) -> int:
    """Counts outlets; those that print one agency text, by its hash or the quoted sentence, count once."""
    groups: list[set[str]] = []
    for telling in tellings:
        article = telling.article
        marks = {f"article {article.id}"}
        if article.outlet:
            marks.add(f"outlet {fold(article.outlet)}")
        if article.content_hash:
            marks.add(f"hash {article.content_hash}")
        if telling.report.quote:
            marks.add(f"quote {fold(telling.report.quote)}")
        shared = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks] + [marks.union(*shared)]
    return len(groups)
