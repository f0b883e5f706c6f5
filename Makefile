# Each target is run by the tests or by hand as written; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
SUDANI := SELECT ?who WHERE { ?who kg:spoke_with ?x . ?x rdfs:label ?name FILTER(CONTAINS(?name, "Sudani")) }

.DEFAULT_GOAL := help
.PHONY: help demo test check foreign score train bench docs holders actors picture soak clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-7s %s\n", $$1, $$2}' Makefile

demo: export CONTACT_KG_STORE := exports/demo-store
demo: .venv/installed ## reads seeds/ and shows its contacts; writes exports/contacts.ttl and exports/network.html
	@rm -rf exports/demo-store
	@echo "Reading the articles of seeds/ into a fresh store"
	@$(BIN)/kg ingest seeds
	@echo; echo "Contacts of the article seed-001, each with the sentence that proves it"
	@$(BIN)/kg contacts --article seed-001 --quotes
	@echo; echo 'Who spoke with al-Sudani?  kg query '"'"'$(SUDANI)'"'"
	@$(BIN)/kg query '$(SUDANI)'
	@echo
	@$(BIN)/kg export -o exports/contacts.ttl --force
	@$(BIN)/kg view -o exports/network.html
	@echo; echo "Open exports/network.html in a browser; exports/contacts.ttl is the graph in Turtle"

test: check ## runs check, then the tests
	@echo "Running the tests"
	@$(BIN)/python -m pytest -n auto

check: .venv/installed-test ## looks for faults of style and type: ruff and mypy
	@echo "Checking style and types"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

foreign: build/foreign/made ## fetches followthemoney and, by npm, graphology: the tests open exports with them

score: .venv/installed-test ## measures the extraction on articles that neither rules nor weights have seen
	@mkdir -p build
	@$(BIN)/python -m kg.training tests/gold/train.jsonl --part read --also tests/gold/wide.jsonl --references tests/gold/references.jsonl --out build/read.npz
	@echo; echo "tests/gold/train.jsonl, the part held back"
	@CONTACT_KG_WEIGHTS=build/read.npz $(BIN)/kg eval tests/gold/train.jsonl --part held --by genre
	@echo; echo "tests/gold/dev.jsonl"
	@CONTACT_KG_WEIGHTS=build/read.npz $(BIN)/kg eval tests/gold/dev.jsonl

bench: .venv/installed-test ## measures speed: start-up, extraction, queries, exports, validation; a table each, minutes
	@$(BIN)/python benchmarks/startup.py
	@$(BIN)/python benchmarks/extraction.py
	@rm -rf build/bench && mkdir -p build && $(BIN)/python benchmarks/generate.py build/bench --contacts 10000
	@$(BIN)/python benchmarks/queries.py build/bench
	@$(BIN)/python benchmarks/export.py
	@$(BIN)/python benchmarks/matching.py
	@$(BIN)/python benchmarks/identity.py
	@$(BIN)/python benchmarks/validate.py
	@$(BIN)/python benchmarks/page.py

train: .venv/installed-test ## fits the learned part of extraction on the articles of tests/gold/
	@$(BIN)/python -m kg.training tests/gold/train.jsonl --also tests/gold/wide.jsonl --references tests/gold/references.jsonl

docs: .venv/installed ## writes docs/cli.md from the help of every command, docs/ontology.md from the ontology
	@$(BIN)/python docs/commands.py > docs/cli.md.part && mv docs/cli.md.part docs/cli.md
	@$(BIN)/python docs/ontology.py docs/ontology.md

holders: .venv/installed ## builds who held which office: make holders FACTS=office_holders.csv
	@test -n "$(FACTS)" || { echo "Which file? make holders FACTS=office_holders.csv" >&2; exit 2; }
	@$(BIN)/python -m kg.actors.holders "$(FACTS)"

actors: .venv/installed ## builds what is known of countries and organisations, as Turtle, from ontology/actors/*.toml
	@$(BIN)/python -m kg.actors.shipped

soak: .venv/installed-test ## kills and crowds the store fifty times; prints the seeds of its random choices
	@CONTACT_KG_SOAK=1 $(BIN)/python -m pytest -s tests/soak

picture: demo .venv/installed-test ## draws the pictures of the network page in docs/, from the demo and from 5,000 invented actors
	@mkdir -p build && $(BIN)/python benchmarks/page.py --write 5000 build/page-5000.html
	@$(BIN)/python docs/picture.py exports/network.html build/page-5000.html docs

clean: ## removes what the other targets made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find exports -mindepth 1 ! -name README.md -delete
	find kg tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# An environment that is there already is used; venv completes one whose making was interrupted.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
		echo "Making a Python environment in .venv"; \
		$(PYTHON) -m venv .venv || { echo "On Debian and Ubuntu, first: apt install python3-venv" >&2; exit 1; }; }
	@touch $@

build/foreign/made: .venv/made tests/export/foreign.txt
	@echo "Fetching followthemoney and graphology into build/foreign"
	@rm -rf build/foreign && mkdir -p build && $(BIN)/python -m venv build/foreign
	@build/foreign/bin/python -m pip install --quiet --disable-pip-version-check \
		--only-binary :all: --no-binary stringcase --requirement tests/export/foreign.txt
	@if command -v npm >/dev/null; then \
		npm install --silent --no-audit --no-fund --prefix build/foreign graphology@0.26.0 graphology-gexf@0.13.2; \
	else echo "There is no npm: the test of graphology is skipped"; fi
	@touch $@

.venv/installed: .venv/made pyproject.toml constraints.txt
	@echo "Installing contact-kg and what it needs, in the versions of constraints.txt"
	@$(PIP) --editable .
	@touch $@

.venv/installed-test: .venv/installed
	@echo "Installing what the tests need"
	@$(PIP) --editable '.[test]'
	@touch $@
