/* hubstage-sync: the staging schema of a PostgreSQL server, both ways. Its commands are the rows below. */
#include "cli/sync_context.h"

static const struct command commands[] = {
	{.name = "check",
		.group = "Commands",
		.summary = "says what is on the server, what it allows, and what deploy would do",
		.run = sync_check_command},
	{.name = "deploy",
		.summary = "makes what the server lacks: tables, views, functions, rules",
		.about = "What is there stays as it is; what differs is told (exit 3). In one transaction; done again, "
			 "it "
			 "does nothing.",
		.options = sync_deploy_options,
		.run = sync_deploy_command},
	{.name = "pull",
		.summary = "writes the communications and reconciliation tables to CSV files",
		.about = "All of one moment of the server, with rows and hashes in pull.json beside them. `hubstage "
			 "run` reads "
			 "the files.",
		.options = sync_pull_options,
		.run = sync_pull_command},
	{.name = "push",
		.summary = "puts a workspace's rows, payloads and push states into the server's tables",
		.about = "One transaction, applied once. Rows that changed on the server since the pull are listed and "
			 "left alone "
			 "(exit 3).",
		.options = sync_push_options,
		.run = sync_push_command},
	{0}};

static const char *const notes =
	"The server is named as for psql: --db with a URI or conninfo text, PGHOST and the other PG* variables, a "
	"service "
	"file; passwords come from .pgpass or PGPASSFILE, TLS from PGSSLMODE and PGSSLROOTCERT.\n\n"
	"Exit status: 0 done; 2 wrong usage; 3 done, and something is listed; 5 the server's tables do not take the "
	"data; "
	"6 rights, locks, disk, no such schema: nothing changed; 7 the server is out of reach; 8 the answer to the "
	"last "
	"step was lost: run it again.";

static const struct program program = {.name = "hubstage-sync",
	.version = HUBSTAGE_VERSION,
	.summary = "Moves the staging data between PostgreSQL and a hubstage workspace.",
	.notes = notes,
	.commands = commands,
	.options = sync_context_options,
	.run = sync_context_run};

int
main(int argc, char **argv)
{
	return command_main(&program, argc, argv);
}
