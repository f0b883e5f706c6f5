"""How long `kg --help` takes, against the time of importing typer alone.

The aim is less than twice that: heavy libraries and commands are imported only where they are used.
"""

import subprocess
import sys
import time

RUNS = 9


def seconds(*arguments: str) -> float:
    """The shortest of several runs of this python, so that what else the machine does counts least."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    typer = seconds("-c", "import typer")
    kg = seconds("-m", "kg", "--help")
    print(f"import typer  {typer * 1000:5.0f} ms")
    print(f"kg --help     {kg * 1000:5.0f} ms, {kg / typer:.2f} times that (aim: below 2)")


if __name__ == "__main__":
    main()
