# hubstage: one Makefile, not recursive. `make help` lists what can be made.

VERSION := 0.1.0
PREFIX  ?= /usr/local
BUILD   ?= build
CC      ?= cc

# Feature macros, warnings and includes belong to the project; CFLAGS and LDFLAGS belong to the user.
CFLAGS  ?= -O2 -g
SANITIZE :=
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 -Wvla -Wundef
PROJECT := -std=c11 -D_GNU_SOURCE -DHUBSTAGE_VERSION='"$(VERSION)"' -Isrc -I$(BUILD)/gen -pthread
COMPILE  = $(CC) $(PROJECT) $(WARN) $(CFLAGS) $(SANITIZE) $(CPPFLAGS) -MMD -MP

PKG      = $(shell pkg-config --libs $(1))
SQLITE   = $(call PKG,sqlite3)
JANSSON  = $(call PKG,jansson)
CRYPTO   = $(call PKG,libcrypto)
CURL     = $(call PKG,libcurl)
PQ       = $(call PKG,libpq)
MHD      = $(call PKG,libmicrohttpd)
CMOCKA   = $(call PKG,cmocka)
LINK     = $(CC) -pthread $(CFLAGS) $(SANITIZE) $(LDFLAGS) -Wl,--as-needed

# A room is a folder and becomes one archive; a program takes from the rooms what it uses.
objects  = $(patsubst %.c,$(BUILD)/%.o,$(wildcard $(1)/*.c))
CORE    := $(call objects,src/core)
RULES   := $(call objects,src/rules)
STAGE   := $(call objects,src/steps/stage)
INPUT   := $(call objects,src/steps/stage/input)
REPORT  := $(call objects,src/steps/stage/report)
LOOK    := $(call objects,src/steps/stage/look)
RUN     := $(call objects,src/steps/stage/run)
PUSH    := $(call objects,src/steps/push)
SYNC    := $(call objects,src/steps/sync)
NET     := $(call objects,src/net)
PG      := $(call objects,src/pg)
DOORS   := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/cli/hubstage*.c))
CLI     := $(filter-out $(DOORS),$(call objects,src/cli))
HUBMOCK := $(call objects,tools/hubmock)
FIXTUREGEN := $(call objects,tools/fixturegen)
TESTS   := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/*/test_*.c))

PROGRAMS := $(patsubst src/cli/%.c,$(BUILD)/%,$(wildcard src/cli/hubstage*.c)) \
	$(if $(HUBMOCK),$(BUILD)/hubmock) $(if $(FIXTUREGEN),$(BUILD)/fixturegen)

.PHONY: all
all: $(PROGRAMS)

.PHONY: help
help:
	@sed -n 's/^## //p' Makefile

## make            builds the programs into build/
## make demo       installs what is missing, builds, runs the whole job on fixtures/demo
.PHONY: demo
demo:
	@tools/install build
	@$(MAKE) --no-print-directory all
	@tools/demo

## make check      installs what is missing, builds, runs lint and every test
.PHONY: check
check:
	@tools/install check
	@$(MAKE) --no-print-directory all tests
	@tests/run

## make tests      builds the test programs
.PHONY: tests
tests: $(TESTS)

## make lint       format, arrows between rooms, single exit, headers alone, banned calls, docs
.PHONY: lint
lint:
	@tools/lint

## make golden     writes the expected output of the transcripts anew; read the diff before you commit it
.PHONY: golden
golden: all
	@tests/cli/run --golden

## make docs       writes what docs/ says of the rule sets anew, from their files
.PHONY: docs
docs: all
	$(BUILD)/hubstage rules show --rules plan > docs/rules-plan.md
	$(BUILD)/hubstage rules show --rules sage > docs/rules-sage.md

## make asan       everything again under ASan and UBSan, in build/asan
.PHONY: asan
asan:
	@tools/install check
	@$(MAKE) --no-print-directory BUILD=build/asan CFLAGS="-O1 -g" \
		SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" all tests
	@BUILD=build/asan tests/run --no-lint

## make bench      speed and memory beside the sqlite3 shell, in the same run
.PHONY: bench
bench:
	@tools/install build
	@$(MAKE) --no-print-directory all
	@tests/bench/run

## make bench-push the pusher against hubmock: its pace, its cost, a million records
.PHONY: bench-push
bench-push:
	@tools/install check
	@$(MAKE) --no-print-directory all
	@tests/bench/push/run

## make demo-push  pushes the demo's bundle to hubmock, with its report
.PHONY: demo-push
demo-push:
	@tools/install check
	@$(MAKE) --no-print-directory all
	@tools/demo-push

## make install    programs and manuals to $(DESTDIR)$(PREFIX)
.PHONY: install
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(filter $(BUILD)/hubstage%,$(PROGRAMS)) $(DESTDIR)$(PREFIX)/bin
	install -m 644 docs/hubstage*.1 $(DESTDIR)$(PREFIX)/share/man/man1

## make clean      removes build/
.PHONY: clean
clean:
	rm -rf build

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(BUILD)/libcore.a: $(CORE)
$(BUILD)/librules.a: $(RULES) $(BUILD)/gen/schema_files.o
$(BUILD)/libstage.a: $(STAGE)
$(BUILD)/libinput.a: $(INPUT)
$(BUILD)/libreport.a: $(REPORT)
$(BUILD)/liblook.a: $(LOOK)
$(BUILD)/librun.a: $(RUN)
$(BUILD)/libpush.a: $(PUSH)
$(BUILD)/libsync.a: $(SYNC)
$(BUILD)/libnet.a: $(NET)
$(BUILD)/libpg.a: $(PG)
$(PG): PROJECT += $(shell pkg-config --cflags libpq 2>/dev/null)
$(BUILD)/libcli.a: $(CLI)
$(BUILD)/lib%.a:
	@rm -f $@
	ar rcs $@ $^

# The files under schema/, and the statements beside the steps, become bytes of the program.
EMBEDDED := $(shell find schema src/rules src/steps -name '*.sql' -o -name '*.css' -o -name source_columns.csv -o -path 'schema/rules/*' -type f | LC_ALL=C sort)
$(BUILD)/tools/embed: tools/embed.c
	@mkdir -p $(@D)
	$(CC) $(PROJECT) $(WARN) $(CFLAGS) -o $@ $<
# Changes when a file comes, goes or is renamed, which no time stamp shows.
$(BUILD)/gen/embedded.list: always
	@mkdir -p $(@D)
	@echo $(EMBEDDED) | cmp -s - $@ || echo $(EMBEDDED) > $@

.PHONY: always
always:

$(BUILD)/gen/schema_files.c: $(BUILD)/tools/embed $(BUILD)/gen/embedded.list $(EMBEDDED)
	@mkdir -p $(@D)
	@echo embed $@
	@$(BUILD)/tools/embed $(EMBEDDED) > $@.tmp && mv $@.tmp $@
$(BUILD)/gen/schema_files.o: $(BUILD)/gen/schema_files.c
	$(COMPILE) -c -o $@ $<

ROOMS_STAGE := $(addprefix $(BUILD)/,libcli.a librun.a libreport.a liblook.a libstage.a libinput.a librules.a libcore.a)
ROOMS_PUSH  := $(addprefix $(BUILD)/,libcli.a libpush.a libnet.a librules.a libcore.a)
ROOMS_SYNC  := $(addprefix $(BUILD)/,libcli.a libsync.a libpg.a librules.a libcore.a)

$(BUILD)/hubstage: $(BUILD)/src/cli/hubstage.o $(ROOMS_STAGE)
	$(LINK) -o $@ $^ $(SQLITE) -lcsv $(JANSSON) $(CRYPTO)
$(BUILD)/hubstage-push: $(BUILD)/src/cli/hubstage-push.o $(ROOMS_PUSH)
	$(LINK) -o $@ $^ $(SQLITE) $(CURL) $(JANSSON) $(CRYPTO) -lcsv
$(BUILD)/hubstage-sync: $(BUILD)/src/cli/hubstage-sync.o $(ROOMS_SYNC)
	$(LINK) -o $@ $^ $(SQLITE) $(PQ) $(JANSSON) $(CRYPTO) -lcsv
$(BUILD)/hubmock: $(HUBMOCK) $(BUILD)/libcore.a
	$(LINK) -o $@ $^ $(MHD) $(JANSSON) $(SQLITE) $(CRYPTO)
$(BUILD)/fixturegen: $(FIXTUREGEN)
	$(LINK) -o $@ $^

$(BUILD)/tests/core/%: $(BUILD)/tests/core/%.o $(BUILD)/libcore.a
	$(LINK) -o $@ $^ $(CMOCKA) $(SQLITE) -lcsv $(JANSSON) $(CRYPTO)
$(BUILD)/tests/steps/%: $(BUILD)/tests/steps/%.o $(ROOMS_STAGE)
	$(LINK) -o $@ $^ $(CMOCKA) $(SQLITE) -lcsv $(JANSSON) $(CRYPTO)
$(BUILD)/tests/wire/%: $(BUILD)/tests/wire/%.o $(ROOMS_PUSH)
	$(LINK) -o $@ $^ $(CMOCKA) $(SQLITE) $(CURL) $(JANSSON) $(CRYPTO) -lcsv

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
