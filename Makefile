# The one door: every command that people and CI need. Nothing here is needed twice; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test long-test chaos-test docs-test wheel-test client-test lint fmt check bench docs build drip lock clean
ARGS ?=

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 13

run: ## Start web and worker here; PORT, HOST and DATA_DIR are settings; Ctrl-C stops both
	@scripts/setup web
	@exec .venv/bin/python -m persona_web

test: ## Install what tests need and run all but those with a target of their own: make test ARGS="tests/persona -k reading"
	@scripts/setup dev
	@exec scripts/test $(ARGS)

chaos-test: ## Kill workers, brokers and runs in the middle of their work; the short form: ARGS="-k folder"
	@scripts/setup dev
	@WORKERS=0 exec scripts/test -m chaos $(ARGS)

long-test: ## Run the long tests alone: all in a browser but the main journey, the rooms again on PostgreSQL, the recipes, random requests, surveys of a second kind, poisoned and slow uploads
	@scripts/setup dev
	@exec scripts/test -m long tests $(ARGS)

docs-test: ## Build the documentation and look whether every public name is in it
	@scripts/setup dev
	@WORKERS=0 exec scripts/test -m docs tests/test_docs.py $(ARGS)

wheel-test: ## Build the package, install it in an environment of its own and ask it for its first page
	@scripts/setup dev
	@WORKERS=0 exec scripts/test -m wheel tests/wheel $(ARGS)

client-test: ## Make a Python and a TypeScript client of the API from its document, and use them
	@scripts/setup dev
	@scripts/clients
	@WORKERS=0 exec scripts/test -m clients tests/clients $(ARGS)

lint: ## Look for faults in style and types
	@scripts/setup dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

fmt: ## Mend what a machine can mend
	@scripts/setup dev
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

check: lint ## lint, and what Django can tell about the project before it is deployed
	@scripts/check

bench: ## Measure quality and speed and write docs/benchmarks.md: make bench ARGS=grouping
	@scripts/setup dev
	.venv/bin/python -m benchmarks $(ARGS)

docs: ## Build the documentation, with the reference made from docstrings, in build/docs
	@scripts/setup dev
	.venv/bin/mkdocs build

drip: ## Let slow clients at the web server for a minute each, and look how it answers meanwhile
	@scripts/setup dev
	DRIP_SECONDS=60 .venv/bin/python -m pytest -v tests/persona_web/test_slow_clients.py

build: ## Write the wheel and the source distribution to dist
	@scripts/setup dev
	.venv/bin/uv build --no-build-isolation --python .venv/bin/python --out-dir dist

lock: ## Write requirements/ anew from pyproject.toml: make lock ARGS=--upgrade
	@scripts/setup dev
	scripts/lock $(ARGS)

clean: ## Remove what can be made again; data in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist test-results
