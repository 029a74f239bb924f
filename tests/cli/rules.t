# What the documents say of the rule sets is what the files hold (`make docs` writes them anew)
$ hubstage rules show --rules plan | diff - "$ROOT/docs/rules-plan.md"

$ hubstage rules show --rules sage | diff - "$ROOT/docs/rules-sage.md"

# As JSON the same, in arrays
$ hubstage rules show --rules sage --json | grep -c '"rule":'
94

# Every answer can be had as JSON
$ hubstage sql v_filter --json | sed 's/"text": .*/"text"/'; hubstage rules check --json | sed 's/"sha256": .*/"sha256"/'; hubstage sql --json | grep -c '"file"' | sed 's/^[0-9]*$/some files/'
{
  "document": "sql",
  "version": 1,
  "files": [
    {
      "file": "schema/views/42_v_filter.sql",
      "text"
    }
  ]
}
{
  "document": "rules",
  "version": 1,
  "checked": "plan",
  "sha256"
}
some files

# A copy of a set is the set
$ hubstage rules export mine --rules sage && hubstage rules check mine | sed 's/sha256 .*)/sha256)/' && diff -r mine "$ROOT/schema/rules/sage" && echo the same
mine: a copy of the rule set sage to edit; use it with --rules mine
mine: no fault found (sha256)
the same

# What is wrong is said with its line
$ printf 'filter,activity,decision,parameter,reason\nmass_mail,emails,hold,many,x\n' > mine/filters.csv; hubstage rules check mine
! hubstage: rules: mine/filters.csv:2: parameter: from_date needs a date, mass_mail a number, reply its prefixes, the others none
[exit 2]

$ printf 'filter,activity,decision,parameter,reason\nold,*,hold,,x\n' > mine/filters.csv; hubstage rules check mine
! hubstage: rules: mine/filters.csv:2: filter is from_date, mass_mail, reply, orphan, exempt, private, deleted, unknown_action, unknown_status, unknown_priority or unknown_owner
[exit 2]

$ printf 'entity,legacy_id\nperson,x\n' > mine/exempt.csv; rm mine/filters.csv; hubstage rules check mine
! hubstage: rules: mine/exempt.csv:2: cannot store TEXT value in INTEGER column exemption.legacy_id
[exit 2]

$ rm mine/exempt.csv; sed -i 's/"task_due": "comm_datetime"/"task_due": "tomorrow"/' mine/settings.json; hubstage rules check mine
! hubstage: rules: mine/settings.json:16: a setting is not as it must be: task_due IN ('comm_datetime', 'comm_todatetime')
[exit 2]
