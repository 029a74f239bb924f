/* hubstage-push: a bundle into HubSpot, every record once, every outcome known or shown. Its commands are the rows
 * below. */
#include "cli/push_context.h"

static const char *const about_push =
	"Sends what the bundle has and HubSpot has not. The journal is written before anything leaves: killed at any "
	"moment, the same command goes on, and nothing is sent twice.\n\nCtrl-C ends it in good order; a second one "
	"kills.";

static const struct command commands[] = {
	{.name = "check",
		.group = "Before",
		.summary = "says whether token, portal, scopes and key property are ready",
		.options = push_check_options,
		.needs = NEEDS_TOKEN,
		.run = push_check_command},
	{.name = "snapshot",
		.summary = "writes what the portal takes into portal.json",
		.options = push_snapshot_options,
		.needs = NEEDS_TOKEN,
		.run = push_snapshot_command},
	{.name = "plan",
		.summary = "says what push would send, with how many calls, in which time",
		.about = "Changes nothing. With a token it asks HubSpot for the day's quota; without one it needs no "
			 "network.",
		.options = push_bundle_options,
		.needs = NEEDS_TOKEN_IF_ANY,
		.run = push_plan_command},
	{.name = "push",
		.group = "Sending",
		.summary = "sends a bundle to HubSpot",
		.about = about_push,
		.options = push_send_options,
		.needs = NEEDS_TOKEN,
		.run = push_send_command},
	{.name = "reconcile",
		.summary = "settles what is unknown, reads associations back; sends nothing",
		.options = push_bundle_options,
		.needs = NEEDS_TOKEN,
		.run = push_reconcile_command},
	{.name = "status",
		.group = "After",
		.summary = "counts the journal's records by type and state",
		.run = push_status_command},
	{.name = "report",
		.summary = "writes api_test_report or production_push_report as md, html and json",
		.options = push_report_options,
		.run = push_report_command},
	{.name = "rollback",
		.summary = "archives in HubSpot what this journal created",
		.about = "What was edited in HubSpot since is left alone and listed. What was archived may be pushed "
			 "again.",
		.options = push_rollback_options,
		.needs = NEEDS_TOKEN,
		.run = push_rollback_command},
	{0}};

static const struct program program = {
	.name = "hubstage-push",
	.version = HUBSTAGE_VERSION,
	.summary = "Sends a bundle to HubSpot: every record once, every outcome known or shown.",
	.commands = commands,
	.options = push_context_options,
	.run = push_context_run,
};

int
main(int argc, char **argv)
{
	return command_main(&program, argc, argv);
}
