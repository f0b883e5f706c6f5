from datetime import date

from kg.extraction import read
from kg.extraction.confidence import at_least
from kg.model import Article

TEXT = (
    "Chilean President Ana Mera met Norwegian President Tor Olander in Lima on Friday. "
    "Peruvian Prime Minister Rosa Quispe telephoned Bolivian President Luis Choque on Thursday."
)


def test_only_reports_that_are_sure_enough_stay_with_their_actors() -> None:
    document = read(Article("0" * 16, "a", TEXT, published=date(2024, 11, 30)))
    best = max(report.confidence for report in document.reports)
    sure = at_least(document, best)
    assert [report.confidence for report in sure.reports] == [best]
    assert {actor.id for actor in sure.actors} == set(sure.reports[0].named)
    assert at_least(document, 0.0) == document
    assert at_least(document, 1.01).actors == ()
