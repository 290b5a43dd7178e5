# Dateline. `make` lists the targets.

SHELL = /bin/sh
python = .venv/bin/python
dateline = .venv/bin/dateline

# make run HOME_DIR=/some/folder keeps the library there, as DATELINE_HOME does.
ifdef HOME_DIR
export DATELINE_HOME = $(HOME_DIR)
endif
ifdef PYTHON
export PYTHON
endif

.PHONY: help install install-dev run test lint fix bench eval gate reader docs clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

install: ## create .venv with Dateline and its models
	@sh scripts/install.sh

install-dev:
	@sh scripts/install.sh dev

run: install ## serve the page, with the example articles if the library is empty; PORT=8000
	@$(python) -m scripts.load_examples
	@exec $(dateline) serve $(if $(PORT),--port $(PORT))

test: lint ## lint, types and all tests, the browser's too; with data sets the quality gate
	@$(python) -m tests.browser
	@HF_HUB_OFFLINE=1 $(python) -m pytest
	@if [ -n "$$DATELINE_DATASETS" ]; then $(python) -m benchmarks.gate; fi

lint: install-dev ## ruff and mypy
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy

fix: install-dev ## mend what ruff can mend, and format
	@$(python) -m ruff check --fix .
	@$(python) -m ruff format .

bench: install ## loading, retrieval and serving, on the data sets in DATELINE_DATASETS
	@$(dateline) add "$$DATELINE_DATASETS/news/articles-10k.jsonl.xz" --home build/bench-library
	@$(python) -m benchmarks.retrieval --home build/bench-library
	@$(python) -m benchmarks.serving --home build/bench-library

eval: install ## how the example questions are answered; FILE=questions.jsonl asks others
	@$(if $(FILE),$(dateline) eval "$(FILE)",$(python) -m benchmarks.examples)

gate: install ## compare the shipped reader's scores with the pinned ones, on DATELINE_DATASETS
	@$(python) -m benchmarks.gate

reader: install-dev ## train the reader anew from the sets in DATELINE_DATASETS; hours
	@sh training/run.sh

docs: install-dev ## write the generated pages of docs/ and the examples in README anew
	@$(python) -m scripts.reference
	@$(python) -m scripts.readme

clean: ## remove .venv and what the tools left; the library stays
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
