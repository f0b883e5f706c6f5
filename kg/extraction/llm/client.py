"""The chat protocol that most servers of language models speak, over HTTP, to one host and no other."""

import json
import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import KgError
from kg.extraction.llm.options import KEY, Options
from kg.extraction.llm.schema import NAME, schema
from kg.extras import needed

if TYPE_CHECKING:
    import httpx as http

Form = Literal["schema", "object", "text"]
FORMS: tuple[Form, ...] = ("schema", "object", "text")
"""How a server is asked for JSON, the strictest first: by schema, as some object, or by the prompt alone."""

_MOST_BYTES = 4_000_000
"""Bytes of a response that are read: several times the longest answer."""
_LONGEST_PAUSE = 60.0
"""Seconds; a server that asks for more patience is not waited for longer."""
_UNKNOWN_FIELDS = (400, 415, 422, 501)
"""What servers answer that do not know a form of JSON, or another field …"""
_OPTIONAL = ("max_tokens", "temperature")
"""… of these."""

Message = dict[str, str]


class AskError(Exception):
    """One request was not answered; the others go on. The message is one line."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back.

    Attributes:
        cut: whether the answer was ended by its length.
        tokens: sent and received, as the server counts them; None where it does not say.
    """

    text: str
    cut: bool
    tokens: tuple[int, int] | None


class Client:
    """Asks one server; may be used by several threads."""

    def __init__(self, options: Options) -> None:
        httpx = needed("httpx")
        self._options = options
        self._reached = False
        self._form: Form = FORMS[0]
        self._without: frozenset[str] = frozenset()
        self._closed = threading.Event()
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if options.key:
            headers["Authorization"] = f"Bearer {options.key}"
        self._http: http.Client = httpx.Client(
            headers=headers,
            timeout=httpx.Timeout(options.seconds, connect=min(20.0, options.seconds)),
            follow_redirects=False,  # only the host that was named gets text …
            trust_env=False,  # … and no proxy of the environment sees it either
            verify=httpx.create_ssl_context(trust_env=True),
        )

    def close(self) -> None:
        """Gives up what is under way."""
        self._closed.set()
        self._http.close()

    def ask(self, messages: Sequence[Message]) -> Reply:
        """The reply to a conversation; tries again where that may help.

        Raises:
            AskError: this one cannot be answered.
            KgError: none can: the server is not there, lets nobody in, or does not have the model.
        """
        fault = ""
        for attempt in range(self._options.attempts):
            if attempt:
                self._wait(attempt, fault)
            try:
                return self._in_some_form(messages)
            except _PassingError as again:
                if again.unreachable and attempt and not self._reached:
                    raise KgError(str(again), "Start the server, or look at --endpoint") from again
                fault = str(again)
                self._asked_to_wait(again.seconds)
        raise AskError(f"{fault}, {self._options.attempts} times")

    def _in_some_form(self, messages: Sequence[Message]) -> Reply:
        """The reply in the strictest form that the server knows; what it does not know it is not asked again."""
        form, without = self._form, self._without
        while True:
            try:
                reply = self._post(messages, form, without)
            except _UnknownFieldError as unknown:
                if unknown.field and unknown.field not in without:
                    without |= {unknown.field}
                elif form != FORMS[-1]:
                    form = FORMS[FORMS.index(form) + 1]
                else:
                    raise AskError(str(unknown)) from unknown
                continue
            self._form, self._without = form, without  # another thread can only have come to the same
            return reply

    def _post(self, messages: Sequence[Message], form: Form, without: frozenset[str]) -> Reply:
        import httpx

        started = time.monotonic()
        body = json.dumps(self._body(messages, form, without)).encode()
        try:
            with self._http.stream("POST", self._options.url, content=body) as response:
                read = bytearray()
                self._reached = True
                for part in response.iter_bytes():
                    read += part
                    if len(read) > _MOST_BYTES:
                        raise AskError(f"the answer is longer than {_MOST_BYTES:,} bytes")
                    if time.monotonic() - started > self._options.seconds:
                        raise _PassingError(f"no whole answer within {self._options.seconds:g} seconds")
        except httpx.TimeoutException as error:
            raise _PassingError(f"no answer within {self._options.seconds:g} seconds") from error
        except httpx.ConnectError as error:
            raise _PassingError(f"{self._options.host} cannot be reached: {_line(error)}", unreachable=True) from error
        except (httpx.HTTPError, httpx.StreamError, RuntimeError, httpx.InvalidURL) as error:
            if self._closed.is_set():
                raise AskError("broken off") from error
            raise _PassingError(f"{self._options.host} cannot be reached: {_line(error)}") from error
        if response.status_code != 200:
            raise self._fault(response.status_code, bytes(read), response.headers.get("Retry-After"))
        return _reply(bytes(read))

    def _fault(self, status: int, body: bytes, retry_after: str | None) -> Exception:
        """What a status that is no answer means."""
        said = _said(body)
        if self._options.key:
            said = said.replace(self._options.key, "…")
        if status in (401, 403):
            return KgError(f"{self._options.host} lets nobody in ({status})", f"Set {KEY} to a key that it knows")
        if status == 404:
            return KgError(
                f"{self._options.host} has no model “{self._options.model}”, or no {self._options.url} (404)",
                "Look at --model and --endpoint; the latter mostly ends in /v1",
            )
        told = f"{self._options.host} answered {status}{said}"
        if status in (408, 409, 425, 429) or (status >= 500 and status != 501):
            return _PassingError(told, _seconds(retry_after))
        if status in _UNKNOWN_FIELDS:
            return _UnknownFieldError(told, next((each for each in _OPTIONAL if each in said), None))
        return AskError(told)

    def _body(self, messages: Sequence[Message], form: Form, without: frozenset[str]) -> dict[str, Any]:
        body: dict[str, Any] = {"model": self._options.model, "messages": list(messages), "stream": False}
        if "temperature" not in without:
            body["temperature"] = 0
        # Newer servers know the limit by another name, and say so when they are given the old one.
        limit = "max_tokens" if "max_tokens" not in without else "max_completion_tokens"
        body[limit] = self._options.answer_tokens
        if form == "schema":
            body["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": NAME, "strict": True, "schema": schema()},
            }
        elif form == "object":
            body["response_format"] = {"type": "json_object"}
        return body

    def _wait(self, attempt: int, fault: str) -> None:
        pause = self._options.pause * 2 ** (attempt - 1) * random.uniform(0.8, 1.2)
        if self._closed.wait(min(pause, _LONGEST_PAUSE)):
            raise AskError(f"broken off; {fault}")

    def _asked_to_wait(self, seconds: float) -> None:
        if seconds and self._closed.wait(min(seconds, _LONGEST_PAUSE)):
            raise AskError("broken off")


class _PassingError(Exception):
    """A fault that may have passed by the next attempt, after so many seconds if the server says so."""

    def __init__(self, message: str, seconds: float = 0.0, *, unreachable: bool = False) -> None:
        super().__init__(message)
        self.seconds = seconds
        self.unreachable = unreachable


class _UnknownFieldError(Exception):
    """The server does not take a request of this form; `field` is what it complains of, if that may be left out."""

    def __init__(self, message: str, field: str | None) -> None:
        super().__init__(message)
        self.field = field


def _reply(body: bytes) -> Reply:
    try:
        told = json.loads(body)
        choice = told["choices"][0]
        message = choice["message"]
        text = message.get("content")
        refusal = message.get("refusal")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise _PassingError("the server's response is not that of a chat") from error
    if isinstance(text, list):  # some servers send parts
        text = "".join(part.get("text", "") for part in text if isinstance(part, dict))
    if refusal and not text:
        raise AskError(f"the model will not answer: {' '.join(str(refusal).split())[:100]}")
    if not isinstance(text, str):
        raise _PassingError("the server's response has no text")
    usage = told.get("usage")
    counts = usage if isinstance(usage, dict) else {}
    sent, received = counts.get("prompt_tokens"), counts.get("completion_tokens")
    tokens = (sent, received) if isinstance(sent, int) and isinstance(received, int) and sent > 0 else None
    return Reply(text, choice.get("finish_reason") == "length", tokens)


def _said(body: bytes) -> str:
    """What a server says of a fault, in a few words; not what it was sent."""
    try:
        told = json.loads(body[:10_000])
        error = told.get("error", told) if isinstance(told, dict) else {}
        message = error.get("message") if isinstance(error, dict) else error
    except (ValueError, RecursionError):
        return ""
    return f": {' '.join(message.split())[:100]}" if isinstance(message, str) else ""


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _seconds(given: str | None) -> float:
    try:
        return max(0.0, float(given or 0))
    except ValueError:  # a date: the doubling pauses will do
        return 0.0
