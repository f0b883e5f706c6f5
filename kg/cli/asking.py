"""The options of commands that may ask a language model, and what is said of it while it works."""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import one_of
from kg.cli.output import shown, tell
from kg.errors import ArticleError, UsageError
from kg.model import Article, Document

if TYPE_CHECKING:
    from kg.extraction.llm.asking import Meter
    from kg.extraction.llm.cache import Answers
    from kg.extraction.llm.options import Options
    from kg.extraction.llm.reader import Reader, Reading

ExtractorName = Annotated[
    str | None,
    typer.Option("--extractor", metavar="NAME", help="rules+learned (as a rule), rules, llm, or llm+rules."),
]
Endpoint = Annotated[
    str | None,
    typer.Option(metavar="URL", help="llm: the server that is asked, http://localhost:11434/v1."),
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="llm: the model's name there.")]
Insecure = Annotated[bool, typer.Option("--insecure", help="llm: allow http:// to another machine.")]
Concurrency = Annotated[int, typer.Option(metavar="N", min=1, max=64, help="llm: requests at a time.")]
Seconds = Annotated[float, typer.Option("--timeout", metavar="S", min=1, help="llm: seconds for one request.")]
MostTokens = Annotated[
    int | None, typer.Option("--max-tokens-total", metavar="N", min=0, help="llm: end when so many are spent.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="llm: say what it would take, and send nothing.")]
Price = Annotated[
    str | None, typer.Option(metavar="IN/OUT", help="llm: price of a million tokens, for --dry-run: 0.25/1.25.")
]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a command line says that a model is asked; what it leaves out comes from the environment."""

    endpoint: str | None = None
    model: str | None = None
    insecure: bool = False
    concurrency: int = 4
    seconds: float = 180.0
    most_tokens: int | None = None
    recorded: Path | None = None

    @property
    def anything(self) -> bool:
        """Whether something was said that only goes with a model."""
        return bool(self.endpoint or self.model or self.insecure or self.recorded or self.most_tokens is not None)


class Extraction:
    """Articles into documents, by the extractor that a command line names.

    Attributes:
        name: the extractor's.
        maker: what made the documents, for `kg:extractedBy`.
        refused: what was refused so far, by reason.
        given: contacts that a model gave so far.

    Args:
        extractor: its name as given; None for the usual one.
        asked: how a model is asked, if one is.
    """

    def __init__(self, extractor: str | None, asked: Asked) -> None:
        from kg.extraction import ASKING, DEFAULT, EXTRACTORS, extracted_by

        self.name = one_of("extractor", extractor or DEFAULT, (*EXTRACTORS, *ASKING))
        self.refused: Counter[str] = Counter()
        self.given = 0
        self._silent = 0
        self._options: Options | None = None
        self._reader: Reader | None = None
        if self.name in ASKING:
            self._prepare(asked)
        elif asked.anything:
            raise UsageError(f"the extractor {self.name} asks no model", "Add --extractor llm")
        self.maker = self._reader.maker if self._reader else extracted_by(self.name)

    def _prepare(self, asked: Asked) -> None:
        from kg.extraction.llm.cache import Cache, Recorded
        from kg.extraction.llm.options import cache_folder, from_environment
        from kg.extraction.llm.reader import Reader

        self._known: Answers
        if asked.recorded is not None:
            if not asked.recorded.is_dir():
                raise UsageError(f"{asked.recorded} is no folder of answers")
            self._known, model = Recorded(asked.recorded), asked.model or "recorded"
        else:
            self._options = from_environment(
                asked.endpoint,
                asked.model,
                insecure=asked.insecure,
                concurrency=asked.concurrency,
                seconds=asked.seconds,
                most_tokens=asked.most_tokens,
            )
            self._known, model = Cache.of(cache_folder(), self._options), self._options.model
        self._reader = Reader(model, self._known, self._options, sparing=self.name == "llm+rules")

    @property
    def asks(self) -> bool:
        """Whether it asks a model, and tells of its progress itself."""
        return self._reader is not None

    def is_answered(self, article: Article) -> bool:
        """Whether all that would be asked about an article has an answer already, and there is something to ask."""
        from kg.extraction.llm.prompts import prompts

        return all(self._known.get(prompt) is not None for prompt in prompts(article))

    def readings(
        self, articles: Iterable[Article], failed: list[ArticleError]
    ) -> Iterator[tuple[Document, "Reading | None"]]:
        """The document of each article, with all that a model said of it; what fails is told at once and kept."""
        if self._reader is None:
            from kg.extraction import extract

            yield from ((each, None) for each in extract(articles, self.name))
            return
        waiting = list(articles)
        self._announce(waiting)
        progress = _Progress(len(waiting))
        try:
            for reading in self._reader.readings(waiting):
                if isinstance(reading, ArticleError):
                    failed.append(reading)
                    progress.clear()
                    tell(f"kg: {reading}")
                else:
                    self.given += reading.given
                    self._silent += reading.silent
                    self.refused.update(each.reason for each in reading.refused)
                    yield reading.document, reading
                progress.step(self._reader.meter)
        finally:
            progress.clear()
            if waiting:
                self._sum_up(len(waiting))

    def documents(self, articles: Iterable[Article], failed: list[ArticleError]) -> Iterator[Document]:
        """The document of each article."""
        return (document for document, _ in self.readings(articles, failed))

    def dry_run(self, articles: Iterable[Article], price: str | None) -> None:
        """Prints what a run would take; sends nothing.

        Raises:
            UsageError: the extractor asks no model, or the price is none.
        """
        if self._reader is None:
            raise UsageError("--dry-run goes with --extractor llm")
        from kg.extraction.llm.estimate import estimate

        prices = _prices(price)
        found = estimate(articles, self._reader, self._known)
        print(f"articles            {found.articles:>12,}")
        print(f"  not asked about   {found.silent:>12,}")
        print(f"requests            {found.requests:>12,}")
        print(f"  answered already  {found.kept:>12,}")
        print(f"tokens in, about    {found.sent:>12,}")
        print(f"tokens out, about   {found.received:>12,}")
        if prices:
            print(f"price, about        {found.price(*prices):>12,.2f}")

    def _announce(self, articles: Sequence[Article]) -> None:
        """Says at the first use of a server what goes there."""
        if self._options is None or self._reader is None:
            return
        from kg.extraction.llm.cache import is_first_use
        from kg.extraction.llm.options import cache_folder

        reader = self._reader
        sent = sum(any(self._known.get(prompt) is None for prompt in reader.prompts(each)) for each in articles)
        if sent and is_first_use(cache_folder(), self._options.host):
            tell(
                f"kg: the text of {sent} articles goes to {self._options.host}, to the model {shown(reader.model)}, "
                "and nowhere else; this is said once a server"
            )

    def _sum_up(self, articles: int) -> None:
        if self._reader is None:
            return
        meter = self._reader.meter
        parts = [f"{meter.requests} requests for {articles} articles"]
        if meter.requests:
            parts.append(f"{meter.sent:,} tokens in, {meter.received:,} out")
        if self._reader.sparing:
            parts.append(f"{self._silent} not asked about, having no word of contact")
        parts.append(f"{self.given} contacts given")
        if self.refused:
            parts.append(f"not borne out: {', '.join(f'{n} {reason}' for reason, n in self.refused.most_common())}")
        tell(f"kg: {'; '.join(parts)}")
        if meter.cut_short and meter.cut_short == meter.requests:
            tell("kg: the server read far less than it was sent; give it a context of 16,000 tokens at least")


class _Progress:
    """How far a run is, at what rate, and about how long it will take, in one line of a terminal."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._started = total, 0, time.monotonic()
        self._shown = sys.stderr.isatty()

    def step(self, meter: "Meter") -> None:
        """One more is done."""
        self._done += 1
        if not self._shown:
            return
        seconds = max(time.monotonic() - self._started, 1e-3)
        rest = (self._total - self._done) * seconds / self._done
        line = (
            f"{self._done} of {self._total} articles, {60 * self._done / seconds:.0f} a minute, "
            f"about {timedelta(seconds=round(rest))} left, {meter.sent + meter.received:,} tokens"
        )
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leaves the line free for something else."""
        if self._shown and self._done:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _prices(given: str | None) -> tuple[float, float] | None:
    if given is None:
        return None
    try:
        sent, received = map(float, given.split("/"))
    except ValueError as error:
        raise UsageError(f"--price cannot be “{given}”", "It takes two numbers, IN/OUT: 0.25/1.25") from error
    return sent, received
