// Nothing leaves the browser except to the EHR, and nothing secret stays where others could read it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, signIn } from './harness/journeys.js';

const app = installApp();

const kEverythingStored = `
  const entries = (storage) => Object.entries({ ...storage });
  return JSON.stringify({
    local: entries(localStorage),
    session: entries(sessionStorage),
    cookie: document.cookie,
    url: location.href,
    title: document.title,
    state: history.state,
  });`;

// Every code and token that went over the wire in this session.
async function secretsOnTheWire() {
  const secrets = new Set();
  for (const { url, headers, body } of await app.control('GET log')) {
    const fields = new URLSearchParams(body);
    for (const name of ['code', 'code_verifier', 'refresh_token']) secrets.add(fields.get(name));
    const state = new URL(url, app.ehr.url).searchParams.get('state');
    secrets.add(state);
    secrets.add(headers.authorization?.replace(/^Bearer /, ''));
  }
  return [...secrets].filter((secret) => secret);
}

function assertFree(text, secrets, where) {
  const found = secrets.filter((secret) => text.includes(secret));
  assert.deepEqual(found, [], `${where} holds secrets`);
}

inEachBrowser('row 105: nothing secret is left in storage, address, title or console', async (page) => {
  await app.control('DELETE log');
  await signIn(page, app, 'clinician');
  await openPatient(page, { list: 'Monday clinic', name: /Ngata/ });
  await shownRisk(page);
  const secrets = await secretsOnTheWire();
  assert.ok(secrets.length >= 4, `expected a code, a verifier and tokens, saw ${secrets.length}`);
  const stored = await page.evaluate(kEverythingStored);
  assertFree(stored, secrets, 'the page');
  assert.doesNotMatch(stored, /Ngata|marama/i);
  const referers = (await app.control('GET log')).map(({ headers }) => headers.referer ?? '');
  assert.deepEqual(referers.filter((address) => address.startsWith(app.url)), []);
  if (page.consoleMessages) assertFree(page.consoleMessages.join('\n'), secrets, 'the console');
});

inEachBrowser(
  'no request goes to any origin but the app’s and the EHR’s',
  async (page) => {
    await signIn(page, app, 'clinician');
    await openPatient(page, { list: 'Monday clinic', name: /Ngata/ });
    await shownRisk(page);
    const foreign = page.requests.filter(
      (url) => /^https?:/.test(url) && ![app.origin, app.ehr.url].includes(new URL(url).origin),
    );
    assert.deepEqual(foreign, []);
    assert.ok(page.requests.some((url) => url.startsWith(app.ehr.fhirBase)));
  },
  { browsers: ['chromium', 'firefox'] },
);

inEachBrowser('the page cannot send to any other origin', async (page, context) => {
  let reached = 0;
  const stranger = createServer((_, response) => {
    reached += 1;
    response.setHeader('Access-Control-Allow-Origin', '*').end();
  }).listen(0, '127.0.0.1');
  context.after(() => stranger.close());
  await once(stranger, 'listening');
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  const outcome = await page.evaluate(`
    const request = new XMLHttpRequest();
    request.open('GET', 'http://127.0.0.1:${stranger.address().port}/', false);
    try { request.send(); return 'sent'; } catch (error) { return error.name; }`);
  assert.equal(outcome, 'NetworkError');
  assert.equal(reached, 0);
});

inEachBrowser('the access token goes to the FHIR base only', async (page) => {
  await app.control('DELETE log');
  await signIn(page, app, 'patient');
  await shownRisk(page);
  const withToken = (await app.control('GET log')).filter(({ headers }) => headers.authorization);
  assert.ok(withToken.length > 0);
  for (const { url } of withToken) assert.match(url, /^\/fhir\//);
});
