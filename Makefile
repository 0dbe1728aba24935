# Muster: build, test and install. `make demo` and `make test` are the two that matter.

PREFIX ?= /usr/local
DEBUG := .build-debug
RELEASE := .build-release
PACKAGES := libsqlite3-dev libpq-dev libxlsxwriter-dev coinor-libclp-dev zlib1g-dev tzdata
SWIFT_RELEASE := swift build --scratch-path $(RELEASE) -c release --static-swift-stdlib \
  --product muster
STRICT := --explicit-target-dependency-import-check error
BINARY := $(RELEASE)/release/muster

.PHONY: demo test faults build lint bench install clean deps

demo: build
	@$(BINARY) demo --out out/demo

# The tests start a server of their own, as an ordinary user.
test: deps
	@$(MAKE) --no-print-directory deps PACKAGES=postgresql \
	  || echo "make: PostgreSQL is not to be had: its tests will be skipped"
	swift build --scratch-path $(DEBUG) --build-tests $(STRICT)
	swift test --scratch-path $(DEBUG) --skip-build --quiet

# Kills the command so many times an engine, then makes all other trouble, one at a time.
faults: export MUSTER_BINARY = $(abspath $(BINARY))
faults: export MUSTER_FAULTS ?= 500
faults: build
	@$(MAKE) --no-print-directory deps PACKAGES=postgresql
	swift build --scratch-path $(DEBUG) --build-tests $(STRICT)
	swift test --scratch-path $(DEBUG) --skip-build --quiet --filter FaultTests.KillTests
	swift test --scratch-path $(DEBUG) --skip-build --quiet --no-parallel \
	  --filter FaultTests --skip KillTests

build: deps
	@$(SWIFT_RELEASE)

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Examples Benchmarks

bench: build
	@$(MAKE) --no-print-directory -C Benchmarks MUSTER=$(abspath $(BINARY))

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/muster
	install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/muster
	cp -R curricula rosters plans $(DESTDIR)$(PREFIX)/share/muster/
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BINARY) --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/muster
	$(BINARY) --generate-completion-script zsh \
	  > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_muster
	$(BINARY) --generate-completion-script fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/muster.fish

clean:
	rm -rf .build .build-* out

# Installs what is missing of the system packages, and says so where that cannot be done.
deps:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then sudo=""; \
	elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo="sudo"; \
	elif command -v sudo >/dev/null 2>&1 && [ -t 0 ]; then sudo="sudo"; \
	else echo "make: these system packages are missing:$$missing" >&2; \
	  echo "make: neither root nor sudo is at hand; ask an administrator for:" >&2; \
	  echo "make:   apt-get install$$missing" >&2; exit 1; fi; \
	echo "installing$$missing"; \
	$$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null
