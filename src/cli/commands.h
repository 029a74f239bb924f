/* The commands of hubstage: what the rows of its table call. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/context.h"

bool run_command(struct context *c, struct invocation *in, struct err *e);
bool init_command(struct context *c, struct invocation *in, struct err *e);
bool load_command(struct context *c, struct invocation *in, struct err *e);
bool resolve_command(struct context *c, struct invocation *in, struct err *e);
bool derive_command(struct context *c, struct invocation *in, struct err *e);
bool validate_command(struct context *c, struct invocation *in, struct err *e);
bool payloads_command(struct context *c, struct invocation *in, struct err *e);
bool receipts_command(struct context *c, struct invocation *in, struct err *e);
bool report_command(struct context *c, struct invocation *in, struct err *e);
bool status_command(struct context *c, struct invocation *in, struct err *e);
bool verify_command(struct context *c, struct invocation *in, struct err *e);
bool reset_command(struct context *c, struct invocation *in, struct err *e);
bool backup_command(struct context *c, struct invocation *in, struct err *e);
bool explain_command(struct context *c, struct invocation *in, struct err *e);
bool sample_command(struct context *c, struct invocation *in, struct err *e);
bool diff_command(struct context *c, struct invocation *in, struct err *e);
bool classify_command(struct context *c, struct invocation *in, struct err *e);
bool rules_command(struct context *c, struct invocation *in, struct err *e);
bool profile_command(struct context *c, struct invocation *in, struct err *e);
bool redact_command(struct context *c, struct invocation *in, struct err *e);
bool sql_command(struct context *c, struct invocation *in, struct err *e);

extern const struct option classify_options[];
extern const struct option redact_options[];
extern const struct option explain_options[];
extern const struct option sample_options[];
extern const struct option diff_options[];
extern const struct option report_options[];
extern const struct option validate_options[];

/* The step report with its files switched into place; the command says what it wrote. */
bool run_report(struct context *c, struct err *e);

#endif
