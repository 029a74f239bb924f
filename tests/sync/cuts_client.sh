# The connection cut at the messages of the client.

. tests/sync/cuts.sh
sweep client
