/* Help, made from the same tables that run the program. Fits 80 columns. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

#include <stdio.h>

/* Commands, options of all commands, exit statuses. */
void help_program(const struct program *program, FILE *to);

/* Usage, what it does, its options with their defaults. Call it before parsing, which changes the defaults. */
void help_command(const struct program *program, const struct command *command, FILE *to);

#endif
