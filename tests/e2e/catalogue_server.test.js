// Rows of the fault catalogue about what an authorization server may do over the wire. Each fault is
// made by the demo EHR, so the browser's own rules (redirects, CORS, policies) take part.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { installApp, kWideHost } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { shownRisk, signIn } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';
import { startScriptedServer } from './harness/scripted_server.js';

const app = installApp({}, {}, kWideHost);
const kChromium = { browsers: ['chromium'] };
const kToken = { method: 'POST', path: '^/token$' };

afterEach(() => app.control('POST reset'));

async function assertSignInFails(page, match, action, text = /./) {
  await app.control('POST rules', { match, action });
  await signIn(page, app, 'patient');
  await assertNamed(page, text);
}

async function assertNamed(page, text) {
  await page.getByRole('alert').find(({ name, text: words }) => text.test(name + words));
  await page.getByRole('button', { name: 'Start again' }).find();
}

for (const [row, status] of [[39, 307], [39, 308], [40, 302]]) {
  inEachBrowser(`row ${row}: a ${status} of the token endpoint hands nothing on`, async (page, context) => {
    const stranger = await startScriptedServer(context);
    const headers = { Location: `${stranger.url}token` };
    await assertSignInFails(page, kToken, { status, headers });
    assert.deepEqual(stranger.requests, []);
  });
}

inEachBrowser('row 73: a redirect of the FHIR server hands nothing on', async (page, context) => {
  const stranger = await startScriptedServer(context);
  await app.control('POST rules', {
    match: { path: '^/fhir/Observation' },
    action: { status: 307, headers: { Location: `${stranger.url}fhir/Observation` } },
  });
  await signIn(page, app, 'patient');
  await page.getByRole('button', { name: 'Retry' }).find();
  assert.deepEqual(stranger.requests, []);
});

for (const [title, action, text] of [
  ['row 34: a demand for a password brings up no dialogue', { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="token"' } }],
  ['row 35: an error page is not shown', { status: 502, body: '<h1>Bad gateway</h1>', headers: { 'Content-Type': 'text/html' } }],
  ['row 36: a body cut short is no answer', { truncate: 40 }],
  ['row 37: a body of 8 MiB is cut off', { bodyBytes: 8 << 20 }],
  ['rows 41 and 42: an answer without CORS names the likely cause', { noCors: true }, /web app|browser|CORS|reach/i],
  ['row 56: a patient that climbs the path is refused', { json: { patient: '../Practitioner/x?y=' } }, /patient/],
]) {
  inEachBrowser(title, async (page) => {
    await assertSignInFails(page, kToken, action, text);
    assert.doesNotMatch(await page.evaluate('return document.body.textContent;'), /Bad gateway/);
    const read = (await app.control('GET log')).filter(({ headers }) => headers.authorization);
    assert.deepEqual(read, []);
  }, kChromium);
}

for (const [title, connection] of [
  ['row 37: an answer that drips for ever', 'drip'],
  ['row 38: no answer at all', 'hang'],
]) {
  inEachBrowser(`${title} ends in a time limit, and the code goes no second time`, async (page) => {
    await app.control('POST rules', { match: kToken, action: { connection } });
    await signIn(page, app, 'patient');
    // The limit is 20 seconds, which is as long as one look at the page lasts.
    await waitUntil('the time limit', () => page.getByRole('alert').exists(), 40_000);
    await assertNamed(page, /did not answer in time/);
    const exchanges = (await app.control('GET log')).filter(
      ({ method, url }) => method === 'POST' && url === '/token',
    );
    assert.equal(exchanges.length, 1);
  }, kChromium);
}

inEachBrowser('row 55: a token without a patient opens no record', async (page) => {
  await app.control('POST rules', { match: kToken, action: { json: { patient: null } } });
  await signIn(page, app, 'patient');
  await page.getByRole('status').textMatching(/did not say whose record is open/);
  const read = (await app.control('GET log')).filter(({ headers }) => headers.authorization);
  assert.deepEqual(read, []);
}, kChromium);

for (const [title, action] of [
  ['row 20: a server with plain proofs only', { json: { code_challenge_methods_supported: ['plain'] } }],
  ['row 43: a token endpoint without protection', { json: { token_endpoint: 'http://ehr.example/token' } }],
  ['row 45: an HTML page for a discovery document', { body: '<!doctype html><p>Hello' }],
  ['row 45: a discovery document of 5 MB', { bodyBytes: 5_000_000 }],
  ['row 45: a discovery document 100,000 deep', { body: '['.repeat(100_000) }],
  ['row 47: a script for a login page', { json: { authorization_endpoint: 'javascript:document.title="hit"' } }],
]) {
  inEachBrowser(`${title} ends the sign-in before it begins`, async (page) => {
    await app.control('POST rules', { match: { path: 'smart-configuration' }, action });
    await page.goto(app.url);
    await page.getByRole('button', { name: 'Sign in as patient' }).click();
    await assertNamed(page, /./);
    assert.doesNotMatch(await page.title(), /hit/);
    assert.equal(await page.url(), app.url);
  }, kChromium);
}

inEachBrowser('row 49: a launch by a server that is not listed asks it nothing', async (page, context) => {
  const stranger = await startScriptedServer(context);
  await page.goto(`${app.url}?${new URLSearchParams({ iss: `${stranger.url}fhir`, launch: 'x' })}`);
  await assertNamed(page, /add that server's address \(fhirBase\) to the list "ehrs"/);
  await page.getByRole('button', { name: 'Start again' }).find();
  assert.deepEqual(stranger.requests, []);
}, kChromium);

inEachBrowser('row 103: a revocation that fails keeps nobody signed in', async (page) => {
  await app.control('POST rules', { match: { path: 'revocation' }, action: { status: 503, noCors: true } });
  await signIn(page, app, 'patient');
  await shownRisk(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in as patient' }).find();
}, kChromium);
