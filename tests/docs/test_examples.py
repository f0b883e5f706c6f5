"""The examples at the end of every `--help` work, typed as they stand there into a shell, one after another."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from kg.cli import COMMANDS

ROOT = Path(__file__).parents[2]
SEED = "2024-11-30-syrian-army-withdraws-from-hama.txt"
SENTENCE = "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday."
ACTORS = [
    {"name": name, "type": "person", "country": country, "mentions": [name]}
    for name, country in (("Emmanuel Macron", "FR"), ("Olaf Scholz", "DE"))
]
CONTACT = {
    "subjects": ["Emmanuel Macron"], "objects": ["Olaf Scholz"], "relation": "met", "status": "occurred",
    "date": "2024-12-02", "place": "Berlin", "evidence": SENTENCE,
}  # fmt: skip
GOLD = [
    {"id": f"met-{number}", "date": "2024-12-02", "text": SENTENCE, "entities": ACTORS, "contacts": [CONTACT]}
    for number in range(20)
]  # enough for both parts that a gold set is divided into

FILES = {
    "gold.jsonl": "\n".join(map(json.dumps, GOLD)),
    "articles/syria.txt": f"Date: 2024-12-02\n\n{SENTENCE}",
    "extra.jsonl": json.dumps({"id": "extra", "date": "2024-12-02", "text": SENTENCE}),
    "feed.jsonl": json.dumps({"id": "feed", "date": "2024-12-03", "text": SENTENCE}),
    "questions.jsonl": json.dumps({"office": "foreign minister", "country": "TR", "date": "2015-05-01"}),
    "pairs.jsonl": json.dumps({"a": "Abbas Araghchi", "b": "Abbas Araqchi", "country": "IR"}),
    "question.rq": "SELECT ?who WHERE { ?who kg:met ?whom }",
}
MADE = [
    "kg ingest articles",
    "kg store backup ministry",
    "kg store backup backup-monday",
    *(
        f"kg export -o {file} --layer all"
        for file in ("everything.nq.gz", "colleague.nq.gz", "mine.nq", "colleague.trig")
    ),
    "kg export -o colleague.ttl",
]
DIFFERENT = {"diff": 1}
"""Commands that may end with another code than 0 to tell what they found."""
FIRST = {
    "store": "rm -r backup-monday",
    "export": "rm everything.nq.gz",
    "decisions": "kg confirm 33a6d096e0a2985b-4848c-1",
}
"""What has to be done before a command's examples."""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A desk with a store of the seed articles, the files that examples name, and a `kg` that the shell finds."""
    folder = tmp_path_factory.mktemp("desk")
    for name, words in (("kg", f"{shlex.quote(sys.executable)} -m kg"), ("less", "cat")):
        tool = folder / "bin" / name
        tool.parent.mkdir(exist_ok=True)
        tool.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
        tool.chmod(0o755)
    shutil.copytree(ROOT / "seeds", folder / "articles")
    shutil.copy(folder / "articles" / SEED, folder / "article.txt")
    for name, text in FILES.items():
        (folder / name).write_text(text + "\n")
    for line in MADE:
        done = typed(folder, line)
        assert done.returncode == 0, f"{line}: {done.stderr}"
    return folder


@pytest.fixture
def desk(prepared, tmp_path):
    return Path(shutil.copytree(prepared, tmp_path / "desk"))


def typed(folder, line):
    environment = {name: value for name, value in os.environ.items() if name != "CONTACT_KG_STORE"}
    environment |= {"PYTHONPATH": str(ROOT), "PATH": f"{folder / 'bin'}{os.pathsep}{environment['PATH']}"}
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_work(desk, name):
    if name in FIRST:
        typed(desk, FIRST[name])
    for line in import_module(COMMANDS[name][0]).EXAMPLES.strip().splitlines():
        done = typed(desk, line)
        assert done.returncode in (0, DIFFERENT.get(name)), f"{line}: {done.stderr}"
        assert "Traceback" not in done.stderr
        if "--plot" in line:
            assert (desk / shlex.split(line)[-1]).stat().st_size > 1000, line
