-- The views that the set has in place of the built-in ones.
SELECT path AS "file" FROM rule_file WHERE path GLOB 'views/*' ORDER BY path;
