-- The clock that the workspace's times are on.
SELECT timezone FROM this_run;
