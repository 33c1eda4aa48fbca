# The two commands: `make run` opens the kiosk, `make test` checks everything. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= build/tour

.PHONY: help run setup test bench soak lock wheel clean distclean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

run: $(VENV)/.ready ## open the kiosk (without a display: walk the journey and leave its pictures)
	@$(BIN)/kiosk run --or-tour $(OUT)

setup: $(VENV)/.ready ## install what is missing: system packages with apt-get, Python packages into .venv

test: $(VENV)/.ready-dev ## ruff, mypy, import-linter, qmllint, translations, pytest
	@$(BIN)/python tests/run.py

bench: $(VENV)/.ready-dev ## measure against references in the same run; writes build/bench.json
	@$(BIN)/python -m tests.bench

soak: $(VENV)/.ready-dev ## five minutes of random taps at the four parks; writes build/soak.json
	@$(BIN)/python -m tests.journeys.monkey --seconds 300 --json build/soak.json

lock: $(VENV)/.ready-dev ## choose versions anew and write the lock files
	@$(BIN)/python -m pip install --quiet uv && PATH="$(BIN):$$PATH" $(BIN)/python tests/tools/lock.py

wheel: $(VENV)/.ready-dev ## build the wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

clean: ## remove what tests and builds left
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

distclean: clean ## and the environment
	rm -rf $(VENV)

$(VENV)/.machine: kiosk/upkeep/machine.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make run PYTHON=python3.12")'
	@$(PYTHON) kiosk/upkeep/machine.py install run
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.ready: $(VENV)/.machine requirements.lock pyproject.toml
	@echo "Installing the locked Python packages into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	@$(PYTHON) kiosk/upkeep/machine.py install run test
	@echo "Installing the locked packages for tests into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
