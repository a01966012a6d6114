# Everything runs in one virtual environment, installed from requirements.lock.
# The targets below need nothing but Python 3.11 or newer and GNU Make.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
LOCK := requirements.lock
# Hugo, the peer of the benchmark: nothing else needs it.
BENCH_LOCK := tests/benchmarks/requirements.lock
BENCH_INSTALLED := $(VENV)/bench-installed

# The first Python 3.11 or newer that was compiled with optimisations, else the first one. Those of
# distributions are, and others say it: they build a site in an eighth less time than what pyenv
# compiles unless told otherwise. `make PYTHON=…` chooses another.
RECENT := sys.version_info >= (3, 11)
QUICK := find_spec("ensurepip") and (sys.base_prefix == "/usr" \
	or "--enable-optimizations" in str(get_config_var("CONFIG_ARGS")))
PYTHON ?= $(shell for wanted in '$(RECENT) and $(QUICK)' '$(RECENT)'; do \
	for name in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do \
	$$name -c "import sys; from importlib.util import find_spec; \
	from sysconfig import get_config_var; sys.exit(not ($$wanted))" 2>/dev/null \
	&& { command -v $$name; break 2; }; done; done)

# Some shells forbid Python to keep what it compiled: every command would then compile everything
# that it imports, for a second.
unexport PYTHONDONTWRITEBYTECODE

# A terminal shows progress; the log of continuous integration stays readable.
QUIET := $(if $(CI),--quiet)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input $(QUIET)
# What is used is compiled when it is first imported; most of what is installed never is.
ADD := $(PIP) install --no-compile
COMPILE := .cache/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock'

.DEFAULT_GOAL := help
.PHONY: help install site serve check test audit lint format docs bench lock clean

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(INSTALLED) ## Set up the virtual environment in .venv

site: $(INSTALLED) ## Check the catalogue, then build the site in site/
	@$(BIN)/catalogue build

serve: $(INSTALLED) ## Preview the site, rebuilt as files change
	@$(BIN)/catalogue serve

check: $(INSTALLED) ## Report every problem of the catalogue
	@$(BIN)/catalogue check catalogue

test: lint ## Run every test, the browser ones too
	@tests/browser/install-chromium
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(QUIET)

audit: $(INSTALLED) ## Measure the built site: axe, Nu Html Checker, Lighthouse, weight
	@$(BIN)/python -m tests.audit

lint: $(INSTALLED) ## Check style, types and formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: $(INSTALLED) ## Format the code, and mend what can be mended by itself
	@$(BIN)/ruff check --fix-only
	@$(BIN)/ruff format

docs: $(INSTALLED) ## Write again the guides and schemas made from the code
	@$(BIN)/python -m site_builder.exports

bench: $(INSTALLED) $(BENCH_INSTALLED) ## Time check, build, preview, search; Hugo and MkDocs beside
	@tests/browser/install-chromium
	@$(BIN)/python -m tests.benchmarks $(BENCH)

lock: ## Choose versions again, within the ranges of pyproject.toml
	@$(call make_venv,.cache/lock)
	@.cache/lock/bin/python -m pip --quiet --disable-pip-version-check install 'uv>=0.9'
	@$(COMPILE) pyproject.toml --all-extras --group build --output-file $(LOCK)
	@$(COMPILE) --group bench --output-file $(BENCH_LOCK)
	@echo "$(LOCK) and $(BENCH_LOCK) are up to date."

clean: ## Remove what the other targets made
	@rm -rf $(VENV) .cache .hypothesis .pytest_cache .site.* site dist

# The stamp is younger than what it was made from, or the environment is brought up to date.
$(INSTALLED): $(LOCK) pyproject.toml | $(BIN)/python
	@$(ADD) --require-hashes --requirement $(LOCK)
	@$(ADD) --no-deps --no-build-isolation --editable .
	@touch $@

$(BENCH_INSTALLED): $(BENCH_LOCK) $(INSTALLED)
	@$(ADD) --require-hashes --requirement $(BENCH_LOCK)
	@touch $@

$(BIN)/python:
	@$(call make_venv,$(VENV))

# $(call make_venv,FOLDER): make a virtual environment there, or say in words what is missing.
define make_venv
if [ -z "$(PYTHON)" ]; then \
	echo "Python 3.11 or newer was not found. Install it, or name it: make PYTHON=/path/to/python3" >&2; \
	exit 1; \
fi; \
"$(PYTHON)" -m venv --clear $(1) >/dev/null 2>&1 || { \
	rm -rf $(1); \
	echo "$(PYTHON) could not make a virtual environment in $(1)." >&2; \
	echo "On Debian and Ubuntu, the package python3-venv is needed: apt-get install python3-venv" >&2; \
	exit 1; \
}
endef
