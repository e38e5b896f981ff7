# make            the handbook, under dist/
# make check      the editor's gate: all that data can break but printing, in seconds
# make test       every test, after setting up what they need
# make serve      live preview on this machine
# make lock       the hashed locks anew from pyproject.toml (needs uv)
# make clean      without what was built; `make distclean` also without .venv

SHELL := /bin/sh
# nginx lives where only root looks.
export PATH := $(PATH):/usr/sbin:/sbin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := .venv/bin
FRESH := $(firstword $(foreach name,$(PYTHON) python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
# Command and Debian package of what the tests need beside Python.
TOOLS := chromium:chromium pdftotext:poppler-utils nginx:nginx ssh-keygen:openssh-client
# Whatever the output depends on; a new commit changes the manifest.
SOURCES := $(shell find data docs hooks overrides schema src mkdocs.yml -type f -not -name '*.pyc') $(wildcard .git/logs/HEAD)
LOCK := compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet
UV ?= uv

# A copied or moved folder brings an environment that points at the other place: it is made anew.
MOVED := $(shell test "$$(cat .venv/.handbook 2>/dev/null)" = "$$(pwd -P)" || echo moved)

.PHONY: handbook check test tools serve lock clean distclean moved
# A build that was stopped left the last one as it was.
.PRECIOUS: dist/SHA256SUMS

handbook: dist/SHA256SUMS

dist/SHA256SUMS: .venv/.handbook $(SOURCES)
	$(BIN)/cmi-handbook build

# pip takes no backend by hash and no editable project beside hashes: the lock first, then the project alone.
.venv/.handbook: requirements.lock pyproject.toml $(MOVED)
	@test -n "$(FRESH)" || { echo "Python 3.11 or later is wanted: none found (name one with PYTHON=...)" >&2; exit 1; }
	@$(FRESH) -c 'import ensurepip, venv' || \
		{ echo "the venv module of $(FRESH) is wanted (on Debian: python3-venv)" >&2; exit 1; }
	test -z "$(MOVED)" || $(FRESH) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	pwd -P > $@

.venv/.test: requirements-test.lock .venv/.handbook
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-test.lock
	touch $@

check: .venv/.handbook
	$(BIN)/cmi-handbook check
	$(BIN)/cmi-handbook generate
	rm -rf .cache/site && $(BIN)/mkdocs build --quiet --strict --site-dir .cache/site

test: .venv/.test tools
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/cmi-handbook check
	$(BIN)/cmi-handbook generate --check
	$(BIN)/pytest -n 2 --durations=20

tools:
	@for each in $(TOOLS); do command -v $${each%:*} >/dev/null || missing="$$missing $${each#*:}"; done; \
	test -n "$$missing" || exit 0; \
	if [ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ]; then \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update -q && apt-get install -q -y --no-install-recommends $$missing; \
	else \
		echo "the tests need what is not here; install the Debian packages or their like:$$missing" >&2; exit 1; \
	fi

serve: .venv/.handbook
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:8000

lock:
	@command -v $(UV) >/dev/null || { echo "uv is wanted (name it with UV=...)" >&2; exit 1; }
	$(UV) pip $(LOCK) --group build pyproject.toml -o requirements.lock
	$(UV) pip $(LOCK) --group build --group test pyproject.toml -c requirements.lock -o requirements-test.lock

clean:
	rm -rf dist .dist.new .dist.old .dist.lock site .cache

distclean: clean
	rm -rf .venv
