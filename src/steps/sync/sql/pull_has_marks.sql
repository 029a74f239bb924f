-- Whether any communication is private or deleted.
SELECT EXISTS (SELECT 1 FROM source_mark);
