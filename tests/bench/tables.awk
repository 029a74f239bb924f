# The tables of tests/bench/run. Lines of its files:
#   sizes       ROWS input|output BYTES
#   floor.said  ROWS parse|write SECONDS BYTES [RECORDS]
#   results     ROWS PROGRAM SECONDS USER SYSTEM PEAK_KIB STATUS; PROGRAM is step.NAME for one of hubstage's steps

function least(name, value)
{
	if (!(name in best) || value < best[name])
		best[name] = value
}

function grouped(n,    text, out)
{
	text = sprintf("%.0f", n)
	while (length(text) > 3) {
		out = "," substr(text, length(text) - 2) out
		text = substr(text, 1, length(text) - 3)
	}
	return text out
}

function row(rows, program, shown)
{
	printf "%10s  %-10s %9.2f %9.2f %9s %7.1f %9.0f\n", grouped(rows), shown, best[rows, program, "wall"],
		best[rows, program, "cpu"], grouped(rows / best[rows, program, "wall"]),
		size[rows, "input"] / 1e6 / best[rows, program, "wall"], peak[rows, program] / 1024
}

function ratio(rows, peer, reach,    wall, cpu)
{
	if (!((rows, peer, "wall") in best))
		return
	wall = best[rows, "hubstage", "wall"] / best[rows, peer, "wall"]
	cpu = best[rows, "hubstage", "cpu"] / best[rows, peer, "cpu"]
	printf "%10s  hubstage / %-10s %6.2f   user+system %6.2f   reach %.2f: %s\n", grouped(rows), peer, wall, cpu, reach,
		wall <= reach ? "reached" : "not reached"
}

FILENAME ~ /sizes$/ {
	size[$1, $2] = $3
	next
}

FILENAME ~ /floor\.said$/ {
	least($1 SUBSEP "floor " $2, $3)
	bytes[$1, $2] = $4
	next
}

{
	if (!($1 in seen)) {
		seen[$1] = 1
		all_rows[++row_count] = $1
	}
	if (!(($1, $2) in peak)) {
		programs[$1] = programs[$1] " " $2
		peak[$1, $2] = 0
	}
	least($1 SUBSEP $2 SUBSEP "wall", $3)
	least($1 SUBSEP $2 SUBSEP "cpu", $4 + $5)
	if ($6 > peak[$1, $2])
		peak[$1, $2] = $6
}

END {
	head = sprintf("%10s  %-10s %9s %9s %9s %7s %9s",
		"rows", "program", "seconds", "user+sys", "rows/s", "MB/s", "peak MiB")
	print "\n" head
	for (i = 1; i <= row_count; i++) {
		rows = all_rows[i]
		count = split(programs[rows], names, " ")
		for (k = 1; k <= count; k++)
			if (names[k] !~ /^step\./)
				row(rows, names[k], names[k])
	}
	sub("program   ", "step      ", head)
	for (i = 1; i <= row_count; i++) {
		rows = all_rows[i]
		count = split(programs[rows], names, " ")
		for (k = 1; k <= count; k++)
			if (names[k] ~ /^step\./) {
				if (head != "")
					print "\n" head
				head = ""
				row(rows, names[k], substr(names[k], 6))
			}
	}
	print ""
	for (i = 1; i <= row_count; i++) {
		rows = all_rows[i]
		ratio(rows, "sqlite3", 1 / 3)
		ratio(rows, "floor", 2)
		ratio(rows, "duckdb", 1)
		ratio(rows, "pandas", 1 / 20)
		printf "%10s  peak memory of hubstage %.0f MB   reach 256: %s\n", grouped(rows), peak[rows, "hubstage"] * 1.024e-3,
			peak[rows, "hubstage"] * 1.024e-3 < 256 ? "reached" : "not reached"
	}
	for (i = 2; i <= row_count; i++) {
		times = best[all_rows[i], "hubstage", "wall"] / best[all_rows[i - 1], "hubstage", "wall"]
		reach = 1.1 * all_rows[i] / all_rows[i - 1]
		printf "%s rows take %.2f times what %s take   reach %.1f: %s\n", grouped(all_rows[i]), times,
			grouped(all_rows[i - 1]), reach, times <= reach ? "reached" : "not reached"
	}
	print ""
	for (i = 1; i <= row_count; i++) {
		rows = all_rows[i]
		printf "%10s  input %s MB, hubstage's output %s MB; the floor parsed %.0f MB/s and wrote %.0f MB/s, synced\n",
			grouped(rows), grouped(size[rows, "input"] / 1e6), grouped(size[rows, "output"] / 1e6),
			bytes[rows, "parse"] / 1e6 / best[rows, "floor parse"], bytes[rows, "write"] / 1e6 / best[rows, "floor write"]
	}
}
