#include "core/markup.h"

#include "core/text.h"

#include <string.h>
#include <strings.h>

/* What is being read, and where. */
struct input {
	const char *at, *end;
};

static const char *const kept[] = {"a", "b", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h1", "h2",
	"h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "s", "span", "strong", "sub", "sup", "table",
	"tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", NULL};

static const char *const gone[] = {"head", "iframe", "noscript", "object", "script", "style", "title", "xml", NULL};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool
is_one_of(const char *const *names, const char *name, size_t size)
{
	for (int i = 0; names[i] != NULL; i++)
		if (text_same(name, size, names[i]))
			return true;
	return false;
}

static bool
begins(const char *at, const char *end, const char *word)
{
	size_t size = strlen(word);

	return (size_t)(end - at) >= size && strncasecmp(at, word, size) == 0;
}

/* Where `word` stands from `at` on; `end` when nowhere. */
static const char *
find(const char *at, const char *end, const char *word)
{
	while (at < end && !begins(at, end, word)) {
		at = memchr(at + 1, word[0], (size_t)(end - at - 1));
		if (at == NULL)
			return end;
	}
	return at;
}

bool
markup_found(const char *text, size_t size)
{
	static const char *const signs[] = {
		"</", "<br", "<p>", "<p ", "<div", "<html", "<body", "<table", "<span", "<!doctype", NULL};
	const char *end = text + size;

	for (const char *at = memchr(text, '<', size); at != NULL; at = memchr(at + 1, '<', (size_t)(end - at - 1))) {
		for (int i = 1; signs[i] != NULL; i++)
			if (begins(at, end, signs[i]))
				return true;
		if (begins(at, end, signs[0]) && end - at > 2 && is_letter(at[2]))
			return true;
	}
	return false;
}

/* The '>' that ends the tag; NULL when there is none. */
static const char *
tag_end(const char *at, const char *end)
{
	char quote = '\0';

	for (; at < end; at++) {
		if (quote == '\0' && *at == '>')
			return at;
		if (quote == '\0' && (*at == '"' || *at == '\'') && at[-1] == '=')
			quote = *at;
		else if (*at == quote)
			quote = '\0';
	}
	return NULL;
}

static bool
is_harmless_link(const char *value, size_t size, bool picture)
{
	static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:"};
	const char *end = value + size;

	for (size_t i = 0; i < size; i++)
		if ((unsigned char)value[i] < ' ')
			return false;
	for (int i = 0; i < (picture ? 2 : 4); i++)
		if (begins(value, end, schemes[i]))
			return true;
	return false;
}

static bool
is_kept_attribute(const char *name, size_t name_size, const char *value, size_t size)
{
	static const char *const plain[] = {"alt", "colspan", "rowspan", NULL};

	if (text_same(name, name_size, "href"))
		return is_harmless_link(value, size, false);
	if (text_same(name, name_size, "src"))
		return is_harmless_link(value, size, true);
	return is_one_of(plain, name, name_size);
}

static void
add_attribute(struct buf *to, const char *name, size_t name_size, const char *value, size_t size)
{
	buf_char(to, ' ');
	buf_norm(to, name, name_size);
	buf_text(to, "=\"");
	for (size_t i = 0; i < size; i++)
		if (value[i] == '"')
			buf_text(to, "&quot;");
		else if (value[i] == '<' || value[i] == '>')
			buf_text(to, value[i] == '<' ? "&lt;" : "&gt;");
		else if ((unsigned char)value[i] >= ' ')
			buf_char(to, value[i]);
	buf_char(to, '"');
}

/* The value behind "name=", with or without quotes; moves on behind it. */
static const char *
take_value(struct input *in, size_t *size)
{
	const char *value = in->at, *close;
	char quote = value < in->end && (*value == '"' || *value == '\'') ? *value : '\0';

	if (quote != '\0') {
		value++;
		close = memchr(value, quote, (size_t)(in->end - value));
		close = close == NULL ? in->end : close;
		in->at = close < in->end ? close + 1 : close;
	} else {
		for (close = value; close < in->end && !is_blank(*close);)
			close++;
		in->at = close;
	}
	*size = (size_t)(close - value);
	return value;
}

static void
add_attributes(struct buf *to, const char *at, const char *end)
{
	struct input in = {at, end};

	while (in.at < end) {
		const char *name, *value;
		size_t name_size, size = 0;

		while (in.at < end && (is_blank(*in.at) || *in.at == '/'))
			in.at++;
		name = in.at;
		while (in.at < end && !is_blank(*in.at) && *in.at != '=')
			in.at++;
		name_size = (size_t)(in.at - name);
		if (in.at < end && *in.at == '=') {
			in.at++;
			value = take_value(&in, &size);
			if (is_kept_attribute(name, name_size, value, size))
				add_attribute(to, name, name_size, value, size);
		}
	}
}

/* A tag at in->at, which is '<'; false when it is none. */
static bool
take_tag(struct buf *to, struct input *in)
{
	const char *name = in->at + 1, *close, *end;
	bool closing = name < in->end && *name == '/';
	size_t size = 0;

	name += closing;
	while (name + size < in->end &&
		(is_letter(name[size]) || (size > 0 && name[size] > ' ' && strchr("/>=\"'<", name[size]) == NULL)))
		size++;
	close = tag_end(name + size, in->end);
	if (size == 0 || close == NULL || memchr(name, '@', size) != NULL)
		return false;
	end = close + 1;
	if (is_one_of(gone, name, size)) {
		char stop[16] = "</";

		memcpy(stop + 2, name, size);
		if (!closing && close[-1] != '/') {
			end = find(end, in->end, stop);
			close = end == in->end ? NULL : tag_end(end, in->end);
			end = close == NULL ? in->end : close + 1;
		}
	} else if (is_one_of(kept, name, size)) {
		buf_text(to, closing ? "</" : "<");
		buf_norm(to, name, size);
		if (!closing)
			add_attributes(to, name + size, close);
		buf_char(to, '>');
	}
	in->at = end;
	return true;
}

/* Comments and declarations: <!-- -->, <!DOCTYPE ...>, <![endif]>, <?xml ...?>. */
static bool
skip_declaration(struct input *in)
{
	const char *close, *mark = "-->";

	if (!begins(in->at, in->end, "<!") && !begins(in->at, in->end, "<?"))
		return false;
	if (!begins(in->at, in->end, "<!--"))
		mark = ">";
	close = find(in->at + 2, in->end, mark);
	in->at = close == in->end ? close : close + strlen(mark);
	return true;
}

void
markup_clean(struct buf *to, const char *text, size_t size)
{
	struct input in = {text, text + size};

	while (in.at < in.end) {
		unsigned char c = (unsigned char)*in.at;

		if (c == '<' && (skip_declaration(&in) || take_tag(to, &in)))
			continue;
		if (c == '<')
			buf_text(to, "&lt;");
		else if (c >= ' ' || c == '\t' || c == '\n' || c == '\r')
			buf_char(to, *in.at);
		in.at++;
	}
}
