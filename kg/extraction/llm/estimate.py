"""What a run would take, before anything is sent."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extraction.llm.asking import CHARACTERS_OF_TOKEN, messages_of, tokens_of
from kg.extraction.llm.cache import Answers
from kg.extraction.llm.reader import Reader
from kg.model import Article

ANSWER_SHARE = 4.0
"""Characters of an answer for each of the piece that it is to."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run would take.

    Attributes:
        articles: how many there are.
        silent: of these, how many nobody is asked about.
        kept: requests that are answered from the cache.
        requests: those that would be sent.
        sent, received: tokens, as far as characters tell them.
    """

    articles: int = 0
    silent: int = 0
    kept: int = 0
    requests: int = 0
    sent: int = 0
    received: int = 0

    def price(self, sent: float, received: float) -> float:
        """What it costs at these prices of a million tokens."""
        return (self.sent * sent + self.received * received) / 1_000_000


def estimate(articles: Iterable[Article], reader: Reader, known: Answers) -> Estimate:
    """Counts what a run over articles would take; nothing is sent."""
    total = silent = kept = requests = sent = received = 0
    for article in articles:
        total += 1
        prompts = reader.prompts(article)
        silent += not prompts
        for prompt in prompts:
            if known.get(prompt) is not None:
                kept += 1
                continue
            requests += 1
            sent += tokens_of(messages_of(prompt))
            received += round((prompt.piece.end - prompt.piece.start) * ANSWER_SHARE / CHARACTERS_OF_TOKEN)
    return Estimate(total, silent, kept, requests, sent, received)
