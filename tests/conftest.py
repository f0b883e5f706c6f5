"""What every room's tests may use."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from kg.graph import EmbeddedStore

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def kg_in() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `kg` as a user does, as a process of its own in a folder: `kg_in(folder, "extract", "a.txt")`."""
    environment = {name: value for name, value in os.environ.items() if name != "CONTACT_KG_STORE"}
    environment["PYTHONPATH"] = str(ROOT)
    # No terminal: the width of a table must not hang on who runs the tests.
    environment.pop("COLUMNS", None)

    def run(folder: Path, *arguments: str | Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            cwd=folder,
            env=environment,
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def kg(kg_in: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path) -> partial:
    """Runs `kg` in the test's own folder: `kg("extract", "a.txt")`."""
    return partial(kg_in, tmp_path)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that has read nothing: who is known takes seconds to write, and is the same for all."""
    from kg.graph import open_writer
    from kg.pipeline import ingest

    folder = tmp_path_factory.mktemp("empty") / "store"
    with open_writer(folder, "test") as store:
        ingest(store, [])
    return folder


@pytest.fixture
def store(empty: Path, tmp_path: Path) -> Iterator["EmbeddedStore"]:
    """A copy of it that the test may write to."""
    from kg.graph import open_writer

    with open_writer(shutil.copytree(empty, tmp_path / "store"), "test") as store:
        yield store


@dataclass
class Said:
    """One response: what it holds, and how it comes."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0


def says(content: object, finish: str = "stop", **message: object) -> Said:
    """A response of the chat protocol whose message is this text, or this object as JSON."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text, **message}}
    usage = {"prompt_tokens": 6000, "completion_tokens": 200, "total_tokens": 6200}
    return Said(json.dumps({"choices": [choice], "usage": usage}).encode())


class Chat:
    """A server that speaks the chat protocol: `answer` is asked for each request, with its number and what was sent."""

    said = Said
    says = staticmethod(says)

    def __init__(self) -> None:
        self.answer: Callable[[int, dict[str, Any]], Said] = lambda _, __: says({"actors": [], "contacts": []})
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._lock = threading.Lock()
        chat = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with chat._lock:
                    chat.requests.append(sent)
                    chat.headers.append({"path": self.path, **self.headers})
                    number = len(chat.requests)
                said = chat.answer(number, sent)
                time.sleep(said.wait)
                try:
                    self.send_response(said.status)
                    for name, value in said.headers.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", str(len(said.body)))
                    self.end_headers()
                    self.wfile.write(said.body)
                except OSError:  # the other side has had enough
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}/v1"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def in_turn(self, *said: Said) -> None:
        """Says these one after another, and the last of them ever after."""
        self.answer = lambda number, _: said[min(number, len(said)) - 1]


@pytest.fixture
def chat() -> Iterator[Chat]:
    server = Chat()
    yield server
    server.close()
