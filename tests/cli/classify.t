# Every word of the contract, and the activity it becomes
$ for word in call phone voip zoom telephone phonecall email e-mail meeting appointment visit demo presentation note comment \
> annotation memo task todo to-do follow-up followup action sms text linkedin whatsapp wa message postal letter; do
> printf '%-12s ' $word; hubstage classify $word; done
call         calls (rule 1 of plan: derive, type is a word for a call)
phone        calls (rule 2 of plan: derive, type is a word for a call)
voip         calls (rule 3 of plan: derive, type is a word for a call)
zoom         calls (rule 4 of plan: derive, type is a word for a call)
telephone    calls (rule 5 of plan: derive, type is a word for a call)
phonecall    calls (rule 6 of plan: derive, type is a word for a call)
email        emails (rule 7 of plan: derive, type is a word for an e-mail)
e-mail       emails (rule 8 of plan: derive, type is a word for an e-mail)
meeting      meetings (rule 9 of plan: derive, type is a word for a meeting)
appointment  meetings (rule 10 of plan: derive, type is a word for a meeting)
visit        meetings (rule 11 of plan: derive, type is a word for a meeting)
demo         meetings (rule 12 of plan: derive, type is a word for a meeting)
presentation meetings (rule 13 of plan: derive, type is a word for a meeting)
note         notes (rule 14 of plan: derive, type is a word for a note)
comment      notes (rule 15 of plan: derive, type is a word for a note)
annotation   notes (rule 16 of plan: derive, type is a word for a note)
memo         notes (rule 17 of plan: derive, type is a word for a note)
task         tasks (rule 18 of plan: derive, type is a word for a task)
todo         tasks (rule 19 of plan: derive, type is a word for a task)
to-do        tasks (rule 20 of plan: derive, type is a word for a task)
follow-up    tasks (rule 21 of plan: derive, type is a word for a task)
followup     tasks (rule 22 of plan: derive, type is a word for a task)
action       tasks (rule 23 of plan: derive, type is a word for a task)
sms          communications (rule 24 of plan: derive, type is a word for a short message)
text         communications (rule 25 of plan: derive, type is a word for a short message)
linkedin     communications (rule 26 of plan: derive, type is a word for a short message)
whatsapp     communications (rule 27 of plan: derive, type is a word for a short message)
wa           communications (rule 28 of plan: derive, type is a word for a short message)
message      communications (rule 29 of plan: derive, type is a word for a short message)
postal       postal_mail (rule 30 of plan: derive, type is a word for postal mail)
letter       postal_mail (rule 31 of plan: derive, type is a word for postal mail)

# A case is a task with a case id and a high priority, otherwise a note
$ while read -r priority id; do printf '%-10s %-4s ' "$priority" "$id"; hubstage classify Case --priority "$priority" --case "$id"
> done <<'END'
> High 123
> URGENT 1
> critical 0
> Low 456
> Normal 7
> 1 7
> END
> hubstage classify case --priority High; hubstage classify case --case 5; hubstage classify Case
High       123  tasks (rule 32 of plan: derive, a case of high priority is a task)
URGENT     1    tasks (rule 33 of plan: derive, a case of high priority is a task)
critical   0    tasks (rule 34 of plan: derive, a case of high priority is a task)
Low        456  notes (rule 35 of plan: derive, any other case is a note)
Normal     7    notes (rule 35 of plan: derive, any other case is a note)
1          7    notes (rule 35 of plan: derive, any other case is a note)
notes (rule 35 of plan: derive, any other case is a note)
notes (rule 35 of plan: derive, any other case is a note)
notes (rule 35 of plan: derive, any other case is a note)

# White space around and letters in either case make no difference; everything else does
$ for word in '  Call' $'e-MAIL\t' $'Meeting\xc2\xa0' $'\xc2\xa0 TASK \n' 'phone call' 'email message' mail 'to do' $'e\xe2\x80\x91mail' \
> TÀSK $'v\xc4\xb0s\xc4\xb0t' calls xcall '' ' ' NULL Unknown '*' '(empty)'; do hubstage classify "$word"; done
calls (rule 1 of plan: derive, type is a word for a call)
emails (rule 8 of plan: derive, type is a word for an e-mail)
meetings (rule 9 of plan: derive, type is a word for a meeting)
tasks (rule 18 of plan: derive, type is a word for a task)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)
notes (rule 36 of plan: derive, no rule knows the type)

# The action and the status play no part in the plan's rules
$ hubstage classify Call --action Inbound --status Completed
calls (rule 1 of plan: derive, type is a word for a call)

# As a document
$ hubstage classify case --priority urgent --case 9 --json; hubstage classify nonsense --json
{
  "document": "classify",
  "version": 1,
  "rule_set": "plan",
  "activity": "tasks",
  "rule": 33,
  "decision": "derive",
  "reason": "a case of high priority is a task",
  "is_task_eligible": true
}
{
  "document": "classify",
  "version": 1,
  "rule_set": "plan",
  "activity": "notes",
  "rule": 36,
  "decision": "derive",
  "reason": "no rule knows the type",
  "is_task_eligible": false
}

# By rules of one's own: the first line that matches wins, and what it says of direction, status and decision
$ hubstage rules export own >said; { sed 1q own/classification.csv; cat <<'END'; sed 1d own/classification.csv; } >new
> call,in,,,,,,,,,,calls,INBOUND,,,told to
> call,,,,,,,,,,,calls,,MISSED,hold,not sure
> spam,,,,,,,,,,,notes,,,skip,nobody wants it
> END
> mv new own/classification.csv; for action in in out ''; do hubstage classify Call --action "$action" --rules own; done
> hubstage classify Spam --rules own; hubstage classify phone --rules own
calls (rule 1 of own: derive, told to)
calls (rule 2 of own: hold, not sure)
calls (rule 2 of own: hold, not sure)
notes (rule 3 of own: skip, nobody wants it)
calls (rule 5 of own: derive, type is a word for a call)

# Wrong usage
$ hubstage classify
! hubstage: classify: needs TYPE
! hubstage: classify: see 'hubstage help classify'
[exit 2]

$ hubstage classify Call Email
! hubstage: classify: 'Email' is one operand too many
! hubstage: classify: see 'hubstage help classify'
[exit 2]

$ hubstage classify Call --rules nowhere
! hubstage: classify: nowhere: no rule set of this name and no directory
[exit 2]

$ hubstage classify Call --kind x
! hubstage: classify: unknown option --kind
! hubstage: classify: see 'hubstage help classify'
[exit 2]
