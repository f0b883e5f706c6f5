from datetime import date

from kg.analysis.coverage import coverage


def test_articles_of_a_period_by_outlet(article):
    articles = [article("2024-11-01"), article("2024-11-30", "Anka"), article("2024-11-02"), article("2024-12-01")]
    found = coverage(articles, date(2024, 11, 1), date(2024, 11, 30))
    assert (found.articles, found.outlets) == (3, (("Gazette", 2), ("Anka", 1)))


def test_an_article_without_a_day_is_in_no_bounded_period(article):
    found = coverage([article(None, None)], since=date(2024, 1, 1))
    assert (found.articles, found.undated) == (0, 1)
    assert coverage([article(None, None)]).outlets == ((None, 1),)


def test_rates(article):
    assert coverage([article("2024-11-01")] * 3).rate(2) == 66.67
    assert coverage([]).rate(2) is None
