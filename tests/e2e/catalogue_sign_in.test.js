// Rows of the fault catalogue about the answer to a sign-in, as a browser's address bar, history and
// tabs bring it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser, openPage } from './harness/browsers.js';
import { openPatient, shownRisk, signIn, typeCredentials } from './harness/journeys.js';

const app = installApp();
const kChromium = { browsers: ['chromium'] };

afterEach(() => app.control('POST reset'));

async function tokenRequests() {
  const log = await app.control('GET log');
  return log
    .filter(({ method, url }) => method === 'POST' && url === '/token')
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
}

async function authorizationRequests() {
  const log = await app.control('GET log');
  return log
    .filter(({ url }) => url.startsWith('/auth?'))
    .map(({ url }) => Object.fromEntries(new URL(url, app.ehr.url).searchParams));
}

/** Signs in as far as the login page and returns the state that waits for an answer. */
async function waitingState(page) {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as patient' }).click();
  await page.getByRole('textbox', { name: 'User name' }).find();
  return (await authorizationRequests()).at(-1).state;
}

/** The address that the last sign-in came back to. */
async function lastCallback() {
  const [{ code }, { state }] = [(await tokenRequests()).at(-1), (await authorizationRequests()).at(-1)];
  return `${app.url}?${new URLSearchParams({ code, state, iss: app.ehr.url })}`;
}

async function assertRefused(page, pattern) {
  await page.getByRole('alert').find(({ name, text }) => pattern.test(name + text));
  assert.equal(await page.url(), app.url);
  assert.deepEqual(await tokenRequests(), []);
}

for (const [row, query, text] of [
  ['row 1: a code without state', () => '?code=stolen', /not started here/],
  ['rows 2 and 7: a code with a foreign state', () => '?code=stolen&state=attacker', /not started in this tab/],
  ['row 5: a state given twice', (state) => `?code=a&state=${state}&state=${state}`, /contradictory/],
  ['row 9: an answer by another server', (state) => `?code=a&state=${state}&iss=https://other.example`, /another service/],
  ['row 10: an answer without the announced issuer', (state) => `?code=a&state=${state}`, /did not identify itself/],
  ['row 13: a denial', (state) => `?error=access_denied&state=${state}&iss=${app.ehr.url}`, /not granted/],
  ['row 14: a denial with a code', (state) => `?error=access_denied&code=a&state=${state}&iss=${app.ehr.url}`, /not granted/],
  ['row 16: an error without state', () => '?error=access_denied', /not started here/],
]) {
  inEachBrowser(`${row} is refused and the address cleaned`, async (page) => {
    const state = await waitingState(page);
    await page.goto(app.url + query(state));
    await assertRefused(page, text);
  }, kChromium);
}

inEachBrowser('row 15: what the server says about an error is plain text', async (page) => {
  const state = await waitingState(page);
  const description = `<img src=x onerror="document.title='hit'">\u202e${'x'.repeat(10_000)}`;
  const answer = { error: 'server_error', error_description: description, state, iss: app.ehr.url };
  await page.goto(`${app.url}?${new URLSearchParams(answer)}`);
  await page.getByRole('alert').find(({ name, text }) => (name + text).includes('<img src=x'));
  assert.doesNotMatch(await page.title(), /hit/);
  const shown = await page.evaluate('return document.body.textContent;');
  assert.ok(!shown.includes('\u202e') && !shown.includes('x'.repeat(300)));
  assert.equal(await page.evaluate(`return document.querySelectorAll('img').length;`), 0);
}, kChromium);

inEachBrowser('row 3: the same answer a second time is refused', async (page) => {
  await signIn(page, app, 'patient');
  await shownRisk(page);
  const callback = await lastCallback();
  await app.control('DELETE log');
  await page.goto(callback);
  await assertRefused(page, /has been used already/);
});

inEachBrowser('row 6: an answer that belongs to another tab is refused there only', async (page) => {
  const state = await waitingState(page);
  const stranger = await openPage(page.browser);
  try {
    await stranger.goto(`${app.url}?${new URLSearchParams({ code: 'c', state, iss: app.ehr.url })}`);
    await assertRefused(stranger, /not started in this tab/);
  } finally {
    await stranger.close();
  }
  await page.goto(`${app.url}?${new URLSearchParams({ error: 'access_denied', state, iss: app.ehr.url })}`);
  await assertRefused(page, /not granted/);
}, kChromium);

inEachBrowser('rows 17 and 18: neither reload nor back and forward use a code again', async (page) => {
  await signIn(page, app, 'patient');
  await shownRisk(page);
  await page.back();
  await page.forward();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in as patient' }).find();
  assert.equal((await tokenRequests()).filter(({ code }) => code).length, 1);
}, kChromium);

inEachBrowser('row 98: a duplicated tab’s copy of the record leads to one refused request', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as patient' }).find();
  // What a browser does when a tab is duplicated: the other tab has all that was stored.
  await page.evaluate(`
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      set.call(this, key, value);
      set.call(localStorage, 'copy of ' + key, value);
    };`);
  await page.getByRole('button', { name: 'Sign in as patient' }).click();
  await typeCredentials(page, 'patient');
  await page.getByRole('button', { name: 'Allow' }).click();
  await shownRisk(page);
  await page.evaluate(`
    for (const [key, value] of Object.entries({ ...localStorage })) {
      if (key.startsWith('copy of ')) sessionStorage.setItem(key.slice(8), value);
    }`);
  await page.goto(await lastCallback());
  await page.getByRole('alert').find(({ name, text }) => /no longer valid/.test(name + text));
  const codes = (await tokenRequests()).map(({ code }) => code);
  assert.equal(codes.length, 2);
  assert.equal(await page.evaluate('return sessionStorage.length;'), 0);
});

/** Signs in while the token answer brings an id_token made of these claims and then altered. */
async function signInWithIdToken(page, claims, alter = (token) => token) {
  await waitingState(page);
  const { nonce, client_id: client } = (await authorizationRequests()).at(-1);
  const now = Math.floor(Date.now() / 1000);
  const own = { iss: app.ehr.url, aud: client, sub: 'marama', nonce, iat: now, exp: now + 300 };
  const { jwt } = await app.control('POST sign', { claims: { ...own, ...claims } });
  await app.control('POST rules', {
    match: { method: 'POST', path: '^/token$' },
    action: { json: { id_token: alter(jwt) } },
  });
  await typeCredentials(page, 'patient');
  await page.getByRole('button', { name: 'Allow' }).click();
}

function withoutAlgorithm(token) {
  const header = Buffer.from('{"alg":"none"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
}

function withForeignSubject(token) {
  const [header, payload, signature] = token.split('.');
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url')), sub: 'somebody-else' };
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

inEachBrowser('an id_token that the server signed is believed', async (page) => {
  await signInWithIdToken(page, {});
  await shownRisk(page);
});

for (const [title, claims, alter] of [
  ['row 24: an id_token of another sign-in', { nonce: 'another' }],
  ['row 25: an id_token for another app', { aud: 'another-app' }],
  ['row 26: an id_token of another server', { iss: 'https://other.example' }],
  ['row 27: an id_token that nobody signed', {}, withoutAlgorithm],
  ['row 27: an id_token altered after it was signed', {}, withForeignSubject],
]) {
  inEachBrowser(`${title} opens no record`, async (page) => {
    await signInWithIdToken(page, claims, alter);
    await page.getByRole('heading', { name: 'The sign-in did not succeed' }).find();
    const read = (await app.control('GET log')).filter(({ headers }) => headers.authorization);
    assert.deepEqual(read, []);
  });
}

inEachBrowser('row 22: each sign-in proves itself by a verifier of its own', async (page) => {
  for (let i = 0; i < 2; i += 1) {
    await app.control('DELETE log');
    await page.goto(app.url);
    await signIn(page, app, 'patient');
    await shownRisk(page);
    const [[asked], [sent]] = [await authorizationRequests(), await tokenRequests()];
    const digest = createHash('sha256').update(sent.code_verifier).digest('base64url');
    assert.equal(asked.code_challenge_method, 'S256');
    assert.equal(asked.code_challenge, digest);
    await app.control('POST reset');
  }
}, kChromium);

inEachBrowser('row 8: a launch wipes the patient who was on screen', async (page) => {
  await signIn(page, app, 'clinician');
  await openPatient(page, { list: 'Monday clinic', name: /Ngata/ });
  await shownRisk(page);
  const { launch } = await app.control('POST launch', { patient: 'denise-washington' });
  await page.goto(`${app.url}?${new URLSearchParams({ iss: app.ehr.fhirBase, launch })}`);
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('heading', { name: 'Denise Washington' }).find();
  await shownRisk(page);
  assert.equal((await authorizationRequests()).at(-1).launch, launch);
  assert.doesNotMatch(await page.evaluate('return document.body.textContent;'), /Ngata/);
}, kChromium);

inEachBrowser('row 70: two tabs renew each their own session', async (page) => {
  const other = await openPage(page.browser);
  try {
    for (const tab of [page, other]) {
      await signIn(tab, app, 'clinician');
      await tab.getByRole('button', { name: 'Monday clinic' }).find();
    }
    await app.control('POST expire-tokens', { kind: 'access' });
    for (const tab of [page, other]) await tab.getByRole('button', { name: 'Monday clinic' }).click();
    for (const tab of [page, other]) await tab.getByRole('table').find();
    const refreshed = (await tokenRequests()).map((each) => each.refresh_token).filter((each) => each);
    assert.equal(new Set(refreshed).size, 2);
    assert.equal(refreshed.length, 2);
  } finally {
    await other.close();
  }
}, kChromium);
