# markup.awk: communications whose bodies are made of pieces of HTML, put together by chance (-v seed, -v rows): what a
# mail program leaves, and what would not be read alike by two readers of HTML.
function chance()
{
	seed = seed * 16807 % 2147483647
	return seed / 2147483647
}

BEGIN {
	n = split("<p>~</p>~<P~CLASS=x>~<br>~<br/>~<a href=\"https://e.example/?a=1&b=2\">~" \
		"<a href='http://e.example' title=\"x\">~</a>~<A HREF=mailto:a@example.com>~" \
		"<img src='http://e.example/\"q\".png' alt>~<img src=cid:1 alt=\"a>b\">~" \
		"<img alt= src=\"https://e.example\">~<td colspan=2 rowspan='3'>~</td>~<o:p>~</o:p>~" \
		"<style>p{a:b}</style>~<STYLE a=\"</style>\">x</Style >~<script>~</script>~<script/>~<head>~" \
		"</head x=\">~<title>t</title>~<!-- x -->~<!-->~<!--~-->~<!DOCTYPE html>~<![endif]>~" \
		"<?xml version='1'?>~<~<1~<ann@example.com>~<a@b~c>~</~<//~<b~<b=~<b=\"~<b='x'y>~<b==\"a\">z\">~" \
		"<i/j=k>~<b c=d/>~>~\"~'~=~/~&~&amp;~a~B~é~漢~😀~\t~\r\n~\n\n~\v~ ~_~<span style='x:y;'>~</span>~" \
		"<div>~</div>~<h1>~</h7>~<body text=\"#000\">~<html xmlns:o=\"urn:x\">~" \
		"<a href=\"java\tscript:x\">~<a href=tel:+33>~<a href=\"HTTPS://e.example\">~<a \thref = x>~" \
		"<a/href=http:x/>~<b\x7fc>~<bé>~{\\rtf1", piece, "~")
	print "Comm_CommunicationId,Comm_Type,Comm_Action,Comm_Status,Comm_DateTime,Comm_CreatedDate,Comm_Subject,Comm_Note,Comm_Email_Clean"
	split("EmailOut EmailIn PhoneOut Meeting Note ToDo LetterOut Fax", action, " ")
	for (id = 1; id <= rows; id++) {
		body = ""
		for (k = int(chance() * 40); k > 0; k--)
			body = body piece[1 + int(chance() * n)]
		if (chance() < 0.05)
			while (length(body) < 11000)
				body = body "<a href='http://e.example/\"\"\"\"\"\"\"\"'>" body "&"
		gsub(/"/, "\"\"", body)
		printf "%d,Task,%s,Complete,2024-01-02 03:04:05,2024-01-02 03:04:05,s,%s,\"%s\"\n", id, action[1 + int(chance() * 8)], chance() < 0.2 ? "_" : "", body
	}
}
