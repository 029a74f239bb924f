# A journal knows which portal it is about.
mock
bundle_make out/bundle 3 calls
push 0 push --no-read-back
mock --portal 777
PORTAL=777
unsettled=yes
push 9 push --no-read-back
