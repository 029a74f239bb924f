// The report page, looked at by a browser. Each test is a sentence; a failing one says what it wanted and what it got.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const { BUILD, CHROMIUM, ROOT, WORK, SHOTS } = process.env;
const demo = join(ROOT, 'fixtures/demo');
const tables = ['--contacts', join(demo, 'contacts.csv'), '--companies', join(demo, 'companies.csv'), '--deals', join(demo, 'deals.csv')];
const tests = [];
const test = (name, body) => tests.push([name, body]);

function hubstage(...args) {
	const done = spawnSync(join(BUILD, 'hubstage'), args, { encoding: 'utf8', cwd: WORK });
	if (![0, 3, 4].includes(done.status)) throw new Error(`hubstage ${args[0]} ended with ${done.status}: ${done.stderr}`);
}

function sql(workspace, query) {
	return execFileSync('sqlite3', ['-readonly', join(WORK, workspace, 'staging.db'), query], { encoding: 'utf8' }).trim();
}

function same(want, got, what) {
	if (JSON.stringify(want) !== JSON.stringify(got)) throw new Error(`${what}\n  want ${JSON.stringify(want)}\n  got  ${JSON.stringify(got)}`);
}

const pageOf = (workspace) => join(WORK, workspace, 'report/data_quality_report.html');

// What a hostile export could hold. Each marks the page when it comes to life, or asks for something, or opens a dialog.
const attacks = [
	'<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "'><script>alert(1)</script>",
	'<a href="javascript:alert(1)">x</a>', '</td></table><iframe src="javascript:alert(1)"></iframe>', '</title><script>alert(1)</script>',
	'</style><script>alert(1)</script>', '<style>body{display:none}</style>', '<meta http-equiv="refresh" content="0;url=http://example.com/">',
	'<base href="http://example.com/">', '<form action="http://example.com/"><input autofocus onfocus=alert(1)>',
	'<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
	'&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;', '<!--<script>alert(1)</script>-->', '<![CDATA[<script>alert(1)</script>]]>',
	'{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '\u202Egnp.exe\u202C', '\u2066<b>\u2069', '\uFEFF<script>alert(1)</script>',
	'<img src="http://example.com/pixel.gif">', '<link rel=stylesheet href=http://example.com/x.css>', '<details open ontoggle=alert(1)>',
	'<video><source onerror=alert(1)></video>', 'x" onmouseover="alert(1)', '<svg><use href="data:image/svg+xml;base64,PHN2Zz4=#x"/></svg>',
	'<object data="data:text/html,<script>alert(1)</script>">', '=HYPERLINK("http://example.com/")', '`onload=alert(1)`',
];

function writeHostile() {
	const quote = (text) => `"${String(text).replaceAll('"', '""')}"`;
	const header = 'Comm_CommunicationId,Comm_Type,Comm_Action,Comm_Status,Comm_Priority,Comm_DateTime,Comm_ToDateTime,Comm_Note,' +
		'Comm_Subject,Comm_Email_Clean,Comm_CreatedDate,Person_FirstName,Person_LastName,Person_EmailAddress,Company_Name,';
	const types = ['Call', 'Email', 'Meeting', 'Note', 'Task', 'SMS', 'Letter'];
	const lines = [header + quote('<img src=x onerror=alert(2)>')];
	let id = 1;
	for (const attack of attacks)
		for (const type of types) {
			const code = id % 3 === 0 ? attack.slice(0, 90) : type;
			lines.push([id++, code, attack.slice(0, 90), attack.slice(0, 90), attack.slice(0, 40), '2024-05-06 07:08:09',
				id % 5 === 0 ? '2024-05-06 07:00:00' : '', attack.repeat(id % 4 + 1), attack, attack, '2024-05-06 07:08:09', attack, attack,
				attack, attack, attack].map(quote).join(','));
		}
	lines.push(['x', 'Call', '', '', '', attacks[0], '', attacks[1], attacks[2], '', '2024-05-06 07:08:09', '', '', '', '', ''].map(quote).join(','));
	mkdirSync(join(WORK, 'hostile'), { recursive: true });
	const file = join(WORK, 'hostile', `<img src=x onerror=alert(3)>"'&.csv`);
	writeFileSync(file, lines.join('\n') + '\n');
	return file;
}

let browser;

// Opens a page and watches it: requests beside its own file, words on the console, dialogs.
async function open(workspace, options = {}) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	context.setDefaultTimeout(0); // a slow machine is no failure
	context.setDefaultNavigationTimeout(0);
	const page = await context.newPage();
	const seen = { requests: [], console: [], dialogs: [] };
	page.on('request', (r) => seen.requests.push(r.url()));
	page.on('console', (m) => seen.console.push(`${m.type()}: ${m.text()}`));
	page.on('pageerror', (e) => seen.console.push(`error: ${e}`));
	page.on('dialog', async (d) => { seen.dialogs.push(d.message()); await d.dismiss(); });
	await page.goto('file://' + pageOf(workspace).split('/').map(encodeURIComponent).join('/'));
	return { page, seen, close: () => context.close() };
}

// axe-core is put into an isolated world, as the page's policy lets no script in.
async function axe(page) {
	const session = await page.context().newCDPSession(page);
	const { frameTree } = await session.send('Page.getFrameTree');
	const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
	const source = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
	const run = async (expression) => {
		const answer = await session.send('Runtime.evaluate', { expression, contextId: executionContextId, awaitPromise: true, returnByValue: true });
		if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
		return answer.result.value;
	};
	await run(source + '; undefined');
	return run(`axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) =>
		v.id + ': ' + v.help + ' (' + v.nodes.length + '): ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | ')))`);
}

// Of the sample, which is the same again and again, every twelfth.
const openAll = (page) => page.locator('details').evaluateAll((all) => all.forEach((d, i) => { d.open = !d.classList.contains('sample') || i % 12 === 0; }));

for (const workspace of ['demo', 'attacked', 'attacked_shown']) {
	test(`${workspace}: the page asks for nothing, says nothing, opens no dialog`, async () => {
		const { page, seen, close } = await open(workspace);
		await openAll(page);
		await page.mouse.move(300, 300);
		await page.mouse.wheel(0, 4000);
		await page.waitForLoadState('networkidle');
		same([1, [], []], [seen.requests.length, seen.console, seen.dialogs], 'requests, console, dialogs');
		await close();
	});

	test(`${workspace}: only the elements of our making, without a script, a handler or a style of their own`, async () => {
		const { page, close } = await open(workspace);
		const found = await page.evaluate(() => {
			const known = new Set(('HTML HEAD META TITLE STYLE BODY HEADER MAIN FOOTER NAV SECTION ARTICLE DIV P H1 H2 H3 H4 UL OL LI DL DT DD A SPAN B ' +
				'SMALL CODE DATA TABLE THEAD TBODY TR TH TD FIGURE FIGCAPTION DETAILS SUMMARY svg title g rect line path text tspan').split(' '));
			const bad = [];
			for (const e of document.querySelectorAll('*')) {
				if (!known.has(e.tagName)) bad.push(e.tagName);
				for (const a of e.attributes)
					if (/^on|^style$|^src/i.test(a.name) || /javascript:/i.test(a.value)) bad.push(`${e.tagName} ${a.name}=${a.value}`);
			}
			for (const a of document.querySelectorAll('a'))
				if (!/^(#[a-z]+|[a-z_]+\.(csv|json|md)|\.\.\/bundle\/data\/[a-z_]+\.(nd)?json)$/.test(a.getAttribute('href'))) bad.push(a.outerHTML);
			return [bad.slice(0, 5), document.querySelectorAll('head meta').length, document.querySelectorAll('style').length, document.scripts.length];
		});
		same([[], 4, 1, 0], found, 'strangers, meta, style, script');
		await close();
	});

	test(`${workspace}: nothing that turns the direction of writing is on the page`, async () => {
		const text = readFileSync(pageOf(workspace), 'utf8');
		same(null, text.match(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/), 'characters without a form');
	});
}

test('attacked: the texts are not there unless they are asked for, and then they are, as text', async () => {
	const hidden = readFileSync(pageOf('attacked'), 'utf8'), shown = await open('attacked_shown');
	same(false, hidden.includes('comm_subject</th><td>&lt;'), 'subjects in the report');
	const text = await shown.page.evaluate(() => { document.querySelectorAll('details').forEach((d) => { d.open = true; }); return document.body.innerText; });
	const seen = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '\\u{202E}gnp.exe'].filter((a) => !text.includes(a));
	same([], seen, 'attacks that do not show as text');
	await shown.close();
});

test('the policy allows our style sheet and nothing else', async () => {
	const { page, close } = await open('demo');
	same(true, /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'$/.test(
		await page.locator('meta[http-equiv]').getAttribute('content')), 'policy');
	const inserted = await page.evaluate(async () => {
		const script = document.createElement('script');
		script.textContent = 'document.title = "run"';
		document.head.append(script);
		return document.title;
	});
	same('Data quality report', inserted, 'title after a script was put in');
	await close();
});

for (const [workspace, name, options] of [['demo', 'light', {}], ['failing', 'light', {}], ['demo', 'dark', { colorScheme: 'dark' }],
	['demo', 'on a phone', { viewport: { width: 390, height: 844 } }]])
	test(`${workspace}, ${name}: axe-core finds nothing to complain of (landmarks, headers, contrast)`, async () => {
		const { page, close } = await open(workspace, options);
		await openAll(page);
		same([], await axe(page), 'violations');
		await close();
	});

for (const width of [360, 390, 768, 1280])
	test(`at ${width} pixels nothing is wider than the screen`, async () => {
		const { page, close } = await open('demo', { viewport: { width, height: 900 } });
		await openAll(page);
		same(0, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'pixels too many');
		await close();
	});

test('the verdict comes first and says what the checkpoints say', async () => {
	const verdicts = { demo: '✓ Ready to push, with remarks', failing: '✗ Not ready to push' };
	for (const workspace of Object.keys(verdicts)) {
		const { page, close } = await open(workspace);
		same(verdicts[workspace], await page.locator('h2').first().innerText(), workspace);
		const failed = sql(workspace, "SELECT count(*) FROM v_gate WHERE NOT passed AND level = 'gate'");
		same(Number(failed), await page.locator('#t-gates td.fail.result').count(), `${workspace}: gates that fail`);
		await close();
	}
});

const value = (page, selector) => page.locator(selector).first().getAttribute('value').then(Number);

test('the sums are those of the database', async () => {
	const { page, close } = await open('demo');
	for (const member of ['read', 'loaded', 'merged', 'replaced', 'rejected', 'derived', 'skipped', 'error', 'new', 'changed', 'unchanged', 'held', 'vanished'])
		same(Number(sql('demo', `SELECT ${member} FROM v_accounting`)), await value(page, `#n-${member}`), member);
	same(Number(sql('demo', 'SELECT new + changed FROM v_accounting')), await value(page, '#f-sent'), 'to be sent');
	same(Number(sql('demo', 'SELECT count(*) FROM v_gate WHERE passed')), await value(page, '#f-passed'), 'checkpoints passed');
	await close();
});

// The numbers of a table's row that begins with `first`, by the heads of their columns.
async function numbers(page, table, first) {
	const [heads, cells] = await page.locator(`#t-${table}`).evaluate((t, name) => {
		const row = [...t.tBodies[0].rows].find((r) => r.cells[0].innerText.trim() === name);
		return [[...t.tHead.rows[0].cells].map((c) => c.innerText.trim()), [...row.cells].map((c) => c.querySelector('data')?.value ?? c.innerText.trim())];
	}, first);
	return Object.fromEntries(heads.map((head, i) => [head, cells[i]]));
}

test('the seven types stand in their order, with the numbers of the database', async () => {
	const { page, close } = await open('demo');
	const types = [['calls', 'Calls'], ['emails', 'E-mails'], ['meetings', 'Meetings'], ['notes', 'Notes'], ['tasks', 'Tasks'],
		['communications', 'Communications'], ['postal_mail', 'Postal mail']];
	same(types.map((t) => t[1]), await page.locator('#t-activities tbody th').allInnerTexts(), 'order');
	same(types.map((t) => t[1]), await page.locator('.card h3').allInnerTexts(), 'order of the cards');
	for (const [type, name] of types) {
		const row = await numbers(page, 'activities', name);
		const want = sql('demo', `SELECT count(*), count(hubspot_contact_id), count(hubspot_company_id), count(hubspot_deal_id),
			count(*) FILTER (WHERE id IN (SELECT id FROM v_on_no_record)),
			(SELECT count(DISTINCT comm_communicationid) FROM finding WHERE kind = 'held' AND activity_type = '${type}'),
			count(*) FILTER (WHERE staging_status = 'error') FROM ic_communication_master WHERE derived_activity_type = '${type}'`);
		same(want.split('|'), [row.Rows, row.Contact, row.Company, row.Deal, row.None, row.Held, row['In error']], type);
	}
	await close();
});

test('months, hours, rates, rejects and placeholders are those of the database', async () => {
	const { page, close } = await open('demo');
	const charts = async (id) => page.locator(`#${id} figure`).evaluateAll((all) => all.map((f) => Object.fromEntries(
		[...f.querySelectorAll('g rect title')].map((t) => t.textContent.replaceAll(',', '').split(': ')))));
	const months = await charts('months'), hours = await charts('hours');
	const want = (part) => Object.fromEntries(sql('demo', `SELECT ${part}, count(*) FROM ic_communication_master
		WHERE derived_activity_type = 'tasks' GROUP BY 1 ORDER BY 1`).split('\n').map((l) => l.split('|')));
	same(want("substr(comm_datetime, 1, 7)"), months[4], 'tasks by month');
	same(want("substr(comm_datetime, 12, 2) || ':00'"), hours[4], 'tasks by hour');
	const contact = await numbers(page, 'resolution', 'contact');
	same(sql('demo', `SELECT count(person_id), count(hubspot_contact_id), count(person_id) - count(hubspot_contact_id) FROM ic_communication_master`).split('|'),
		[contact['Rows with an id'], contact.Resolved, contact.Unresolved], 'contacts');
	same(sql('demo', "SELECT count(*) FROM reject WHERE code = 'DUPLICATE_RECORD_ID'"), (await numbers(page, 'rejects', 'DUPLICATE_RECORD_ID')).Rows, 'rejects');
	same(sql('demo', "SELECT count(*) FROM ic_emails, this_run WHERE email_to_address = placeholder_to"),
		(await numbers(page, 'placeholders', 'email_to_address'))['E-mails'], 'placeholders');
	await close();
});

test('the columns of a chart are as high as their numbers, from zero', async () => {
	const { page, close } = await open('demo');
	const off = await page.locator('#hours figure').evaluateAll((all) => all.flatMap((f) => {
		const bars = [...f.querySelectorAll('g rect')].map((r) => [Number(r.textContent.replaceAll(',', '').split(': ')[1]), r.height.baseVal.value,
			r.y.baseVal.value + r.height.baseVal.value]);
		const most = Math.max(...bars.map((b) => b[0])), high = Math.max(...bars.map((b) => b[1])), floor = bars[0][2];
		return bars.filter(([n, h, bottom]) => Math.abs(bottom - floor) > 0.2 || Math.abs(h - Math.max(1.5, n / most * high)) > 0.2);
	}));
	same([], off, 'columns off');
	await close();
});

test('what to do next stands beside the verdict, and ends with a push of a few only when nothing is in the way', async () => {
	for (const [workspace, last] of [['demo', /Push a few .* hubstage-push push --portal ID --canary 2$/], ['failing', /Check the sample by eye\.$/]]) {
		const { page, close } = await open(workspace);
		same(true, last.test((await page.locator('#verdict ol li').last().innerText()).replace(/\s+/g, ' ')), `${workspace}: the last thing to do`);
		const dead = await page.locator('#verdict a').evaluateAll((all) => all.map((a) => a.getAttribute('href')).filter((h) => !document.querySelector(h)));
		same([], dead, `${workspace}: links to nothing`);
		await close();
	}
});

test('every number of the sums that stays behind leads to a file with as many lines', async () => {
	const { page, close } = await open('demo');
	for (const [member, file] of [['rejected', 'rejected.csv'], ['held', 'held.csv'], ['error', 'errors.csv'], ['merged', 'merged.csv']]) {
		same(1, await page.locator(`.sums a[href="${file}"]`).count(), `link to ${file}`);
		const lines = readFileSync(join(WORK, 'demo/report', file), 'utf8').trim().split('\n').length - 1;
		same(await value(page, `#n-${member}`), lines, `lines of ${file}`);
	}
	for (const [column, file] of [[7, 'orphans.csv'], [11, 'held.csv'], [12, 'errors.csv']]) {
		const cells = await page.locator(`#t-activities tbody td:nth-child(${column})`).evaluateAll((all) => all.map((c) => [Number(c.textContent), c.querySelector('a')?.getAttribute('href')]));
		same([], cells.filter(([n, href]) => n > 0 ? href !== file : href !== undefined), `links to ${file}`);
		same(cells.reduce((sum, [n]) => sum + n, 0), readFileSync(join(WORK, 'demo/report', file), 'utf8').trim().split('\n').length - 1, `sum of ${file}`);
	}
	const dead = await page.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
	same([], [...new Set(dead)].filter((href) => href[0] === '#').filter((href) => !readFileSync(pageOf('demo'), 'utf8').includes(`id="${href.slice(1)}"`)), 'links to nothing');
	for (const href of new Set(dead.filter((href) => href[0] !== '#'))) statSync(join(WORK, 'demo/report', href));
	await close();
});

test('the same inputs, rules and time give the same bytes, also a second time in the same workspace', async () => {
	for (const name of ['data_quality_report.html', 'data_quality_report.md', 'data_quality_report.json']) {
		const first = readFileSync(join(WORK, 'demo/report', name));
		same(true, first.equals(readFileSync(join(WORK, 'demo_again/report', name))), name);
	}
});

test('pictures of the page are left for people to look at', async () => {
	for (const [name, width, options] of [['laptop', 1280, {}], ['tablet', 768, {}], ['phone', 390, {}], ['dark', 1280, { colorScheme: 'dark' }]]) {
		const { page, close } = await open('demo', { viewport: { width, height: 900 }, ...options });
		await page.screenshot({ path: join(SHOTS, `report-${name}.png`), fullPage: true, timeout: 0 });
		await close();
	}
	const { page, close } = await open('demo');
	await page.pdf({ path: join(SHOTS, 'report.pdf'), format: 'A4' });
	await close();
});

function makeWorkspaces() {
	const hostile = writeHostile();
	hubstage('run', join(demo, 'communications.csv'), ...tables, '--out', 'demo');
	hubstage('run', join(demo, 'communications.csv'), ...tables, '--out', 'demo_again');
	hubstage('run', join(demo, 'communications.csv'), ...tables, '--out', 'demo_again');
	hubstage('run', join(demo, 'communications.csv'), '--out', 'failing');
	hubstage('run', hostile, '--out', 'attacked');
	hubstage('run', hostile, '--out', 'attacked_shown');
	hubstage('report', '--show-values', '--out', 'attacked_shown');
}

makeWorkspaces();
browser = await chromium.launch({ executablePath: CHROMIUM, timeout: 0, args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'] });
let passed = 0, failed = 0;
for (const [name, body] of tests.filter(([name]) => name.includes(process.argv[2] ?? ''))) {
	try {
		await body();
		passed++;
	} catch (e) {
		failed++;
		console.log(`${name}: ${e.message}`);
	}
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
