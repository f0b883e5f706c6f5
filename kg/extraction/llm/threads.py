"""Work that waits for others, done several at a time and handed out in order."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""Items for each thread that may be done before the first of them is handed out."""


class _Task(Generic[Item, Result]):
    """An item, and what became of it."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.done = threading.Event()
        self.result: Result | None = None
        self.error: BaseException | None = None

    def outcome(self) -> Result | Exception:
        """The result, or the exception it ended with, as soon as it has ended."""
        while not self.done.wait(0.2):  # in short turns, so that Ctrl-C is heard
            pass
        if isinstance(self.error, Exception):
            return self.error
        if self.error is not None:
            raise self.error
        return self.result  # type: ignore[return-value]


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], threads: int
) -> Iterator[tuple[Item, Result | Exception]]:
    """Each item with its result, or with the exception it ended with.

    The threads are daemons: whoever breaks off does not wait for a slow server.
    """
    tasks: SimpleQueue[_Task[Item, Result] | None] = SimpleQueue()

    def run() -> None:
        while (task := tasks.get()) is not None:
            try:
                task.result = work(task.item)
            except BaseException as error:
                task.error = error
            task.done.set()

    for _ in range(threads):
        threading.Thread(target=run, daemon=True).start()
    waiting: deque[_Task[Item, Result]] = deque()
    try:
        for item in items:
            task: _Task[Item, Result] = _Task(item)
            waiting.append(task)
            tasks.put(task)
            if len(waiting) >= threads * AHEAD:
                first = waiting.popleft()
                yield first.item, first.outcome()
        while waiting:
            first = waiting.popleft()
            yield first.item, first.outcome()
    finally:
        for _ in range(threads):
            tasks.put(None)
