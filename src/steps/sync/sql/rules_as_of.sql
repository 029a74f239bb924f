UPDATE this_run SET as_of = $1::timestamp, tool_version = $2;
