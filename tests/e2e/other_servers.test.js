// More than one server, and a server that is found without SMART's own document.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { freePort } from './harness/ports.js';
import { installApp, kWideHost } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, typeCredentials } from './harness/journeys.js';
import { startScriptedServer } from './harness/scripted_server.js';

const kPorts = [await freePort(), await freePort()];
const kDemo = `http://127.0.0.1:${kPorts[0]}`;
const kSecond = `http://127.0.0.1:${kPorts[1]}`;
const kClient = { clientId: 'framingham-on-fhir', scopes: ['online_access'] };
const app = installApp(
  { port: kPorts[0] },
  {
    ehrs: [
      { ...kClient, name: 'Demo EHR', fhirBase: `${kDemo}/fhir`, issuer: kDemo, users: ['clinician'] },
      { ...kClient, name: 'Second EHR', fhirBase: `${kSecond}/fhir`, users: ['patient'] },
    ],
  },
  kWideHost,
);

afterEach(() => app.control('POST reset'));

async function pressSignIn(page) {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in to Demo EHR' }).click();
  await page.getByRole('textbox', { name: 'User name' }).find();
}

async function signIn(page) {
  await pressSignIn(page);
  await typeCredentials(page, 'clinician');
  await page.getByRole('button', { name: 'Allow' }).click();
}

for (const [title, missing, asked] of [
  ['metadata of RFC 8414', [], ['oauth-authorization-server']],
  ['OpenID Connect Discovery', ['oauth-authorization-server'], ['oauth-authorization-server', 'openid-configuration']],
]) {
  inEachBrowser(`a server is found by its issuer through ${title}, and a record read there`, async (page) => {
    for (const path of missing) await app.control('POST rules', { match: { path }, action: { status: 404 } });
    await signIn(page);
    await openPatient(page, { list: 'Monday clinic', name: /Ngata/ });
    await shownRisk(page);
    const urls = (await app.control('GET log')).map(({ url }) => url);
    assert.deepEqual(
      urls.filter((url) => url.includes('/.well-known/')),
      asked.map((name) => `/.well-known/${name}`),
    );
  });
}

inEachBrowser('after a session at one server another is asked from a fresh page', async (page, context) => {
  const second = await startScriptedServer(context, () => ({ status: 404 }), kPorts[1]);
  await signIn(page);
  await page.getByRole('button', { name: 'Monday clinic' }).find();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in to Second EHR' }).click();
  await page.getByRole('heading', { name: 'The sign-in did not succeed' }).find();
  assert.equal(await page.url(), app.url);
  assert.equal(await page.evaluate('return sessionStorage.length;'), 0);
  assert.ok(second.requests.some(({ url }) => url === '/fhir/.well-known/smart-configuration'));
});

inEachBrowser('row 52: an address that names the server alone offers a sign-in there', async (page) => {
  await app.control('DELETE log');
  await page.goto(`${app.url}?${new URLSearchParams({ iss: `${kDemo}/fhir` })}`);
  await page.getByRole('main').textMatching(/This link leads to Demo EHR/);
  assert.equal(await page.url(), app.url);
  assert.deepEqual(await app.control('GET log'), [], 'anybody can write a link');
  await page.getByRole('button', { name: 'Sign in to Demo EHR' }).click();
  await typeCredentials(page, 'clinician');
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('button', { name: 'Monday clinic' }).find();
});

inEachBrowser('what was begun and given up leaves nothing stored', async (page) => {
  await pressSignIn(page);
  await signIn(page);
  await page.getByRole('button', { name: 'Monday clinic' }).find();
  assert.equal(await page.evaluate('return sessionStorage.length;'), 0);
});
