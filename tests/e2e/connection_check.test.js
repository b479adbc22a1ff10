// The connection check, for whoever sets the app up: right, wrong or cannot tell, line by line.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';

const app = installApp();

afterEach(() => app.control('POST reset'));

async function check(page) {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Connection check' }).click();
  await page.getByRole('button', { name: 'Copy the report' }).find();
  return (await page.getByRole('listitem').all()).map(({ text }) => text);
}

function line(lines, subject) {
  return lines.find((text) => text.startsWith(subject)) ?? '';
}

inEachBrowser('a server that is right has no wrong line, and is asked without a token', async (page) => {
  const lines = await check(page);
  assert.match(line(lines, 'Discovery document'), /: right/);
  assert.match(line(lines, 'PKCE'), /: right/);
  assert.match(line(lines, 'FHIR version'), /: right.*4\.0\.1/s);
  assert.ok(line(lines, 'Redirect URI').includes(app.url));
  assert.deepEqual(lines.filter((text) => /: wrong/.test(text)), []);
  const log = await app.control('GET log');
  assert.ok(log.every(({ headers }) => !headers.authorization && !headers.cookie));
});

inEachBrowser('a server without CORS is named as one that cannot be read', async (page) => {
  await app.control('POST rules', { match: { path: 'well-known' }, action: { noCors: true } });
  const lines = await check(page);
  assert.match(line(lines, 'Discovery document'), /: wrong.*CORS/s);
  assert.match(line(lines, 'PKCE'), /cannot tell/);
});

inEachBrowser('a server without S256 and one of another FHIR version are told', async (page) => {
  await app.control('POST rules', {
    match: { path: 'well-known' },
    action: { json: { code_challenge_methods_supported: ['plain'] } },
  });
  await app.control('POST rules', {
    match: { path: '/fhir/metadata' },
    action: { json: { fhirVersion: '3.0.2' } },
  });
  const lines = await check(page);
  assert.match(line(lines, 'PKCE'), /: wrong/);
  assert.match(line(lines, 'FHIR version'), /: wrong.*3\.0\.2/s);
});

inEachBrowser('a failed sign-in leads to the check, and the check back to the start', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  await app.control('POST rules', { match: { path: 'well-known' }, action: { connection: 'drop' } });
  await page.getByRole('button', { name: 'Sign in as clinician' }).click();
  await page.getByRole('button', { name: 'Check the connection' }).click();
  await page.getByRole('button', { name: 'Check again' }).find();
  await app.control('DELETE rules');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('button', { name: '‹ Start' }).click();
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
});
