#include "steps/stage/report/layout.h"

#include <string.h>

static const struct report_table activities[] = {
	{"activities", "The seven types",
		"Contact, company and deal are counted on the communication's own record; none: on no attendee's "
		"either.",
		"counts.csv", "",
		{{"activity", "Type", REPORT_TYPE}, {"rows", "Rows", REPORT_BAR},
			{"share_pct", "Share", REPORT_PERCENT}, {"with_contact", "Contact", REPORT_COUNT},
			{"with_company", "Company", REPORT_COUNT}, {"with_deal", "Deal", REPORT_COUNT},
			{"orphans", "None", REPORT_COUNT}, {"new", "New", REPORT_COUNT},
			{"changed", "Changed", REPORT_COUNT}, {"unchanged", "Unchanged", REPORT_COUNT},
			{"held", "Held", REPORT_COUNT}, {"error", "In error", REPORT_COUNT}}},
	{0}};

static const struct report_table findings[] = {
	{"findings", "Why", "One line a reason. The CSV files name every communication.", NULL,
		"Nothing was held, skipped, left out, flagged or in error.",
		{{"kind", "What happens", REPORT_WORDS}, {"code", "Reason", REPORT_CODE},
			{"activity", "Type", REPORT_TYPE}, {"property", "Property", REPORT_CODE},
			{"rows", "Rows", REPORT_BAR}, {"first_id", "First id", REPORT_ID},
			{"list", "Lines", REPORT_CODE}}},
	{0}};

static const struct report_table codes[] = {
	{"unrecognised", "Types that no rule knows",
		"They fell through to the default. Spellings that differ in case and outer blanks count as one.",
		"unrecognised.csv", "Every type was recognised.",
		{{"comm_type", "Comm_Type", REPORT_CODE}, {"activity", "Becomes", REPORT_TYPE},
			{"rows", "Rows", REPORT_BAR}, {"first_id", "First id", REPORT_ID}}},
	{"moves", "What the other rule set would do",
		"Rows that would become another type. By a rule there: Comm_Type and Comm_Action contradict each "
		"other, or it reads a word differently. The others have codes that no rule there knows.",
		"codes.csv", "The other rule set would give every row the same type, or there is none.",
		{{"activity", "Here", REPORT_TYPE}, {"other_activity", "There", REPORT_TYPE},
			{"rows", "Rows", REPORT_BAR}, {"by_rule", "By a rule there", REPORT_COUNT},
			{"pairs", "Pairs of codes", REPORT_COUNT}, {"first_id", "First id", REPORT_ID}}},
	{"codes", "Comm_Type and Comm_Action",
		"Those first that a rule of the other set makes another type, then the pairs with most rows.",
		"codes.csv", "There is no row.",
		{{"comm_type", "Comm_Type", REPORT_CODE}, {"comm_action", "Comm_Action", REPORT_CODE},
			{"rows", "Rows", REPORT_BAR}, {"activity", "Here", REPORT_TYPE},
			{"other_activity", "There", REPORT_TYPE}, {"other_reason", "Why there", REPORT_TEXT},
			{"first_id", "First id", REPORT_ID}}},
	{0}};

static const struct report_table resolution[] = {
	{"resolution", "Rates", "Of the rows that name a legacy id, how many got its HubSpot id.", "unresolved.csv", "",
		{{"entity", "Entity", REPORT_TEXT}, {"referring", "Rows with an id", REPORT_COUNT},
			{"resolved", "Resolved", REPORT_COUNT}, {"unresolved", "Unresolved", REPORT_COUNT},
			{"resolved_pct", "Rate", REPORT_PERCENT}, {"threshold_pct", "Must exceed", REPORT_PERCENT},
			{"unresolved_ids", "Distinct ids", REPORT_COUNT}}},
	{"unresolved", "The ids that most rows miss", "Up to ten an entity.", "unresolved.csv",
		"Every id was resolved.",
		{{"entity", "Entity", REPORT_TEXT}, {"legacy_id", "Legacy id", REPORT_ID}, {"rows", "Rows", REPORT_BAR},
			{"reason", "Why", REPORT_TEXT}}},
	{0}};

static const struct report_table rejects[] = {
	{"rejects", "Records that did not load",
		"rejects.csv in the workspace has them with all their columns, ready to be corrected and loaded again.",
		"rejected.csv", "Every record was loaded.",
		{{"code", "Code", REPORT_CODE}, {"column_name", "Column", REPORT_CODE}, {"rows", "Rows", REPORT_BAR},
			{"first_lines", "First lines", REPORT_CODE}, {"example", "Example", REPORT_TEXT}}},
	{"merges", "Duplicates and merges", NULL, NULL, "",
		{{"what", "What", REPORT_TEXT}, {"rows", "Rows", REPORT_COUNT}, {"list", "Lines", REPORT_CODE}}},
	{0}};

static const struct report_table dates[] = {
	{"dates", "Start and end",
		"In Sage data a task's Comm_DateTime is its due date and Comm_ToDateTime its start: many tasks that "
		"end "
		"before they start say so.",
		"backwards.csv", "",
		{{"activity", "Type", REPORT_TYPE}, {"no_end", "No end", REPORT_COUNT},
			{"end_before_start", "End before start", REPORT_BAR},
			{"end_at_start", "End at start", REPORT_COUNT},
			{"end_after_start", "End after start", REPORT_COUNT}, {"first_id", "First id", REPORT_ID}}},
	{0}};

static const struct report_table texts[] = {
	{"lengths", "Characters", "HubSpot takes 65,536 in a body as it is sent, which is HTML and may be longer.",
		"counts.csv", "",
		{{"text", "Text", REPORT_TEXT}, {"activity", "Type", REPORT_TYPE}, {"none", "None", REPORT_COUNT},
			{"to_50", "1-50", REPORT_COUNT}, {"to_200", "51-200", REPORT_COUNT},
			{"to_500", "201-500", REPORT_COUNT}, {"to_2000", "501-2,000", REPORT_COUNT},
			{"to_10000", "2,001-10,000", REPORT_COUNT}, {"to_65536", "10,001-65,536", REPORT_COUNT},
			{"over_65536", "more", REPORT_COUNT}, {"longest", "Longest", REPORT_COUNT},
			{"longest_id", "Its id", REPORT_ID}}},
	{"placeholders", "Placeholder addresses",
		"E-mails whose row names no sender or recipient go out with these. They are settings: put your own in.",
		"placeholders.csv", "",
		{{"property", "Property", REPORT_CODE}, {"address", "Address", REPORT_CODE},
			{"rows", "E-mails", REPORT_BAR}}},
	{0}};

static const struct report_table changes[] = {
	{"changes", "What is different", NULL, NULL,
		"This workspace keeps no result of an earlier run that differs from this one.",
		{{"what", "What", REPORT_TEXT}, {"before", "Before", REPORT_COUNT}, {"now", "Now", REPORT_COUNT}}},
	{0}};

static const struct report_table about[] = {
	{"inputs", "Inputs", NULL, NULL, "Nothing was read.",
		{{"kind", "Kind", REPORT_TEXT}, {"name", "File", REPORT_CODE}, {"rows_read", "Rows", REPORT_COUNT},
			{"bytes", "Bytes", REPORT_COUNT}, {"sha256", "SHA-256", REPORT_CODE},
			{"ignored_columns", "Ignored columns", REPORT_CODE}}},
	{"lists", "The lines behind the numbers", "CSV files beside this report, safe to open in a spreadsheet.", NULL,
		"There is no list.",
		{{"file", "File", REPORT_CODE}, {"title", "Holds", REPORT_TEXT}, {"rows", "Lines", REPORT_COUNT}}},
	{0}};

const struct report_section report_sections[] = {
	{"flow", "Where every row went", "Every row that was read is in one of these places.", DRAW_FLOW, NULL},
	{"gates", "Checkpoints",
		"A failed gate stands in the way of a push. A warning wants a look. Thresholds are settings of the "
		"rule set.",
		DRAW_GATES, NULL},
	{"activities", "Activities", NULL, DRAW_NOTHING, activities},
	{"types", "Type by type",
		"What each type holds: associations, values, defaults that were used, and what is not sent.",
		DRAW_TYPES, NULL},
	{"findings", "Held, in error, left out", NULL, DRAW_NOTHING, findings},
	{"codes", "Codes and rules", NULL, DRAW_NOTHING, codes},
	{"resolution", "References to HubSpot", NULL, DRAW_ORPHANS, resolution},
	{"rejects", "Rejected, merged, replaced", NULL, DRAW_NOTHING, rejects},
	{"time", "When", "Dates stand on the source's clock.", DRAW_MONTHS, dates},
	{"texts", "Texts and addresses", NULL, DRAW_NOTHING, texts},
	{"sample", "Sample to check by eye",
		"Ten communications a type, the odd ones first. Texts are shown by their length; `hubstage report "
		"--show-values` "
		"shows them.",
		DRAW_SAMPLE, NULL},
	{"changes", "Since the run before", NULL, DRAW_NOTHING, changes},
	{"about", "About this report", NULL, DRAW_ABOUT, about}, {0}};

const char *
report_type_name(const char *activity)
{
	static const char *const names[][2] = {{"calls", "Calls"}, {"emails", "E-mails"}, {"meetings", "Meetings"},
		{"notes", "Notes"}, {"tasks", "Tasks"}, {"communications", "Communications"},
		{"postal_mail", "Postal mail"}};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(names[i][0], activity) == 0)
			return names[i][1];
	return activity;
}

void
report_count(struct buf *to, json_int_t n)
{
	struct buf plain = {0};

	buf_int(&plain, n < 0 ? -n : n);
	if (n < 0)
		buf_char(to, '-');
	for (size_t i = 0; i < plain.size; i++) {
		if (i > 0 && (plain.size - i) % 3 == 0)
			buf_char(to, ',');
		buf_char(to, plain.bytes[i]);
	}
	buf_clear(&plain);
}

void
report_number(struct buf *to, double n)
{
	size_t start = to->size;

	if (n == (double)(json_int_t)n) {
		report_count(to, (json_int_t)n);
		return;
	}
	buf_format(to, "%.2f", n);
	while (to->size > start && to->bytes[to->size - 1] == '0')
		to->bytes[--to->size] = '\0';
	if (to->bytes[to->size - 1] == '.')
		to->bytes[--to->size] = '\0';
}

void
report_quantity(struct buf *to, const json_t *value, const char *unit)
{
	if (!json_is_number(value)) {
		buf_text(to, "no row");
		return;
	}
	report_number(to, json_number_value(value));
	if (strcmp(unit, "%") == 0)
		buf_char(to, '%');
}

void
report_must(struct buf *to, const json_t *gate)
{
	static const char *const words[][2] = {
		{">", "above "}, {"<", "below "}, {"<=", "at most "}, {">=", "at least "}};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i][0], report_text_of(gate, "comparison")) == 0)
			buf_text(to, words[i][1]);
	report_quantity(to, json_object_get(gate, "threshold"), report_text_of(gate, "unit"));
}

/* One character and its bytes; well-formed UTF-8 is expected. */
static unsigned
decode(const unsigned char *p, size_t left, size_t *size)
{
	unsigned c = p[0];

	*size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	if (*size > left)
		*size = left;
	if (*size > 1)
		c &= 0x7Fu >> *size;
	for (size_t i = 1; i < *size; i++)
		c = c << 6 | (p[i] & 0x3Fu);
	return c;
}

static bool
has_no_form(unsigned c)
{
	static const unsigned ranges[][2] = {{0, 0x1F}, {0x7F, 0x9F}, {0xAD, 0xAD}, {0x61C, 0x61C}, {0x180E, 0x180E},
		{0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB},
		{0xE0000, 0xE0FFF}};

	for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	return false;
}

void
report_shown(struct buf *to, const char *text, size_t size, void (*put)(struct buf *, const char *, size_t))
{
	struct buf escape = {0};
	size_t from = 0, step;

	for (size_t at = 0; at < size; at += step) {
		unsigned c = decode((const unsigned char *)text + at, size - at, &step);

		if (!has_no_form(c))
			continue;
		put(to, text + from, at - from);
		buf_reset(&escape);
		buf_format(&escape, "\\u{%X}", c);
		put(to, escape.bytes, escape.size);
		from = at + step;
	}
	put(to, text + from, size - from);
	buf_clear(&escape);
}

void
report_words(struct buf *to, const char *word)
{
	for (; *word != '\0'; word++)
		buf_char(to, *word == '_' ? ' ' : *word);
}

json_int_t
report_list_lines(const json_t *document, const char *file)
{
	const json_t *list;
	size_t i;

	json_array_foreach(json_object_get(document, "lists"), i, list)
	{
		if (strcmp(report_text_of(list, "file"), file) == 0)
			return report_int_of(list, "rows");
	}
	return -1;
}

const char *
report_text_of(const json_t *object, const char *member)
{
	const char *text = json_string_value(json_object_get(object, member));

	return text == NULL ? "" : text;
}

json_int_t
report_int_of(const json_t *object, const char *member)
{
	return json_integer_value(json_object_get(object, member));
}
