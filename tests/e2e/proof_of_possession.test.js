// An EHR that offers DPoP (RFC 9449) and wants a nonce in every proof: the app signs each request
// with a key that nobody can take along.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, signIn } from './harness/journeys.js';

const app = installApp({ proofOfPossession: 'nonce' });
const kClinic = 'Monday clinic';
const kMarama = { list: kClinic, name: /Ngata/ };

afterEach(() => app.control('POST reset'));

function claimsOf(proof) {
  return JSON.parse(Buffer.from(proof.split('.')[1], 'base64url'));
}

/** The requests that reached the EHR below a path, preflights left out. */
async function received(path) {
  const log = await app.control('GET log');
  return log.filter(({ method, url }) => method !== 'OPTIONS' && url.startsWith(path));
}

inEachBrowser('every request of a session carries a proof of its own', async (page) => {
  await signIn(page, app, 'clinician');
  await openPatient(page, kMarama);
  await shownRisk(page);
  const exchanges = await received('/token');
  assert.deepEqual(
    exchanges.map(({ status }) => status),
    [400, 200],
    'row 101: the server names a nonce, and the code goes once more',
  );
  // Of this session only: the last requests of a page that has just been closed may come in late.
  const allReads = (await received('/fhir/')).filter(({ headers }) => headers.authorization);
  const { authorization } = allReads.at(-1).headers;
  const reads = allReads.filter(({ headers }) => headers.authorization === authorization);
  assert.ok(reads.length > 5);
  const identifiers = new Set();
  for (const { method, url, headers, status } of reads) {
    const { htm, htu, jti, ath } = claimsOf(headers.dpop);
    assert.match(headers.authorization, /^DPoP /);
    assert.equal(htm, method);
    assert.equal(htu, app.ehr.url + url.split('?')[0]);
    assert.match(ath, /^[\w-]{43}$/);
    // Without a status: given up, as the list's assessments are once a patient is opened.
    if (status !== undefined) assert.equal(status, 200, `${method} ${url}`);
    identifiers.add(jti);
  }
  assert.equal(identifiers.size, reads.length, 'no proof is used twice');
});

inEachBrowser('an expired token is renewed with a proof as well', async (page) => {
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await app.control('POST expire-tokens', { kind: 'access' });
  await openPatient(page, kMarama);
  await shownRisk(page);
  const renewal = (await received('/token')).at(-1);
  assert.match(renewal.body, /grant_type=refresh_token/);
  assert.equal(renewal.status, 200);
  assert.ok(claimsOf(renewal.headers.dpop).nonce);
});

inEachBrowser('a nonce that the FHIR server asks for is used from then on', async (page) => {
  const demand = {
    'www-authenticate': 'DPoP error="use_dpop_nonce"',
    'dpop-nonce': 'nonce-of-the-fhir-server',
  };
  await app.control('POST rules', {
    match: { path: '/fhir/List', times: 1 },
    action: { status: 401, headers: demand },
  });
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  const [refused, repeated] = await received('/fhir/List');
  assert.equal(refused.status, 401);
  assert.equal(claimsOf(repeated.headers.dpop).nonce, demand['dpop-nonce']);
});

inEachBrowser('row 101: a nonce that CORS hides is named as such', async (page) => {
  const kHidden = { 'access-control-expose-headers': null };
  await app.control('POST rules', { match: { path: '^/token' }, action: { headers: kHidden } });
  await signIn(page, app, 'clinician');
  await page.getByRole('heading', { name: 'The sign-in did not succeed' }).find();
  assert.equal((await received('/token')).length, 1);
});

inEachBrowser('row 102: a bearer token in answer to a proof is refused', async (page) => {
  await app.control('POST rules', {
    match: { path: '^/token', skip: 1 },
    action: { json: { token_type: 'Bearer' } },
  });
  await signIn(page, app, 'clinician');
  await page.getByRole('heading', { name: 'The sign-in did not succeed' }).find();
  assert.equal((await received('/fhir/List')).length, 0);
});
