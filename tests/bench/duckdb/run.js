// run.js FILE: runs a file of SQL in an in-memory DuckDB, through npm's @duckdb/node-api, which NODE_PATH must find.
const fs = require('fs');
const { DuckDBInstance } = require('@duckdb/node-api');

async function main() {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(fs.readFileSync(process.argv[2], 'utf8'));
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
