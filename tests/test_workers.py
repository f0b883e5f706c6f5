"""Articles read by several processes: the documents and faults of one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg import articles, extraction, workers
from kg.errors import KgError, StoreError, UsageError
from kg.model import Article, Document

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def plain(number: int) -> Article:
    """One without a word of contact, for which no model is loaded."""
    return Article(f"{number:016x}", f"{number}.txt", f"Wheat prices rose by {number} per cent.", "", date(2024, 12, 2))


def test_they_give_what_one_process_gives_in_its_order() -> None:
    found = [one for one in articles.read([SEEDS]) if isinstance(one, Article)][:10]
    assert list(workers.extract(found, "rules+learned", 2)) == list(extraction.extract(found, "rules+learned"))


def test_no_article_is_no_document() -> None:
    assert list(workers.extract([], "rules", 2)) == []


def test_what_came_before_a_fault_is_read() -> None:
    def faulty() -> Iterator[Article]:
        yield from map(plain, range(10))
        raise StoreError("the disk is gone", "Look for it")

    read: list[Document] = []
    with pytest.raises(StoreError, match="the disk is gone"):
        read.extend(workers.extract(faulty(), "rules", 2))
    assert [document.article for document in read] == list(map(plain, range(10)))


def test_a_fault_in_a_worker_is_told_as_by_one_process() -> None:
    with pytest.raises(UsageError) as told:
        list(workers.extract([plain(1)], "nonesuch", 2))
    with pytest.raises(UsageError) as by_one:
        list(extraction.extract([plain(1)], "nonesuch"))
    assert str(told.value) == str(by_one.value)


def test_whoever_wants_no_more_documents_waits_for_none() -> None:
    documents = workers.extract(map(plain, range(10_000)), "rules", 2)
    assert next(documents).article == plain(0)
    documents.close()


def test_articles_are_taken_as_they_are_needed() -> None:
    taken = []

    def counted() -> Iterator[Article]:
        for number in range(10_000):
            taken.append(number)
            yield plain(number)

    documents = workers.extract(counted(), "rules", 2)
    next(documents)
    assert len(taken) < 1_000
    documents.close()


def test_a_worker_that_ends_by_itself_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "no number")  # with which no Python begins
    with pytest.raises(KgError, match="fewer --workers"):
        list(workers.extract([plain(1)], "rules", 2))
