"""What `kg extract --format jsonl` prints of an article."""

import json
from datetime import date

from kg.extraction.record import contact_records
from kg.model import Article, Document, NamedActor, Period, Report

ADA = NamedActor("a-1", "Ada Okonjo", "person", "NG", "foreign minister", ("Ada Okonjo", "Okonjo"))
BUDAPEST = NamedActor("a-2", "Budapest", "place", "HU", None, ("Budapest",))


def record(period: Period) -> dict[str, object]:
    text = "Okonjo flew to Budapest."
    article = Article("a", "wire-7.txt", text, "Okonjo travels", date(2024, 11, 30), "Example Wire")
    report = Report("a-1-1", "visited", "occurred", ("a-1",), ("a-2",), period, text, 0, 24, "visited.flew", 0.8)
    printed = json.loads(json.dumps(contact_records(Document(article, (ADA, BUDAPEST), (report,), "rules"))))
    assert isinstance(printed, dict)
    return printed


def test_an_article_is_one_object_with_its_contacts() -> None:
    assert record(Period.of("2024-11-29")) == {
        "id": "wire-7.txt",
        "title": "Okonjo travels",
        "date": "2024-11-30",
        "source": "Example Wire",
        "contacts": [
            {
                "subjects": [
                    {
                        "name": "Ada Okonjo",
                        "type": "person",
                        "country": "NG",
                        "mentions": ["Ada Okonjo", "Okonjo"],
                    }
                ],
                "objects": [{"name": "Budapest", "type": "place", "country": "HU", "mentions": ["Budapest"]}],
                "relation": "visited",
                "status": "occurred",
                "date": "2024-11-29",
                "date_basis": "stated",
                "not_before": "2024-11-29",
                "not_after": "2024-11-29",
                "place": None,
                "topics": [],
                "claimed_by": None,
                "evidence": "Okonjo flew to Budapest.",
                "start": 0,
                "end": 24,
                "frame": "visited.flew",
                "confidence": 0.8,
            }
        ],
    }


def dates(period: Period) -> list[object]:
    contacts = record(period)["contacts"]
    assert isinstance(contacts, list)
    return [contacts[0][key] for key in ("date", "date_basis", "not_before", "not_after")]


def test_the_date_is_the_best_day_or_month_known() -> None:
    assert dates(Period.of("2024-11")) == ["2024-11", "stated", "2024-11-01", "2024-11-30"]
    assert dates(Period.published_by(date(2024, 11, 30))) == ["2024-11-30", "published", None, "2024-11-30"]
    assert dates(Period()) == [None, None, None, None]


def test_a_year_alone_is_no_date_but_bounds_it() -> None:
    assert dates(Period.of("2019")) == [None, "stated", "2019-01-01", "2019-12-31"]
