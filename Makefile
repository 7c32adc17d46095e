# The whole project from a fresh machine: Python 3.11 or later and make, nothing else by hand.
#   make desk    installs what is needed and serves the desk at http://127.0.0.1:8000/ until Ctrl-C
#   make test    the whole check
#   make browser finds or installs Chromium for the tests of pages
#   make screenshots  takes the pictures of the site in docs/screenshots again
#   make record  rebuilds the record from the published files (SOURCES=folder)
#   make people  retrains the links of people and prints what they are worth (SOURCES=folder)
#   make bench   measures speed against peers, side by side
#   make bench-claims  scores the story checker on stories with known errors
#   make fuzz    looks for texts that break the story checker, for SECONDS=600
#   make lock    pins the newest versions of what we depend on

PYTHON ?= python3
SOURCES ?= ../shared/data
SECONDS ?= 600
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.PHONY: desk setup test browser docs screenshots record people bench bench-claims fuzz lock clean
.DELETE_ON_ERROR:

desk: .venv/.desk
	@$(BIN)/hustings serve

setup: .venv/.desk

test: .venv/.dev browser
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/pytest

# Tests of pages drive a real Chromium; where it is not and may not be installed, they are left out and say so.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
		|| echo "Chromium is not here and could not be installed: the tests that need a browser are left out."

docs: .venv/.dev
	@$(BIN)/python docs/generate.py

screenshots: .venv/.dev browser
	@$(BIN)/python docs/screenshots.py

record: .venv/.dev
	@$(BIN)/hustings record build --sources "$(SOURCES)"

people: .venv/.dev
	@$(BIN)/python -m hustings.record.people.train --sources "$(SOURCES)"

bench: .venv/.dev
	@$(PIP) install -r requirements/bench.txt
	@$(BIN)/python -m benchmarks

bench-claims: .venv/.dev
	@$(BIN)/python -m benchmarks.claims

# Google's fuzzer has wheels for Linux, so that no clang is needed; what it finds is kept in .fuzz/crashes.
fuzz: .venv/.dev
	@$(PIP) install -r requirements/bench.txt
	@nice -n 10 $(BIN)/python -m benchmarks.fuzz --seconds $(SECONDS)

lock: .venv/.dev
	@$(PIP) install uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-header --no-annotate \
		pyproject.toml requirements/backend.in --extra dev --output-file requirements/dev.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate \
		pyproject.toml requirements/backend.in --extra bench \
		--constraints requirements/dev.txt --output-file requirements/bench.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-header --no-annotate \
		pyproject.toml requirements/backend.in --extra charts --extra check --extra site --extra exports --extra web \
		--constraints requirements/dev.txt --output-file requirements/desk.txt

clean:
	@rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Hustings needs Python 3.11 or later; name one with make PYTHON=python3.12")'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/.desk: requirements/desk.txt pyproject.toml | .venv/bin/python
	@$(PIP) install -r requirements/desk.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.desk
	@$(PIP) install -r requirements/dev.txt
	@touch $@
