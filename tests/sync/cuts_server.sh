# The connection cut at the messages of the server.

. tests/sync/cuts.sh
sweep server
