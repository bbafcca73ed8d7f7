# deckbuild: the two commands for a newcomer are `make decks` and `make test`.
# Both make their own environment in .venv (Python 3.11 or newer, a network to the package index); none needs root.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
JOBS   ?= 2

.DEFAULT_GOAL := help
.PHONY: help decks test check bench golden looks kinds docs pins clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

decks: $(VENV)/run ## Build every lesson under decks/ into build/
	@echo "Building decks/ ..."
	@$(BIN)/deckbuild build --jobs $(JOBS)

test: $(VENV)/dev ## Run the tests
	@echo "Running the tests ..."
	@$(BIN)/python -m pytest -n $(JOBS) -q

check: $(VENV)/dev ## Lint, types, reference pages, lessons without a warning
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tools/reference.py --check
	$(BIN)/deckbuild check --strict

bench: $(VENV)/dev ## Measure speed and memory beside python-pptx, python-docx, pandoc, PptxGenJS
	$(BIN)/python tools/bench.py

fit: $(VENV)/dev ## Compare measured text with LibreOffice; look for text that leaves its box
	$(BIN)/python tools/fit.py
	$(BIN)/python tools/overflow.py

golden: $(VENV)/dev ## Rewrite the text goldens; read the difference before committing it
	DECKBUILD_GOLDEN=write $(BIN)/python -m pytest -q tests/test_golden.py

looks: decks ## Draw every slide and page of build/ with LibreOffice into build/looks/
	$(BIN)/python tools/looks.py

kinds: $(VENV)/dev ## Draw the pictures of kinds of slides for the guide anew
	$(BIN)/python tools/kinds.py

docs: $(VENV)/dev ## Write the reference pages and the JSON Schemas anew
	$(BIN)/python tools/reference.py

pins: $(VENV)/dev ## Write requirements/ anew from pyproject.toml (needs uv; no address of an index is written)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --extra install -o requirements/run.txt
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --extra install --extra dev -o requirements/dev.txt

clean: ## Remove what was built, the environment too
	rm -rf build .deckbuild $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/made:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and "deckbuild needs Python 3.11 or newer; this is %d.%d. Say which one to use: make decks PYTHON=python3.12" % v[:2])'
	@echo "Making the environment in $(VENV) (once; a minute or two) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: requirements/run.txt pyproject.toml | $(VENV)/made
	@if [ ! -e $(VENV)/dev ]; then echo "Installing what deckbuild needs ..."; $(PIP) install --require-hashes -r requirements/run.txt; fi
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: requirements/dev.txt pyproject.toml | $(VENV)/made
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/run
