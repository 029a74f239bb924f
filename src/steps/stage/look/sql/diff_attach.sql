ATTACH ?1 AS old;
