# verify finds every changed, missing and added byte or file of a bundle
$ hubstage run $FIXTURES/edge/crlf.csv --contacts $FIXTURES/edge/contacts.csv -q >answer; hubstage verify
> cat >after <<'END'
> #!/bin/bash
> # after COMMAND...: what verify says of a copy of the workspace after a change in its bundle
> rm -rf copy; cp -r out copy; (cd copy/bundle && eval "$@")
> hubstage verify --out copy; echo "exit $?"
> END
> chmod +x after
the database, its sums and the bundle are whole

# A byte changed, in every file
$ for file in $(cd out/bundle && find . -type f | LC_ALL=C sort); do
> echo "== $file"; ./after "printf X | dd of=$file bs=1 conv=notrunc status=none"; done
== ./bag-info.txt
copy/bundle: bag-info.txt: does not match its checksum
exit 9
== ./bagit.txt
copy/bundle: bagit.txt: does not match its checksum
copy/bundle: bagit.txt: is not that of a BagIt 1.0 bag
exit 9
== ./data/bundle.json
copy/bundle: data/bundle.json: does not match its checksum
exit 9
== ./data/calls.ndjson
copy/bundle: data/calls.ndjson: does not match its checksum
exit 9
== ./data/communications.ndjson
copy/bundle: data/communications.ndjson: does not match its checksum
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
== ./data/emails.ndjson
copy/bundle: data/emails.ndjson: does not match its checksum
exit 9
== ./data/meetings.ndjson
copy/bundle: data/meetings.ndjson: does not match its checksum
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
== ./data/notes.ndjson
copy/bundle: data/notes.ndjson: does not match its checksum
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
== ./data/postal_mail.ndjson
copy/bundle: data/postal_mail.ndjson: does not match its checksum
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
== ./data/tasks.ndjson
copy/bundle: data/tasks.ndjson: does not match its checksum
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
== ./manifest-sha256.txt
copy/bundle: manifest-sha256.txt: does not match its checksum
copy/bundle: manifest-sha256.txt: line 1 has a checksum that is not lower-case hex
copy/bundle: data/bundle.json: is not listed in manifest-sha256.txt
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
== ./tagmanifest-sha256.txt
copy/bundle: tagmanifest-sha256.txt: line 1 has a checksum that is not lower-case hex
copy/bundle: bag-info.txt: is not listed in tagmanifest-sha256.txt
exit 9
! hubstage: verify: copy: 1 problem
! hubstage: verify: copy: 2 problems
! hubstage: verify: copy: 1 problem
! hubstage: verify: copy: 1 problem
! hubstage: verify: copy: 2 problems
! hubstage: verify: copy: 1 problem
! hubstage: verify: copy: 2 problems
! hubstage: verify: copy: 2 problems
! hubstage: verify: copy: 2 problems
! hubstage: verify: copy: 2 problems
! hubstage: verify: copy: 4 problems
! hubstage: verify: copy: 2 problems

# A byte at the end, more or less
$ ./after "printf '\n' >>data/calls.ndjson"
copy/bundle: data/calls.ndjson: does not match its checksum
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 2 problems

$ ./after "truncate -s -1 data/calls.ndjson"
copy/bundle: data/calls.ndjson: does not match its checksum
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 2 problems

# Two bytes changed for each other, and a file that is as long with other content
$ ./after "sed -i 's/101/110/' data/calls.ndjson"
copy/bundle: data/calls.ndjson: does not match its checksum
exit 9
! hubstage: verify: copy: 1 problem

# A line said twice, in a file with room for it
$ ./after "cat data/calls.ndjson >>data/notes.ndjson"
copy/bundle: data/notes.ndjson: does not match its checksum
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 2 problems

# A file that is missing, one that nobody listed, one that was renamed, two that changed places
$ ./after "rm data/emails.ndjson"
copy/bundle: data/emails.ndjson: is missing
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 2 problems

$ ./after "echo more >data/more.ndjson"
copy/bundle: data/more.ndjson: is not listed in manifest-sha256.txt
exit 9
! hubstage: verify: copy: 1 problem

$ ./after "echo more >more.txt"
copy/bundle: more.txt: does not belong to the bag
exit 9
! hubstage: verify: copy: 1 problem

$ ./after "mv data/emails.ndjson data/mails.ndjson"
copy/bundle: data/mails.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/emails.ndjson: is missing
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 3 problems

$ ./after "mv data/calls.ndjson x; mv data/emails.ndjson data/calls.ndjson; mv x data/emails.ndjson"
copy/bundle: data/calls.ndjson: does not match its checksum
copy/bundle: data/emails.ndjson: does not match its checksum
exit 9
! hubstage: verify: copy: 2 problems

# A directory, a link to the same content, a manifest that leaves something out or says it in capitals
$ ./after "mkdir data/more"
the database, its sums and the bundle are whole
exit 0

$ ./after "mv data/calls.ndjson ../calls; ln -s ../../calls data/calls.ndjson"
copy/bundle: data/calls.ndjson: is not a regular file
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 2 problems

$ ./after "sed -i /calls/d manifest-sha256.txt"
copy/bundle: manifest-sha256.txt: does not match its checksum
copy/bundle: data/calls.ndjson: is not listed in manifest-sha256.txt
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 3 problems

$ ./after "sed -i 's/^\(.*\) /\U\1 /' manifest-sha256.txt"
copy/bundle: manifest-sha256.txt: does not match its checksum
copy/bundle: manifest-sha256.txt: line 1 has a checksum that is not lower-case hex
copy/bundle: manifest-sha256.txt: line 2 has a checksum that is not lower-case hex
copy/bundle: manifest-sha256.txt: line 3 has a checksum that is not lower-case hex
copy/bundle: manifest-sha256.txt: line 4 has a checksum that is not lower-case hex
copy/bundle: manifest-sha256.txt: line 5 has a checksum that is not lower-case hex
copy/bundle: manifest-sha256.txt: line 6 has a checksum that is not lower-case hex
copy/bundle: manifest-sha256.txt: line 7 has a checksum that is not lower-case hex
copy/bundle: manifest-sha256.txt: line 8 has a checksum that is not lower-case hex
copy/bundle: data/bundle.json: is not listed in manifest-sha256.txt
copy/bundle: data/calls.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/communications.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/emails.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/meetings.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/notes.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/postal_mail.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/tasks.ndjson: is not listed in manifest-sha256.txt
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 18 problems

# No manifest: no bundle. No bundle at all, where one should be
$ ./after "rm manifest-sha256.txt"
copy/bundle: manifest-sha256.txt: is missing
copy/bundle: data/bundle.json: is not listed in manifest-sha256.txt
copy/bundle: data/calls.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/communications.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/emails.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/meetings.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/notes.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/postal_mail.ndjson: is not listed in manifest-sha256.txt
copy/bundle: data/tasks.ndjson: is not listed in manifest-sha256.txt
copy/bundle: bag-info.txt: has no Payload-Oxum that counts the payload
exit 9
! hubstage: verify: copy: 10 problems

$ ./after "rm -r ../bundle"
bundle: the directory is missing
exit 9
! hubstage: verify: copy: 1 problem

$ ./after "rm tagmanifest-sha256.txt"
copy/bundle: tagmanifest-sha256.txt: is missing
copy/bundle: manifest-sha256.txt: is not listed in tagmanifest-sha256.txt
copy/bundle: bag-info.txt: is not listed in tagmanifest-sha256.txt
copy/bundle: bagit.txt: is not listed in tagmanifest-sha256.txt
exit 9
! hubstage: verify: copy: 4 problems

# As a document
$ ./after "printf X | dd of=data/calls.ndjson bs=1 conv=notrunc status=none" >answer 2>&1; hubstage verify --out copy --json; echo "exit $?"
> hubstage verify --json
{
  "document": "verify",
  "version": 1,
  "workspace": "copy",
  "problems": [
    "copy/bundle: data/calls.ndjson: does not match its checksum"
  ]
}
exit 9
{
  "document": "verify",
  "version": 1,
  "workspace": "out",
  "problems": []
}
! hubstage: verify: copy: 1 problem
