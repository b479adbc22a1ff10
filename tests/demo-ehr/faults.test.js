import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';

import { Browser } from './browser.js';
import {
  APP,
  authorizationRequest,
  control,
  fhir,
  obtainTokens,
  signIn,
  startEhr,
  tokenRequest,
} from './client.js';
import { createRemoteJWKSet, jwtVerify } from './jose.js';

const SCOPE = 'openid launch/patient online_access patient/Patient.r patient/Condition.rs';
const PATIENT = { user: 'patient' };
let ehr;

before(async () => {
  ehr = await startEhr();
});
afterEach(() => control(ehr, 'POST', 'reset'));
after(() => ehr.close());

const addRule = (match, action) => control(ehr, 'POST', 'rules', { match, action });
const metadata = () => fetch(`${ehr.fhirBase}/metadata`, { headers: { origin: APP } });

test('a rule answers so many requests, after those it lets pass', async () => {
  const action = { status: 503, body: 'busy', headers: { 'retry-after': '1' } };
  await addRule({ method: 'GET', path: '/metadata$', skip: 1, times: 1 }, action);
  const answers = [await metadata(), await metadata(), await metadata()];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 503, 200],
  );
  assert.equal(answers[1].headers.get('retry-after'), '1');
  assert.equal(answers[1].headers.get('access-control-allow-origin'), APP);
  assert.equal(await answers[1].text(), 'busy');
});

test('a preflight passes unless the rule asks for it', async () => {
  const preflight = () =>
    fetch(`${ehr.fhirBase}/Patient`, { method: 'OPTIONS', headers: { origin: APP } });
  await addRule({ path: '/Patient' }, { status: 500 });
  assert.equal((await preflight()).status, 204);
  await addRule({ method: 'OPTIONS', path: '/Patient' }, { noCors: true });
  assert.equal((await preflight()).headers.get('access-control-allow-origin'), null);
});

test('answers can be changed, cut, redirected or left without CORS', async () => {
  await addRule({ path: '/metadata', times: 1 }, { json: { status: 'draft', rest: null } });
  const changed = await (await metadata()).json();
  assert.equal(changed.status, 'draft');
  assert.equal(changed.rest, undefined);
  await addRule({ path: '/metadata', times: 1 }, { truncate: 10 });
  assert.equal((await (await metadata()).text()).length, 10);
  await addRule({ path: '/metadata', times: 1 }, { noCors: true });
  assert.equal((await metadata()).headers.get('access-control-allow-origin'), null);
  await addRule({ path: '/metadata', times: 1 }, { bodyBytes: 500_000 });
  assert.equal((await (await metadata()).text()).length, 500_000);
  const location = 'https://elsewhere.example/';
  await addRule({ path: '/token', times: 1 }, { status: 307, headers: { location } });
  const moved = await fetch(`${ehr.url}/token`, { method: 'POST', redirect: 'manual' });
  assert.deepEqual([moved.status, moved.headers.get('location')], [307, location]);
});

test('connections can be dropped before or after the work', async () => {
  await addRule({ path: '/metadata', times: 1 }, { connection: 'drop' });
  await assert.rejects(metadata());
  const { refresh_token: token } = await obtainTokens(ehr, SCOPE, PATIENT);
  const refresh = { grant_type: 'refresh_token', refresh_token: token };
  await addRule({ path: '^/token$', times: 1 }, { connection: 'drop-after' });
  await assert.rejects(tokenRequest(ehr, refresh));
  assert.equal((await tokenRequest(ehr, refresh)).body.error, 'invalid_grant');
});

test('an answer can hang or never end', async () => {
  for (const connection of ['hang', 'drip']) {
    await addRule({ path: '/metadata', times: 1 }, { connection });
    const signal = AbortSignal.timeout(300);
    const answer = fetch(`${ehr.fhirBase}/metadata`, { signal }).then((response) =>
      response.text(),
    );
    await assert.rejects(answer, { name: 'TimeoutError' });
  }
});

test('the server can be down and come back', async () => {
  await control(ehr, 'POST', 'down', { down: true });
  await assert.rejects(metadata());
  await control(ehr, 'POST', 'down', { down: false });
  assert.equal((await metadata()).status, 200);
});

test('tokens expire at will, and the refresh token still works', async () => {
  const tokens = await obtainTokens(ehr, SCOPE, PATIENT);
  await control(ehr, 'POST', 'expire-tokens', { kind: 'access' });
  assert.equal((await fhir(ehr, tokens.access_token, 'Patient/marama-ngata')).status, 401);
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
  const { body } = await tokenRequest(ehr, refresh);
  assert.equal((await fhir(ehr, body.access_token, 'Patient/marama-ngata')).status, 200);
  await control(ehr, 'POST', 'expire-tokens', { kind: 'refresh' });
  const late = await tokenRequest(ehr, { ...refresh, refresh_token: body.refresh_token });
  assert.equal(late.body.error, 'invalid_grant');
});

test('scopes can be granted narrower than asked', async () => {
  await control(ehr, 'POST', 'refuse-scopes', { pattern: 'Condition' });
  const tokens = await obtainTokens(ehr, SCOPE, PATIENT);
  assert.doesNotMatch(tokens.scope, /Condition/);
  assert.equal((await fhir(ehr, tokens.access_token, 'Condition')).status, 403);
});

test('somebody known is asked for nothing, once', async () => {
  await control(ehr, 'POST', 'sign-in', { user: 'patient' });
  const { url } = authorizationRequest(ehr, SCOPE);
  const known = await new Browser().open(url, { stopAt: APP });
  assert.ok(new URL(known.url).searchParams.has('code'), known.url);
  const next = await new Browser().open(authorizationRequest(ehr, SCOPE).url, { stopAt: APP });
  assert.match(next.html, /password/);
});

test('the patient can change with a refresh', async () => {
  const tokens = await obtainTokens(ehr, SCOPE, PATIENT);
  await addRule({ path: '^/token$', times: 1 }, { json: { patient: 'wang-li' } });
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
  assert.equal((await tokenRequest(ehr, refresh)).body.patient, 'wang-li');
});

test('the authorization response can be tampered with', async () => {
  await addRule({ path: '^/auth' }, { locationQuery: { iss: null, state: 'forged' } });
  const { searchParams } = await signIn(authorizationRequest(ehr, SCOPE).url, PATIENT);
  assert.equal(searchParams.get('iss'), null);
  assert.equal(searchParams.get('state'), 'forged');
});

test('a token can be signed with the server’s key', async () => {
  const { jwt } = await control(ehr, 'POST', 'sign', { claims: { iss: ehr.url, nonce: 'wrong' } });
  const keys = createRemoteJWKSet(new URL(`${ehr.url}/jwks`));
  const { payload } = await jwtVerify(jwt, keys);
  assert.deepEqual(payload, { iss: ehr.url, nonce: 'wrong' });
});

test('the log shows requests in full, in order', async () => {
  await control(ehr, 'DELETE', 'log');
  await fhir(ehr, 'some-token', 'Patient/marama-ngata');
  await tokenRequest(ehr, { grant_type: 'refresh_token', refresh_token: 'old' });
  const log = await control(ehr, 'GET', 'log');
  assert.deepEqual(
    log.map(({ method, url, status }) => [method, url, status]),
    [
      ['GET', '/fhir/Patient/marama-ngata', 401],
      ['POST', '/token', 400],
    ],
  );
  assert.equal(log[0].headers.authorization, 'Bearer some-token');
  assert.match(log[1].body, /refresh_token=old/);
});

test('without the option there is no control', async () => {
  const plain = await startEhr({ control: false });
  assert.equal((await fetch(`${plain.url}/__control/log`)).status, 404);
  await plain.close();
});
