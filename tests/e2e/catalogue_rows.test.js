// Every row of the catalogue of attacks and faults has a test that names it: "row 39: …" here,
// "Row39_…" in the unit tests.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const kRows = 110;
const kTests = new URL('../', import.meta.url);

function rowsNamedIn(file) {
  const text = readFileSync(new URL(file, kTests), 'utf8');
  if (file.endsWith('.cpp')) return [...text.matchAll(/Row(\d+)_/g)].map(([, row]) => Number(row));
  return [...text.matchAll(/['"`]rows? ((?:\d+(?:, | and )?)+): /g)].flatMap(([, rows]) =>
    rows.match(/\d+/g).map(Number),
  );
}

test('every row of the catalogue has a test', () => {
  const files = readdirSync(kTests, { recursive: true }).filter(
    (file) => /_test\.cpp$|^e2e\/[^/]*\.test\.js$/.test(file),
  );
  const tested = new Set(files.flatMap(rowsNamedIn));
  const missing = Array.from({ length: kRows }, (_, i) => i + 1).filter((row) => !tested.has(row));
  assert.deepEqual(missing, []);
});
