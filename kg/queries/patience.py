"""Waiting for a child process with a limit: a reader of its output that counts only the time it waits."""

import io
import queue
import subprocess
import threading
import time
from contextlib import suppress
from typing import Any

_CHUNK = 65536
_CHUNKS = 8  # read ahead; a reader that stalls holds the child, and costs it no time


class Patience(io.RawIOBase):
    """The output of a process, which is killed once we have waited for it long enough.

    Attributes:
        expired: whether it was killed for that.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.expired = False
        self._process = process
        self._left = seconds or None
        self._chunks: queue.Queue[bytes] = queue.Queue(_CHUNKS)
        self._rest = memoryview(b"")
        self._ended = False
        self._thread = threading.Thread(target=self._fill, daemon=True)
        self._thread.start()

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Waits for the next bytes; none when the process has ended or was killed."""
        if not self._rest and not self._ended:
            self._rest = memoryview(self._wait())
            self._ended = not self._rest
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def stop(self) -> int:
        """Kills the process if it still runs; its exit code, negative for a signal."""
        if not self._ended:
            self._process.kill()
        while self._thread.is_alive():
            with suppress(queue.Empty):
                self._chunks.get(timeout=0.05)
        return self._process.wait()

    def _wait(self) -> bytes:
        began = time.monotonic()
        try:
            return self._chunks.get(timeout=self._left)
        except queue.Empty:
            self.expired = True
            self._process.kill()
            return b""
        finally:
            if self._left is not None:
                self._left = max(self._left - (time.monotonic() - began), 0.001)

    def _fill(self) -> None:
        assert self._process.stdout
        with self._process.stdout as output:
            while chunk := output.read1(_CHUNK):  # type: ignore[attr-defined]
                self._chunks.put(chunk)
        self._chunks.put(b"")
