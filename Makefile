# The two commands of the README are `make run` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help

CONFIGURATION ?= debug
BINARY := .build/$(CONFIGURATION)/fanghu
BUILD := swift build -c $(CONFIGURATION) --explicit-target-dependency-import-check error
PORT ?= 8080

.PHONY: run test lint e2e bench build clean help

run: ## Build, fill an empty database with a demonstration sub-district, and serve it
	@scripts/setup run
	@$(BUILD) --product fanghu
	@mkdir -p .run
	@$(BINARY) --database sqlite:.run/fanghu.sqlite demo
	@exec $(BINARY) --database sqlite:.run/fanghu.sqlite serve --port $(PORT)

test: ## Run every Swift test on SQLite and on a throw-away PostgreSQL
	@scripts/setup run test
	@swift build --build-tests --explicit-target-dependency-import-check error
	@FANGHU_PG_FAST=1 scripts/postgresql.sh run swift test --skip-build

lint: ## Check format, house rules, fixtures and scripts
	@scripts/setup lint
	@swift format lint --strict --parallel --recursive Sources Tests Package.swift
	@python3 scripts/lint --self-test
	@python3 scripts/lint
	@scripts/check-fixtures
	@shellcheck scripts/setup scripts/*.sh .ci/run

e2e: ## Drive the pages in a real browser
	@scripts/setup run test e2e
	@swift build --product fanghu --explicit-target-dependency-import-check error
	@scripts/postgresql.sh run .deps/e2e/bin/python -m pytest -q e2e

bench: ## Measure the release build against its ceilings and write docs/benchmarks.md
	@scripts/setup run bench
	@swift build -c release --product fanghu
	@FANGHU_PG_FAST= scripts/postgresql.sh run python3 bench/run.py

build: ## Build only
	@$(BUILD)

clean: ## Remove what was built and the demonstration database
	@rm -rf .build .run

help: ## List the commands
	@grep -E '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10
