-- After the last row: the rows of one id are looked for together.
CREATE INDEX profile_row_id ON profile_row (file, id, line);
