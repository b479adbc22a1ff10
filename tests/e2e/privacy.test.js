// Nothing leaves the browser except to the EHR, and nothing secret stays where others could read it.
import assert from 'node:assert/strict';

import { installApp, kWideHost } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, signInByHand } from './harness/journeys.js';
import { startScriptedServer } from './harness/scripted_server.js';

const app = installApp({}, {}, kWideHost);
const kClinic = 'Monday clinic';

const kEverythingStored = `
  const entries = (storage) => Object.entries({ ...storage });
  return Promise.all([caches.keys(), indexedDB.databases()]).then(([cached, databases]) =>
    JSON.stringify({
      cached,
      databases,
      local: entries(localStorage),
      session: entries(sessionStorage),
      cookie: document.cookie,
      url: location.href,
      title: document.title,
      state: history.state,
      window: window.name,
    }));`;

// Every code and token that went over the wire in this session.
async function secretsOnTheWire() {
  const secrets = new Set();
  for (const { url, headers, body } of await app.control('GET log')) {
    const fields = new URLSearchParams(body);
    for (const name of ['code', 'code_verifier', 'refresh_token']) secrets.add(fields.get(name));
    const state = new URL(url, app.ehr.url).searchParams.get('state');
    secrets.add(state);
    secrets.add(headers.authorization?.replace(/^\w+ /, ''));
  }
  return [...secrets].filter((secret) => secret);
}

function assertFree(text, secrets, where) {
  const found = secrets.filter((secret) => text.includes(secret));
  assert.deepEqual(found, [], `${where} holds secrets`);
}

inEachBrowser('row 105: nothing secret is left in storage, address, title or console', async (page) => {
  await app.control('DELETE log');
  await signInByHand(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  // Each kind of token has to go over the wire to be known here.
  await app.control('POST expire-tokens', { kind: 'access' });
  await openPatient(page, { list: kClinic, name: /Ngata/ });
  await shownRisk(page);
  const secrets = await secretsOnTheWire();
  assert.ok(secrets.length >= 6, `a code, a verifier, a state and three tokens, not ${secrets.length}`);
  const stored = await page.evaluate(kEverythingStored);
  assertFree(stored, secrets, 'the page');
  assert.doesNotMatch(stored, /Ngata|marama/i);
  const { cached, databases } = JSON.parse(stored);
  assert.deepEqual([cached, databases], [[], []]);
  const referers = (await app.control('GET log')).map(({ headers }) => headers.referer ?? '');
  assert.deepEqual(referers.filter((address) => address.startsWith(app.url)), []);
  if (page.consoleMessages) assertFree(page.consoleMessages.join('\n'), secrets, 'the console');
});

inEachBrowser(
  'no request goes to any origin but the app’s and the EHR’s',
  async (page) => {
    await signInByHand(page, app, 'clinician');
    await openPatient(page, { list: kClinic, name: /Ngata/ });
    await shownRisk(page);
    const foreign = page.requests.filter(
      (url) => /^https?:/.test(url) && ![app.origin, app.ehr.url].includes(new URL(url).origin),
    );
    assert.deepEqual(foreign, []);
    assert.ok(page.requests.some((url) => url.startsWith(app.ehr.fhirBase)));
  },
  { browsers: ['chromium', 'firefox'] },
);

inEachBrowser('once signed in, the page can send to no other origin', async (page, context) => {
  const stranger = await startScriptedServer(context);
  const send = () =>
    page.evaluate(`return fetch('${stranger.url}').then(() => 'sent', () => 'refused');`);
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as patient' }).find();
  assert.equal(await send(), 'sent', 'before, so that nothing but the app can be what refuses it');
  await signInByHand(page, app, 'patient');
  await shownRisk(page);
  const before = stranger.requests.length;
  assert.equal(await send(), 'refused');
  assert.equal(stranger.requests.length, before);
});

inEachBrowser('the access token goes to the FHIR base only', async (page) => {
  await app.control('DELETE log');
  await signInByHand(page, app, 'patient');
  await shownRisk(page);
  const withToken = (await app.control('GET log')).filter(({ headers }) => headers.authorization);
  assert.ok(withToken.length > 0);
  for (const { url } of withToken) assert.match(url, /^\/fhir\//);
});
