# What tools/lint looks for in C files, line by line. Prints "CHECK file:line: what"; CHECK is a word of tools/lint.

function complain(check, line, what)
{
	print check, FILENAME ":" line ": " what
}

# The line without comments and without what is inside quotes.
function code_of(line,    out, i, c, two, quote)
{
	out = ""
	quote = ""
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		two = substr(line, i, 2)
		if (in_comment) {
			if (two == "*/") {
				in_comment = 0
				i++
			}
		} else if (quote != "") {
			if (c == "\\")
				i++
			else if (c == quote) {
				quote = ""
				out = out c
			}
		} else if (two == "/*") {
			in_comment = 1
			i++
		} else if (two == "//") {
			break
		} else {
			if (c == "\"" || c == "'")
				quote = c
			out = out c
		}
	}
	return out
}

# Bytes that go on with a character of UTF-8 take no column.
function width(line,    i, columns)
{
	gsub(/[\200-\277]/, "", line)
	columns = 0
	for (i = 1; i <= length(line); i++)
		columns = substr(line, i, 1) == "\t" ? columns + 8 - columns % 8 : columns + 1
	return columns
}

# src/steps/stage/load.c -> steps/stage; tools and tests are "": they may include what they like of the project.
function room_of(path)
{
	if (path !~ /^src\/.*\//)
		return ""
	sub(/^src\//, "", path)
	sub(/\/[^\/]*$/, "", path)
	return path
}

# The three jobs know nothing of each other, whatever rooms they have inside.
function job_of(room,    parts)
{
	return split(room, parts, "/") > 1 && parts[1] == "steps" ? parts[2] : ""
}

function may_include(from, to)
{
	if (from == to)
		return 1
	if (!(to in floor) || floor[to] >= floor[from])
		return 0
	return job_of(from) == "" || job_of(to) == "" || job_of(from) == job_of(to)
}

function check_include(line,    path, from, to)
{
	path = line
	sub(/^#[ \t]*include[ \t]*["<]/, "", path)
	sub(/[">].*/, "", path)
	from = room_of(FILENAME)
	if (path ~ /^curl\// && from != "net" && from != "")
		complain("arrows", FNR, path " belongs in src/net")
	if (path ~ /^libpq/ && from != "pg" && from != "")
		complain("arrows", FNR, path " belongs in src/pg")
	if (path ~ /^(sys\/socket|netdb|netinet\/.*|arpa\/inet)\.h$/ && from != "net" && from != "")
		complain("arrows", FNR, path " belongs in src/net")
	if (line !~ /"/ || from == "")
		return
	to = room_of("src/" path)
	if (path !~ /\//)
		complain("arrows", FNR, path ": an include names its room")
	else if (!may_include(from, to))
		complain("arrows", FNR, "src/" from " may not include " path)
}

function check_calls(code, room)
{
	if (match(code, banned))
		complain("banned", FNR, name_in(code) " is banned")
	if (room != "" && room != "cli" && FILENAME != "src/core/mem.c") {
		if (match(code, /(^|[^A-Za-z0-9_])(printf|vprintf|puts|putchar|perror|exit|_exit)[ \t]*\(/))
			complain("quiet", FNR, name_in(code) ": only src/cli prints and exits")
		if (match(code, /(^|[^A-Za-z0-9_])(stdout|stderr|STDOUT_FILENO|STDERR_FILENO)([^A-Za-z0-9_]|$)/))
			complain("quiet", FNR, name_in(code) ": only src/cli prints")
	}
}

function name_in(code,    name)
{
	name = substr(code, RSTART, RLENGTH)
	gsub(/[^A-Za-z0-9_]/, "", name)
	return name
}

# A body begins with { and ends with } in the first column: that is how clang-format leaves it. After a return statement
# behind "goto out" nothing may follow but that }.
function check_body(code)
{
	if (code ~ /^{/) {
		body = FNR
		jumped = 0
		returned = 0
	} else if (body > 0 && code ~ /^}/) {
		if (FNR - body - 1 > 100)
			complain("sizes", body, "a function of " FNR - body - 1 " lines")
		body = 0
	} else if (body > 0) {
		if (returned && !in_return && code ~ /[^ \t]/) {
			complain("exit", returned, "a second way out, after \"goto out\" in line " jumped)
			returned = 0
		}
		if (!jumped && code ~ /(^|[^A-Za-z0-9_])goto[ \t]+out[ \t]*;/)
			jumped = FNR
		if (jumped && !in_return && code ~ /(^|[^A-Za-z0-9_])return([^A-Za-z0-9_]|$)/) {
			returned = FNR
			in_return = 1
		}
		if (in_return && code ~ /;[ \t]*$/)
			in_return = 0
	}
}

function end_of_file()
{
	if (previous == "")
		return
	if (lines > 500 && previous !~ /^tests\//)
		print "sizes", previous ":" lines ": a file of more than 500 lines"
	if (previous ~ /\.h$/ && previous ~ /^src\// && lines >= 90)
		print "sizes", previous ":" lines ": a header of 90 lines or more"
}

BEGIN {
	# An arrow goes to a lower floor, never up and never along.
	floor["cli"] = 7
	floor["steps/stage/run"] = 6
	floor["steps/stage/report"] = floor["steps/stage/look"] = 5
	floor["steps/stage"] = floor["steps/push"] = floor["steps/sync"] = 4
	floor["steps/stage/input"] = 3
	floor["net"] = floor["pg"] = floor["rules"] = 2
	floor["core"] = 1
	banned = "(^|[^A-Za-z0-9_.>])(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atof|strncpy|rand|srand|" \
		"localtime|gmtime|ctime|asctime|setlocale|system|popen)[ \t]*\\("
}

FNR == 1 {
	end_of_file()
	previous = FILENAME
	in_comment = 0
	as_it_is = 0
	body = 0
	in_return = 0
	if (room_of(FILENAME) != "" && !(room_of(FILENAME) in floor))
		complain("arrows", FNR, "src/" room_of(FILENAME) ": no room that tools/lint.awk knows")
}

{
	lines = FNR
	if (!in_comment && $0 ~ /^#[ \t]*include/)
		check_include($0)
	text = code_of($0)
	check_calls(text, room_of(FILENAME))
	if (FILENAME ~ /\.c$/)
		check_body(text)
	if (text ~ /(^|[^A-Za-z0-9_])typedef[ \t]+(struct|union|enum)/ && FILENAME ~ /^src\//)
		complain("names", FNR, "struct without typedef")
	if ($0 ~ /clang-format o(n|ff)/)
		as_it_is = $0 ~ /clang-format off/
	if (!as_it_is && width($0) > 120)
		complain("sizes", FNR, "longer than 120 columns")
}

END {
	end_of_file()
}
