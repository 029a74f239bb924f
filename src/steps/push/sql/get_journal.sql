SELECT portal, key_property FROM journal
