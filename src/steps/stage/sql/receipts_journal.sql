SELECT key_property FROM journal
