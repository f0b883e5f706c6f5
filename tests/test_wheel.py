"""What a user gets from `pip install`: the wheel alone, in an empty folder, far from the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of a fresh environment with the wheel; what the wheel needs is borrowed from ours."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder / "dist", ROOT)
    (wheel,) = (folder / "dist").glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    python = environment / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (packages / "borrowed.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return python


def run(*command: str | Path, cwd: Path | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "CONTACT_KG_STORE"}}
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_installed_ontology_is_the_one_in_the_package(python, tmp_path):
    told = run(python, "-c", "import kg.resources as r; print(r.__file__); print(r.ontology_folder())", cwd=tmp_path)
    module, ontology = map(Path, told.split())
    assert module.is_relative_to(python.parents[1])
    assert ontology == module.parent / "ontology"
    assert {path.name for path in ontology.iterdir()} >= {"contacts.ttl", "lexicon"}


def test_the_command_helps(python, tmp_path):
    assert "ingest" in run(python.parent / "kg", "--help", cwd=tmp_path)


def test_the_command_finds_a_contact(python, tmp_path):
    (tmp_path / "talks.txt").write_text(
        "Date: 2024-12-02\n\nFrench President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.\n"
    )
    told = run(python.parent / "kg", "extract", "talks.txt", "--format", "jsonl", cwd=tmp_path)
    assert '"met"' in told
    assert "Olaf Scholz" in told
