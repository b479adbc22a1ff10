// What the documents say about code and tests can be followed: every link leads to a file, and every
// catalogue row that is named is tested in that file.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';

const kRoot = new URL('../../', import.meta.url);

function linksOf(document) {
  const text = readFileSync(new URL(document, kRoot), 'utf8');
  return [...text.matchAll(/\[([^\]]+)\]\((?!https?:|#)([^)]+)\)/g)].map(([, words, target]) => ({
    words,
    target,
  }));
}

for (const document of ['README.md', 'SECURITY.md']) {
  test(`every link of ${document} leads somewhere`, () => {
    const broken = linksOf(document).filter(({ target }) => !existsSync(new URL(target, kRoot)));
    assert.deepEqual(broken, []);
  });
}

test('every row that SECURITY.md names is tested in the file that it names', () => {
  for (const { words, target } of linksOf('SECURITY.md')) {
    const file = new URL(target, kRoot);
    if (!/^rows?\s?\d/i.test(words) || statSync(file).isDirectory()) continue;
    const text = readFileSync(file, 'utf8');
    for (const row of words.match(/\d+/g)) {
      const named = new RegExp(`Row0*${Number(row)}_|rows? [\\d, and]*\\b${Number(row)}\\b|\\[${Number(row)}, `);
      assert.match(text, named, `${words} in ${target}`);
    }
  }
});
