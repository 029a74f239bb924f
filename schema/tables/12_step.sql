-- step: which steps were done, and whether their result still stands. A step that was never run has no row; running
-- one makes the later ones stale. Written by each step in its own transaction.
CREATE TABLE step (
	name TEXT PRIMARY KEY,
	position INTEGER NOT NULL, -- init 0, load 1, resolve 2, derive 3, validate 4, payloads 5, report 6
	state TEXT NOT NULL CHECK (state IN ('done', 'stale')),
	as_of TEXT NOT NULL -- of the run that did it last
) STRICT;
