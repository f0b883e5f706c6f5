"""Which model is asked, where, and how far; what of it changes an answer is part of the answer's name in the cache."""

import ipaddress
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kg.errors import UsageError

ENDPOINT: Final = "CONTACT_KG_LLM_ENDPOINT"
MODEL: Final = "CONTACT_KG_LLM_MODEL"
KEY: Final = "CONTACT_KG_LLM_KEY"
CACHE: Final = "CONTACT_KG_LLM_CACHE"
"""Environment variables. The key has no option: a command line is seen by others and kept by shells."""

ANSWER_TOKENS: Final = 8_000
"""The longest answer that is asked for; the longest of a careful reader to a piece of text has some five thousand."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a language model is asked.

    Attributes:
        endpoint: base address of the server, up to and with "/v1".
        model: its name there.
        key: what the server lets one in by; never printed.
        insecure: whether text may go to another host without encryption.
        concurrency: requests at a time.
        seconds: how long one request may take.
        attempts: how often one is sent before it is given up.
        pause: seconds before the second attempt; each next one waits twice as long.
        most_tokens: sent and received in all, as the server counts them; None for no limit.
        answer_tokens: the longest answer.
    """

    endpoint: str
    model: str
    key: str = field(default="", repr=False)
    insecure: bool = False
    concurrency: int = 4
    seconds: float = 180.0
    attempts: int = 7
    pause: float = 1.0
    most_tokens: int | None = None
    answer_tokens: int = ANSWER_TOKENS

    def __post_init__(self) -> None:
        """Refuses what cannot be asked, or would send text where nobody meant it to go."""
        if not self.model:
            raise UsageError("no model is named", f"Give --model, or set {MODEL}")
        if not self.endpoint:
            raise UsageError("no server is named", f"Give --endpoint http://localhost:11434/v1, or set {ENDPOINT}")
        try:
            parts = urlsplit(self.endpoint)
            host, _ = parts.hostname, parts.port
        except ValueError:
            parts, host = urlsplit(""), None
        if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
            raise UsageError("--endpoint is no address of a server", "It looks like https://HOST/v1")
        if parts.username or parts.password:
            raise UsageError("--endpoint has a password in it", f"Put the key into {KEY}")
        if parts.scheme == "http" and not self.insecure and not _is_loopback(host):
            raise UsageError(
                f"text would go to {host} without encryption",
                "Use https://, or add --insecure if the way there is safe",
            )

    @property
    def host(self) -> str:
        """The one host that text is sent to, with its port if one is given."""
        parts = urlsplit(self.endpoint)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

    @property
    def url(self) -> str:
        """Where requests go."""
        return f"{self.endpoint.rstrip('/')}/chat/completions"

    @property
    def settings(self) -> str:
        """What besides prompt and model an answer hangs on."""
        return f"temperature 0, at most {self.answer_tokens} tokens"


def from_environment(
    endpoint: str | None,
    model: str | None,
    *,
    insecure: bool = False,
    concurrency: int = 4,
    seconds: float = 180.0,
    most_tokens: int | None = None,
) -> Options:
    """Options as given, and what is not given from the environment.

    Raises:
        UsageError: server or model are named nowhere, or the server must not be sent anything.
    """
    return Options(
        endpoint=endpoint or os.environ.get(ENDPOINT, ""),
        model=model or os.environ.get(MODEL, ""),
        key=os.environ.get(KEY, ""),
        insecure=insecure,
        concurrency=concurrency,
        seconds=seconds,
        most_tokens=most_tokens,
    )


def cache_folder() -> Path:
    """Where answers are kept: `CONTACT_KG_LLM_CACHE`, else the user's folder for caches."""
    if given := os.environ.get(CACHE):
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "contact-kg" / "answers"


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
