-- filter_hit: which filters hit which communication, as inside/filter.sql found it.
CREATE TABLE filter_hit (
	comm_communicationid integer NOT NULL,
	position integer NOT NULL,
	PRIMARY KEY (comm_communicationid, position)
);
COMMENT ON TABLE filter_hit IS 'Which filters hit which communication.';
