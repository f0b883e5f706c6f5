"""An answer to each prompt: from the cache, else from the server, asked a second time if it cannot be read."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from kg.extraction.llm.answers import Answer, FormError, read_answer
from kg.extraction.llm.cache import Answers
from kg.extraction.llm.client import AskError, Client, Message, Reply
from kg.extraction.llm.prompts import Prompt

CHARACTERS_OF_TOKEN = 4.0
"""About so many characters of English are one token; servers that count tell better."""
_FAR_LESS = 0.6
_SHOWN = 20_000
"""Characters of an answer that could not be read that are sent back."""
_REPAIR = (
    "Your answer could not be read: {fault}. Answer again, for the same article: one whole JSON object of the form "
    "described, complete and closed, and nothing else."
)


class Meter:
    """Counts requests and tokens over all threads, and says when no more may be spent."""

    def __init__(self, most: int | None = None) -> None:
        self.requests = self.sent = self.received = 0
        self.cut_short = 0
        """Requests of which the server says that it read far less than was sent: some drop what they cannot hold."""
        self._most = most
        self._under_way = 0
        self._lock = threading.Lock()

    @contextmanager
    def request(self, messages: Sequence[Message]) -> Iterator[Callable[[Reply], None]]:
        """Holds what a request will take at least; its reply is given to what this yields.

        Raises:
            AskError: it would go over the limit.
        """
        about = tokens_of(messages)
        with self._lock:
            if self._most is not None and self.sent + self.received + self._under_way + about > self._most:
                raise AskError(f"not asked: the limit of {self._most:,} tokens is reached")
            self.requests += 1
            self._under_way += about
        try:
            yield lambda reply: self._count(about, reply)
        finally:
            with self._lock:
                self._under_way -= about

    def _count(self, about: int, reply: Reply) -> None:
        sent, received = reply.tokens or (about, round(len(reply.text) / CHARACTERS_OF_TOKEN))
        with self._lock:
            self.cut_short += sent < about * _FAR_LESS
            self.sent += sent
            self.received += received


@dataclass(frozen=True, slots=True)
class Asker:
    """Finds answers.

    Attributes:
        known: answers given before.
        client: whom to ask for others; None to ask nobody.
    """

    known: Answers
    client: Client | None
    meter: Meter

    def answer(self, prompt: Prompt) -> Answer:
        """The answer to a prompt, which is kept.

        Raises:
            AskError: there is none.
            KgError: the server answers nobody, or answers cannot be kept.
        """
        kept = self.known.get(prompt)
        if kept is not None:
            try:
                return read_answer(kept)
            except FormError as fault:
                if self.client is None:
                    raise AskError(f"the recorded answer is unusable: {fault}") from fault
        if self.client is None:
            raise AskError("no answer to its prompt is recorded")
        return self._asked(prompt, self.client)

    def _asked(self, prompt: Prompt, client: Client) -> Answer:
        messages = messages_of(prompt)
        reply = self._reply(client, messages)
        try:
            answer = _whole(reply)
        except FormError as fault:
            again = [
                *messages,
                {"role": "assistant", "content": reply.text[:_SHOWN]},
                {"role": "user", "content": _REPAIR.format(fault=fault)},
            ]
            reply = self._reply(client, again)
            try:
                answer = _whole(reply)
            except FormError as still:
                raise AskError(f"the answer is unusable, also the second: {still}") from still
        self.known.put(prompt, reply.text)
        return answer

    def _reply(self, client: Client, messages: Sequence[Message]) -> Reply:
        with self.meter.request(messages) as count:
            reply = client.ask(messages)
            count(reply)
        return reply


def messages_of(prompt: Prompt) -> list[Message]:
    """A prompt as a conversation."""
    return [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}]


def tokens_of(messages: Sequence[Message]) -> int:
    """About how many tokens a request sends."""
    return round(sum(len(each["content"]) for each in messages) / CHARACTERS_OF_TOKEN)


def _whole(reply: Reply) -> Answer:
    try:
        return read_answer(reply.text)
    except FormError as fault:
        if reply.cut:
            raise FormError(f"{fault}; it was cut off at its longest, so give fewer mentions") from fault
        raise
