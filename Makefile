# Everything below sets itself up on a bare machine: uv where there is one, else venv and pip.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test check eval bench clean

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

$(READY): pyproject.toml constraints.txt
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing $(VENV) && uv pip install --quiet --python $(BIN)/python -c constraints.txt --group dev -e . ; \
	else \
	  $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet --upgrade pip -c constraints.txt && \
	  $(BIN)/python -m pip install --quiet -c constraints.txt --group dev -e . ; \
	fi
	@touch $@

demo: $(READY) ## Build a record from the bundled articles and print how RUS and IRN stand
	@$(BIN)/taqarub demo

test: $(READY) check ## Lint, types, architecture and every test
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(READY) ## Score the reader on annotated articles (GOLD=../shared/gold) and update floors and README
	$(BIN)/python eval/accuracy.py --write

bench: $(READY) ## Time reading against a bare pass over the same articles
	$(BIN)/python bench/read.py

clean: ## Remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
