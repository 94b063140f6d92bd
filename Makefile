# Each target is one tool in tools/; this file only names them. ARGS goes to the tool.

PYTHON ?= python3
PORT ?= 8000
export PORT

MAKEFLAGS += --no-print-directory
VENV_PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run worker install dev test audit check bench lock clean

help: ## Tell what can be done here
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

run: install ## Start a demo on this machine (PORT=8000)
	@$(VENV_PYTHON) -m tools.run

worker: install ## Start the worker beside a server of your own (make run has one)
	@$(VENV_PYTHON) -m flask --app wsgi work $(ARGS)

install: ## Install what running needs, and nothing more
	@$(PYTHON) tools/bootstrap.py

dev: ## Install what the tests and the checks need as well
	@$(PYTHON) tools/bootstrap.py --dev

test: dev ## Run the tests (ARGS="-k name" for some of them)
	@$(VENV_PYTHON) -m tools.test test $(ARGS)

audit: dev ## Run the slow tier: attacks, faults, large data
	@$(VENV_PYTHON) -m tools.test audit $(ARGS)

check: dev ## Read the code: style, types, import rules, templates
	@$(VENV_PYTHON) -m tools.check

bench: dev ## Measure what has to be fast
	@$(VENV_PYTHON) -m tools.bench $(ARGS)

lock: dev ## Pin all dependencies anew (ARGS=--upgrade for the newest)
	@$(VENV_PYTHON) -m tools.lock $(ARGS)

clean: ## Remove what the set-up made; the data in var/ stay
	@rm -rf .venv node_modules survey/static/dist .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find survey -name '*.mo' -delete
