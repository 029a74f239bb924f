// HubSpot's own client (@hubspot/api-client) against hubmock: whatever it can do with activities must work as it does
// against HubSpot. Prints what failed, and at the end "N passed, N failed".
//
// $BUILD/hubmock is the program (default: build).

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { Client } from '@hubspot/api-client'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const program = join(resolve(root, process.env.BUILD ?? 'build'), 'hubmock')
const key = 'legacy_communication_id'
const token = 'pat-na1-00000000-0000-0000-0000-000000000000'
const stamp = '2020-01-02T03:04:05.000Z'

// What each type needs besides a time, a text that can be changed, and its association type ids to contact and company.
const types = {
	calls: { api: 'calls', text: 'hs_call_body', needs: { hs_call_direction: 'OUTBOUND' }, ids: [194, 182] },
	emails: { api: 'emails', text: 'hs_email_html', needs: { hs_email_direction: 'INCOMING_EMAIL' }, ids: [198, 186] },
	meetings: { api: 'meetings', text: 'hs_meeting_body', needs: { hs_meeting_title: 'met' }, ids: [200, 188] },
	notes: { api: 'notes', text: 'hs_note_body', needs: {}, ids: [202, 190] },
	tasks: { api: 'tasks', text: 'hs_task_body', needs: { hs_task_status: 'COMPLETED' }, ids: [204, 192] },
	communications: {
		api: 'communications',
		text: 'hs_communication_body',
		needs: { hs_communication_channel_type: 'SMS', hs_communication_logged_from: 'CRM' },
		ids: [81, 87],
	},
	postal_mail: { api: 'postalMail', text: 'hs_postal_mail_body', needs: {}, ids: [453, 459] },
}

let passed = 0
let failed = 0

async function test(what, body) {
	try {
		await body()
		passed++
	} catch (fault) {
		failed++
		console.log(`${what}: ${fault.stack ?? fault}`)
	}
}

// The client's error, which must come.
async function refused(call) {
	try {
		await call
	} catch (fault) {
		return fault
	}
	throw new Error('was not refused')
}

async function start(...options) {
	const dir = mkdtempSync(join(tmpdir(), 'hubmock-'))
	const file = join(dir, 'port')
	const child = spawn(program, ['--port-file', file, '--token', token, ...options], { stdio: 'ignore' })
	const ended = new Promise((done) => child.on('exit', done))

	child.on('error', () => {})
	for (let tries = 0; !existsSync(file) && tries < 6000 && child.exitCode === null; tries++)
		await new Promise((go) => setTimeout(go, 5))
	const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
	rmSync(dir, { recursive: true })
	if (port === 0) throw new Error(`${program} does not start`)
	return {
		base: `http://127.0.0.1:${port}`,
		stop: () => (child.kill(), ended),
	}
}

function connect(base, accessToken = token) {
	return new Client({ accessToken, basePath: base, numberOfApiCallRetries: 0, limiterOptions: { maxConcurrent: 10 } })
}

function link(id, typeId) {
	return { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId }] }
}

function input(type, number, more = {}) {
	const t = types[type]

	return {
		properties: { hs_timestamp: stamp, [t.text]: `text ${number}`, [key]: `${type}-${number}`, ...t.needs, ...more },
		associations: [link('500', t.ids[0]), link('600', t.ids[1])],
		objectWriteTraceId: String(number),
	}
}

const keys = (answer) => answer.results.map((r) => r.properties[key]).sort()
const range = (from, count) => Array.from({ length: count }, (_, i) => from + i)
const byKey = (...values) => ({
	filterGroups: [{ filters: [{ propertyName: key, operator: 'IN', values }] }],
	properties: [key],
	limit: 100,
})

async function create_key(client, type) {
	const some = await client.crm.properties.coreApi.getAll(type)
	const groupName = some.results.find((p) => p.name.startsWith('hs_')).groupName
	const made = await client.crm.properties.coreApi.create(type, {
		name: key, label: 'Legacy key', type: 'string', fieldType: 'text', groupName, hasUniqueValue: true,
	})
	const read = await client.crm.properties.coreApi.getByName(type, key)

	assert.equal(made.name, key)
	assert.equal(read.hasUniqueValue, true)
	assert.equal(read.modificationMetadata.readOnlyValue, false)
	const twice = await refused(client.crm.properties.coreApi.create(type, {
		name: key, label: 'Legacy key', type: 'string', fieldType: 'text', groupName,
	}))
	assert.equal(twice.code, 409)
}

async function single(api, type) {
	const text = types[type].text
	const made = await api.basicApi.create(input(type, 1))
	const read = await api.basicApi.getById(made.id, [text, key], undefined, ['contacts', 'companies'])

	assert.equal(read.properties[key], `${type}-1`)
	assert.equal(read.properties[text], 'text 1')
	assert.ok(read.createdAt instanceof Date)
	assert.equal(read.associations.contacts.results[0].id, '500')
	assert.equal(read.associations.companies.results[0].id, '600')
	const named = await api.basicApi.getById(`${type}-1`, [key], undefined, undefined, false, key)
	assert.equal(named.id, made.id)
	const changed = await api.basicApi.update(made.id, { properties: { [text]: 'changed' } })
	assert.equal(changed.properties[text], 'changed')
	assert.ok(changed.updatedAt >= made.updatedAt)
	const page = await api.basicApi.getPage(10)
	assert.ok(page.results.some((r) => r.id === made.id))
	await api.basicApi.archive(made.id)
	assert.equal((await refused(api.basicApi.getById(made.id))).code, 404)
	const old = await api.basicApi.getById(made.id, undefined, undefined, undefined, true)
	assert.equal(old.archived, true)
}

async function batch(api, type) {
	const text = types[type].text
	const numbers = range(100, 30)
	const made = await api.batchApi.create({ inputs: numbers.map((n) => input(type, n)) })

	assert.equal(made.status, 'COMPLETE')
	assert.deepEqual(keys(made), numbers.map((n) => `${type}-${n}`).sort())
	assert.notDeepEqual(made.results.map((r) => r.properties[key]), numbers.map((n) => `${type}-${n}`))
	for (const r of made.results) for (const value of Object.values(r.properties)) assert.equal(typeof value, 'string')

	const read = await api.batchApi.read({
		idProperty: key, properties: [key, text], propertiesWithHistory: [],
		inputs: [...numbers.slice(0, 5), 999].map((n) => ({ id: `${type}-${n}` })),
	})
	assert.equal(read.results.length, 5)
	assert.equal(read.numErrors, 1)
	assert.deepEqual(read.errors[0].context.ids, [`${type}-999`])

	const updated = await api.batchApi.update({
		inputs: made.results.slice(0, 3).map((r) => ({ id: r.id, properties: { [text]: 'new' } })),
	})
	assert.equal(updated.results.every((r) => r.properties[text] === 'new'), true)

	const upserted = await api.batchApi.upsert({
		inputs: [100, 500].map((n) => ({ id: `${type}-${n}`, idProperty: key, properties: input(type, n).properties })),
	})
	assert.deepEqual(upserted.results.map((r) => r._new ?? r.new).sort(), [false, true])

	await api.batchApi.archive({ inputs: made.results.slice(0, 10).map((r) => ({ id: r.id })) })
	const left = await api.batchApi.read({
		properties: [key], propertiesWithHistory: [], inputs: made.results.map((r) => ({ id: r.id })),
	})
	assert.equal(left.results.length, 20)
}

async function multi_status(api, type) {
	const inputs = [input(type, 700), input(type, 701, { no_such_property: 'x' }), input(type, 100.5, { hs_timestamp: 'soon' })]
	const answer = await api.batchApi.create({ inputs })
	const untraced = inputs.map(({ properties, associations }) => ({ properties, associations }))

	assert.deepEqual(keys(answer), [`${type}-700`])
	assert.equal(answer.numErrors, 2)
	assert.deepEqual(answer.errors.map((e) => e.context.objectWriteTraceId[0]).sort(), ['100.5', '701'])
	const whole = await refused(api.batchApi.create({ inputs: untraced }))
	assert.equal(whole.code, 400)
	assert.equal(whole.body.category, 'VALIDATION_ERROR')
	const again = await api.batchApi.create({ inputs: [input(type, 700), input(type, 702)] })
	assert.deepEqual(keys(again), [`${type}-702`])
	assert.match(again.errors[0].message, /already has that value/)
	const many = await refused(api.batchApi.create({ inputs: range(2000, 101).map((n) => input(type, n)) }))
	assert.equal(many.code, 400)
}

async function search(api, type) {
	const found = await api.searchApi.doSearch(byKey(`${type}-500`, `${type}-700`, `${type}-no`))
	const page = await api.searchApi.doSearch({
		filterGroups: [{ filters: [{ propertyName: 'hs_timestamp', operator: 'GTE', value: stamp }] }],
		sorts: ['-hs_object_id'], properties: [key], limit: 5,
	})

	assert.deepEqual(keys(found), [`${type}-500`, `${type}-700`])
	assert.equal(page.results.length, 5)
	assert.ok(page.total > 5)
	assert.equal(page.paging.next.after, '5')
	const ids = page.results.map((r) => Number(r.id))
	assert.deepEqual(ids, [...ids].sort((a, b) => b - a))
}

async function associations(client, type) {
	const v4 = client.crm.associations.v4
	const made = await client.crm.objects[types[type].api].basicApi.create({
		properties: input(type, 800).properties, associations: [],
	})
	const from = { id: made.id }

	await v4.batchApi.create(type, 'contacts', {
		inputs: [{ _from: from, to: { id: '501' }, types: link('', types[type].ids[0]).types }],
	})
	await v4.basicApi.createDefault(type, made.id, 'companies', '601')
	await v4.basicApi.create(type, made.id, 'companies', '602', link('', types[type].ids[1]).types)
	assert.equal((await refused(v4.basicApi.create(type, made.id, 'companies', '603', link('', 1).types))).code, 400)
	const read = await v4.batchApi.getPage(type, 'contacts', { inputs: [from] })
	assert.equal(read.results[0].to[0].toObjectId, '501')
	assert.equal(read.results[0].to[0].associationTypes[0].typeId, types[type].ids[0])
	const page = await v4.basicApi.getPage(type, made.id, 'companies')
	assert.deepEqual(page.results.map((r) => r.toObjectId), ['601', '602'])
	const back = await v4.basicApi.getPage('contacts', '501', type)
	assert.ok(back.results.some((r) => r.toObjectId === made.id))
	await v4.basicApi.archive(type, made.id, 'companies', '601')
	assert.equal((await v4.basicApi.getPage(type, made.id, 'companies')).results.length, 1)
}

// The same under a dated prefix, which the client reaches through its raw request only.
async function dated(client, version, type) {
	const path = `/crm/objects/${version}/${type}`
	const ask = async (method, end, body) => {
		const answer = await client.apiRequest({ method, path: path + end, body })
		return { status: answer.status, body: answer.status === 204 ? null : await answer.json() }
	}
	const number = version === '2026-03' ? 900 : 950
	const made = await ask('POST', '/batch/create', { inputs: range(number, 5).map((n) => input(type, n)) })

	assert.equal(made.status, 201)
	assert.equal(made.body.results.length, 5)
	const read = await ask('POST', '/batch/read', {
		idProperty: key, properties: [key], inputs: [{ id: `${type}-${number}` }],
	})
	assert.equal(read.status, 200)
	const found = await ask('POST', '/search', byKey(`${type}-${number}`))
	assert.equal(found.body.total, 1)
	assert.equal((await ask('POST', '/batch/archive', { inputs: made.body.results.map(({ id }) => ({ id })) })).status, 204)
}

async function account(client) {
	const details = await (await client.apiRequest({ path: '/account-info/v3/details' })).json()
	const owners = await client.crm.owners.ownersApi.getPage()
	const owner = await client.crm.owners.ownersApi.getById(Number(owners.results[0].id), 'id')

	assert.equal(details.portalId, 12345678)
	assert.ok(owners.results.length > 0)
	assert.equal(owner.email, owners.results[0].email)
}

async function limits() {
	const mock = await start('--rate', '3', '--clock-scale', '0.000001')
	const client = connect(mock.base)

	try {
		for (let i = 0; i < 3; i++) await client.crm.objects.notes.basicApi.getPage()
		const fault = await refused(client.crm.objects.notes.basicApi.getPage())
		assert.equal(fault.code, 429)
		assert.equal(fault.body.message, 'You have reached your secondly limit.')
		assert.equal(fault.body.policyName, 'SECONDLY')
		assert.equal((await refused(connect(mock.base, 'wrong').crm.objects.notes.basicApi.getPage())).code, 401)
	} finally {
		await mock.stop()
	}
}

// The client repeats a create after a 5xx on its own: with a key that is not unique that makes a duplicate.
async function careless() {
	const mock = await start('--create-key', 'plain')
	const client = new Client({ accessToken: token, basePath: mock.base, numberOfApiCallRetries: 3 })
	const hush = console.error

	try {
		console.error = () => {}
		await fetch(`${mock.base}/__faults`, {
			method: 'POST', body: JSON.stringify({ rules: [{ match: { request: 1 }, do: 'commit_then_504' }] }),
		})
		await client.crm.objects.notes.batchApi.create({ inputs: [input('notes', 1)] })
		const truth = await (await fetch(`${mock.base}/__truth`)).json()
		assert.equal(truth.duplicates, 1)
	} finally {
		console.error = hush
		await mock.stop()
	}
}

const mock = await start('--search-lag', '0', '--search-rate', '0')
const client = connect(mock.base)

for (const type of Object.keys(types)) {
	const api = client.crm.objects[types[type].api]

	await test(`${type}: make the key property`, () => create_key(client, type))
	await test(`${type}: one record`, () => single(api, type))
	await test(`${type}: batches`, () => batch(api, type))
	await test(`${type}: multi-status`, () => multi_status(api, type))
	await test(`${type}: search`, () => search(api, type))
	await test(`${type}: associations`, () => associations(client, type))
	for (const version of ['2026-03', '2026-09']) await test(`${type}: ${version}`, () => dated(client, version, type))
}
await test('account and owners', () => account(client))
await test('the truth has no duplicates', async () => {
	const truth = await (await fetch(`${mock.base}/__truth`)).json()

	assert.equal(truth.duplicates, 0)
	assert.ok(truth.live > 100)
})
await mock.stop()
await test('limits and token', limits)
await test('the client itself makes duplicates', careless)

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
