"""Articles taken several at a time."""

from collections.abc import Iterable, Iterator

from kg.model import Article


def batches(articles: Iterable[Article], first: int, most: int, characters: int) -> Iterator[list[Article]]:
    """Ever larger batches, so that the first need not wait for many; the last may be empty.

    What came before a fault is yielded all the same.

    Args:
        articles: the articles.
        first: how many are in the first batch.
        most: how many are in the largest.
        characters: of text together, at which a batch is full however few its articles are.
    """
    batch: list[Article] = []
    try:
        for article in articles:
            batch.append(article)
            if len(batch) >= first or sum(len(each.text) for each in batch) >= characters:
                yield batch
                batch, first = [], min(2 * first, most)
    except Exception:
        yield batch
        raise
    yield batch
