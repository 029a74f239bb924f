COPY exemption (entity, legacy_id) FROM STDIN;
