# Everything runs inside $(VENV); nothing has to be activated and nothing needs root.
# GNU make 3.81 (macOS) or newer.
RAW    ?= raw
OUTPUT ?= output
VENV   ?= .venv
# labelled documents and sentences; no part of the repository
GOLD     ?= ../shared/devset/gold
DATA     ?= ../shared/ner/data
LABELLED ?= ../shared
TRAINED  ?= .trained
export PYTHON

RUN   := $(VENV)/bin/python
READY := $(VENV)/.ready
DEV   := $(VENV)/.ready-dev

.DEFAULT_GOAL := help
.PHONY: help extract test check bench docs golden evaluate train fields setup clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

extract: $(READY)  ## read the texts in RAW=raw and write the tables to OUTPUT=output
	@"$(RUN)" -m igf_extract extract "$(RAW)" -o "$(OUTPUT)" $(ARGS)

test: $(DEV)  ## run every test
	@"$(RUN)" -m pytest -q $(ARGS)

check: $(DEV)  ## style, types and word lists
	@"$(RUN)" -m ruff check .
	@"$(RUN)" -m ruff format --check .
	@"$(RUN)" -m mypy
	@"$(RUN)" -m pytest -q tests/contract/test_data.py tests/contract/test_forms.py

bench: $(DEV)  ## how fast: parsing, names, who is who, screening, each beside a baseline (SIZES="10000 100000 1000000" takes minutes)
	@"$(RUN)" benchmarks/parsing.py
	@"$(RUN)" benchmarks/names.py
	@"$(RUN)" benchmarks/identity_scale.py $(SIZES)
	@"$(RUN)" benchmarks/identity_classes.py
	@"$(RUN)" benchmarks/web_screen.py

evaluate: $(READY)  ## precision, recall and F1 of the tables in OUTPUT against the label files in GOLD
	@"$(RUN)" -m igf_extract evaluate "$(GOLD)" "$(OUTPUT)" $(ARGS)
	@"$(RUN)" training/origins.py >&2

train: $(READY)  ## train the model for names on the sentences in DATA, measure it, put it into the package
	@"$(RUN)" training/train.py "$(DATA)" "$(TRAINED)" $(ARGS)
	@"$(RUN)" training/measure.py "$(TRAINED)" "$(DATA)" --labelled "$(LABELLED)" --json "$(TRAINED)/figures.json"
	@"$(RUN)" training/package.py "$(TRAINED)" src/igf_extract/models/en_igf_names "$(TRAINED)/figures.json"

fields: $(DEV)  ## train the weights that tell the field of a paragraph by its words (seconds)
	@"$(RUN)" training/prose_fields.py

golden: $(DEV)  ## show what changed in the expectations of tests/golden and write them again
	@"$(RUN)" -m tests.golden.facts

docs: $(DEV)  ## write docs/tables.md again from the schema
	@"$(RUN)" -m igf_extract schema > docs/tables.md

setup: $(DEV)  ## only make the virtual environment
	@:

clean:  ## remove the virtual environment, caches and tables
	@rm -rf "$(VENV)" .output.cache build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis src/*.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find output -mindepth 1 ! -name README.md -exec rm -rf {} + 2>/dev/null || true

# a stamp is written last: an interrupted set-up starts again, a changed lock installs again
$(READY): requirements.lock pyproject.toml scripts/setup
	@scripts/setup "$(VENV)" requirements.lock && touch "$(READY)"

$(DEV): requirements-dev.lock pyproject.toml scripts/setup
	@scripts/setup "$(VENV)" requirements-dev.lock && touch "$(READY)" "$(DEV)"
