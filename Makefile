# SPDX-License-Identifier: Apache-2.0
# What a person types. `make demo` and `make test` do everything from a clean clone, system packages included.

SWIFT ?= swift
PYTHON ?= python3
BUILD := .build
BENCH := .build-bench
DEMO_OUT := examinations/society-x-2026
EXPORTS := examinations/exports
COMMAND = $(BUILD)/release/euthyna

.PHONY: demo test bench exports docs format lint release packages fuzz clean

# A published ranking formula among simulated people, beside references that everybody can check. An examination that finds something
# not met, or leaves something open, ends with 1 or 2, as it should in a pipeline; here that is no failure.
demo: release
	@$(COMMAND) examine x-2026 --instrument Instrument --monthly-users 3000000 --out $(DEMO_OUT) || [ $$? -le 2 ]

release: packages
	@$(SWIFT) build -c release --product euthyna

test: packages
	$(SWIFT) test

# Times the command beside pandas, Polars, DuckDB and T-RECS on the same work, in one run; prints the tables.
bench: release $(BENCH)/python/ready $(BENCH)/trecs/ready
	@$(BENCH)/python/bin/python Benchmarks/run.py $(COMMAND) $(BENCH)
	@$(BENCH)/python/bin/python Benchmarks/instrument.py $(COMMAND) $(BENCH)
	@$(BENCH)/python/bin/python Benchmarks/society.py $(COMMAND) $(BENCH) $(BENCH)/trecs/bin/python

# The last step marks the environment as ready, so that one that was left half made is made again.
$(BENCH)/python/ready: Benchmarks/requirements.txt
	@$(PYTHON) -m venv $(BENCH)/python || { \
		echo "make bench needs $(PYTHON) with its module venv (Debian: apt-get install python3-venv)" >&2; exit 69; }
	@$(BENCH)/python/bin/pip install --quiet --requirement Benchmarks/requirements.txt
	@touch $@

# T-RECS pins a pandas that no longer installs: it goes in alone, into an environment of its own with versions that it works with.
$(BENCH)/trecs/ready: Benchmarks/requirements-trecs.txt
	@$(PYTHON) -m venv $(BENCH)/trecs
	@$(BENCH)/trecs/bin/pip install --quiet --no-deps trecs==0.2.1
	@$(BENCH)/trecs/bin/pip install --quiet --requirement Benchmarks/requirements-trecs.txt 2>/dev/null
	@touch $@

# Everything in OSCAL and SARIF that the rule-book and an examination give, held against the schemas of their publishers.
exports: release
	@rm -rf $(EXPORTS)
	@$(COMMAND) examine --recording Examples/town-square/recipe.yaml --instrument Instrument \
		--out $(EXPORTS)/town-square >/dev/null || [ $$? -le 2 ]
	@$(COMMAND) instrument export Instrument --out $(EXPORTS)/instrument
	@$(COMMAND) instrument export Instrument --positions Examples/assembly/positions --out $(EXPORTS)/assembly
	@PYTHON=$(PYTHON) Tools/validate-exports --trestle $(EXPORTS)/*/oscal-*.json $(EXPORTS)/*/law-*.json \
		$(EXPORTS)/town-square/clauses.sarif

# One DocC archive a library, as static pages below docs/api; a link that leads nowhere is a failure.
docs: packages
	@Tools/documentation

format:
	@$(SWIFT) format --in-place --recursive Package.swift Sources Tests Snippets Fuzz

lint:
	@$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Snippets Fuzz

# Mutates files for the readers of outside bytes, a minute each.
fuzz: packages
	@Tools/fuzz

# What the build links against; nothing happens where it is there already.
packages:
	@Tools/system-packages

# Only what these targets made: other examinations may be somebody's.
clean:
	rm -rf $(BUILD) $(BENCH) .build-docs .build-exports .build-fuzz docs/api $(DEMO_OUT) $(EXPORTS)
	@rmdir $(dir $(DEMO_OUT)) 2>/dev/null || true
