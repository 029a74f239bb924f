DELETE FROM ic_communication_master WHERE id = ?1;
