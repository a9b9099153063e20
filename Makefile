# Needs Python ≥ 3.11, make and a package registry; everything else is installed under .venv and .cache.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
FETCHED := .cache/kafka/.fetched
# The processes of a system start further ones: each finds compiled what the first imported.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup run test faults faults-full check bench bench-peers lock clean

help: ## show these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 13

setup: $(INSTALLED) $(FETCHED) ## install locked requirements, the project and Kafka

run: setup ## start everything, load the Linyi year, print the URL and sample tokens
	$(BIN)/guantong up

test: setup ## run the tests against embedded Kafka and PostgreSQL, three files at a time
	$(BIN)/python -m pytest --ignore=tests/faults --numprocesses=$(WORKERS) --dist=loadfile \
		--no-loadscope-reorder --durations=25
WORKERS := 3

faults: setup ## kill, pause and restart real processes (about 20 minutes)
	$(BIN)/python -m pytest tests/faults

faults-full: setup ## hours of faults by seed, in shards: make faults-full SEED=7 SHARD=1/2
	$(BIN)/python -m tests.faults $(SEED) $(SHARD)
SEED := 20260302
SHARD := 1/1

check: setup ## formatting, lint, types, import rules, event catalogue, texts, house style, docs/interview.md
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy src tests $(wildcard benchmarks)
	$(BIN)/lint-imports
	$(BIN)/python -m eventlog.catalogue --check
	$(BIN)/python -m pytest -q tests/tidy tests/domain/test_catalogue.py

bench: setup ## measure, print one table
	$(BIN)/python -m benchmarks

bench-peers: setup ## measure other event stores beside ours (fetches them), print one table
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-peers.txt
	$(BIN)/python -m benchmarks.stores

lock: ## pin every requirement and jar by hash again (needs uv)
	uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	uv pip compile $(LOCK) pyproject.toml --group dev --constraints requirements.txt \
		--output-file requirements-dev.txt
	uv pip compile $(LOCK) --group peers --output-file requirements-peers.txt
	$(BIN)/python -m embedded lock
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

clean: ## remove what was installed and cached; data stays
	rm -rf .venv .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): requirements-dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m pip install --no-deps --no-build-isolation --editable .
	touch $@

$(FETCHED): infra/kafka/jgo.lock.toml infra/kafka/jvm.options requirements.txt | $(INSTALLED)
	$(BIN)/python -m embedded
	touch $@
