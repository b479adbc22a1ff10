import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { createRemoteJWKSet, jwtVerify } from './jose.js';
import { Browser } from './browser.js';
import {
  APP,
  REDIRECT_URI,
  authorizationRequest,
  control,
  fhir,
  obtainTokens,
  signIn,
  startEhr,
  tokenRequest,
} from './client.js';

const CLINICIAN = { user: 'clinician' };
const PATIENT = { user: 'patient' };
let ehr;

before(async () => {
  ehr = await startEhr();
});
after(() => ehr.close());

test('the SMART configuration names endpoints, PKCE and capabilities', async () => {
  const { body } = await fhir(ehr, undefined, '.well-known/smart-configuration');
  assert.equal(body.issuer, ehr.url);
  assert.deepEqual(body.code_challenge_methods_supported, ['S256']);
  assert.ok(body.capabilities.includes('launch-ehr'));
  const openid = await (await fetch(`${ehr.url}/.well-known/openid-configuration`)).json();
  for (const name of [
    'issuer',
    'authorization_endpoint',
    'token_endpoint',
    'revocation_endpoint',
    'jwks_uri',
  ]) {
    assert.equal(openid[name], body[name], name);
  }
});

test('the patient signs in to the own record', async () => {
  const scope = 'openid fhirUser launch/patient patient/Patient.r patient/Observation.rs';
  const tokens = await obtainTokens(ehr, scope, PATIENT);
  assert.equal(tokens.token_type, 'Bearer');
  assert.equal(tokens.patient, 'marama-ngata');
  assert.equal(tokens.need_patient_banner, true);
  assert.deepEqual(tokens.scope.split(' ').sort(), scope.split(' ').sort());
  assert.equal(tokens.refresh_token, undefined);
});

test('the id_token is signed and says who signed in', async () => {
  const tokens = await obtainTokens(ehr, 'openid fhirUser user/Patient.rs', CLINICIAN);
  const keys = createRemoteJWKSet(new URL(`${ehr.url}/jwks`));
  const expected = { issuer: ehr.url, audience: ehr.clientId };
  const { payload } = await jwtVerify(tokens.id_token, keys, expected);
  assert.equal(payload.nonce, 'n-1');
  assert.equal(payload.fhirUser, `${ehr.fhirBase}/Practitioner/aroha-williams`);
});

test('the redirect carries state, code and issuer', async () => {
  const request = authorizationRequest(ehr, 'openid user/Patient.rs');
  const { searchParams } = await signIn(request.url, CLINICIAN);
  assert.equal(searchParams.get('state'), request.state);
  assert.equal(searchParams.get('iss'), ehr.url);
  assert.ok(searchParams.get('code'));
});

test('a wrong password says so and can be tried again', async () => {
  const browser = new Browser();
  const login = await browser.open(authorizationRequest(ehr, 'openid').url);
  assert.match(login.html, /<label for="user">User name<\/label>/);
  const wrong = await browser.open(`${login.url}/login`, {
    form: { user: 'clinician', password: 'x' },
  });
  assert.match(wrong.html, /role="alert"[^<]*>The user name or the password is not right/);
  const right = await browser.open(`${login.url}/login`, {
    form: { user: 'clinician', password: 'clinician' },
  });
  assert.match(right.html, />Allow<\/button>/);
});

test('a refusal comes back as access_denied', async () => {
  const request = authorizationRequest(ehr, 'openid user/Patient.rs');
  const { searchParams } = await signIn(request.url, { ...CLINICIAN, decision: 'deny' });
  assert.equal(searchParams.get('error'), 'access_denied');
  assert.equal(searchParams.get('state'), request.state);
  assert.equal(searchParams.get('iss'), ehr.url);
});

test('a request without PKCE or for another FHIR server is refused', async () => {
  const changes = [
    { code_challenge: undefined, code_challenge_method: undefined },
    { code_challenge_method: 'plain' },
    { aud: 'https://elsewhere.example/fhir' },
  ];
  for (const change of changes) {
    const request = authorizationRequest(ehr, 'openid', change);
    const { url } = await new Browser().open(request.url, { stopAt: APP });
    assert.equal(new URL(url).searchParams.get('error'), 'invalid_request');
  }
});

test('an unregistered redirect URI is never followed', async () => {
  const request = authorizationRequest(ehr, 'openid', { redirect_uri: 'https://evil.example/' });
  const { status, html } = await new Browser().open(request.url, { stopAt: 'https://evil' });
  assert.equal(status, 400);
  assert.match(html, /role="alert"/);
});

test('a code is good for one exchange with the right verifier', async () => {
  const request = authorizationRequest(ehr, 'openid user/Patient.rs');
  const callback = await signIn(request.url, CLINICIAN);
  const exchange = {
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code'),
    redirect_uri: REDIRECT_URI,
  };
  const wrong = await tokenRequest(ehr, { ...exchange, code_verifier: 'w'.repeat(43) });
  assert.equal(wrong.body.error, 'invalid_grant');
  const right = await tokenRequest(ehr, { ...exchange, code_verifier: request.verifier });
  assert.equal(right.status, 200);
  const again = await tokenRequest(ehr, { ...exchange, code_verifier: request.verifier });
  assert.equal(again.body.error, 'invalid_grant');
});

test('refresh tokens rotate, keep the context, and reuse revokes the grant', async () => {
  const scope = 'openid launch/patient online_access patient/Patient.r';
  const first = await obtainTokens(ehr, scope, { ...CLINICIAN, patient: 'chidi-okafor' });
  const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
  const second = await tokenRequest(ehr, refresh);
  assert.equal(second.status, 200);
  assert.equal(second.body.patient, 'chidi-okafor');
  assert.notEqual(second.body.refresh_token, first.refresh_token);
  const reuse = await tokenRequest(ehr, refresh);
  assert.equal(reuse.body.error, 'invalid_grant');
  const { status } = await fhir(ehr, second.body.access_token, 'Patient/chidi-okafor');
  assert.equal(status, 401);
});

test('a revoked token opens nothing', async () => {
  const tokens = await obtainTokens(ehr, 'user/Patient.rs', CLINICIAN, { nonce: undefined });
  const body = new URLSearchParams({ token: tokens.access_token, client_id: ehr.clientId });
  const revoked = await fetch(`${ehr.url}/token/revocation`, { method: 'POST', body });
  assert.equal(revoked.status, 200);
  const { status } = await fhir(ehr, tokens.access_token, 'Patient/marama-ngata');
  assert.equal(status, 401);
});

test('the life of an access token is an option', async () => {
  const short = await startEhr({ accessTokenSeconds: 7 });
  const tokens = await obtainTokens(short, 'openid user/Patient.rs', CLINICIAN);
  assert.equal(tokens.expires_in, 7);
  await short.close();
});

test('the portal launches the app with a patient, and the token response carries it', async () => {
  const browser = new Browser();
  const form = { patient: 'ana-lopez', banner: 'ehr' };
  const { url } = await browser.open(`${ehr.url}/portal/launch`, { form, stopAt: APP });
  const { searchParams } = new URL(url);
  assert.equal(searchParams.get('iss'), ehr.fhirBase);
  const changes = { launch: searchParams.get('launch') };
  const tokens = await obtainTokens(ehr, 'openid launch patient/Patient.r', CLINICIAN, changes);
  assert.equal(tokens.patient, 'ana-lopez');
  assert.equal(tokens.encounter, 'ana-lopez-visit-1');
  assert.equal(tokens.need_patient_banner, false);
});

test('an unknown launch is refused, and so is a launch into another person’s record', async () => {
  const unknown = authorizationRequest(ehr, 'openid launch', { launch: 'nonsense' });
  const { url } = await new Browser().open(unknown.url, { stopAt: APP });
  assert.equal(new URL(url).searchParams.get('error'), 'invalid_request');
  const { launch } = await control(ehr, 'POST', 'launch', { patient: 'ana-lopez' });
  const request = authorizationRequest(ehr, 'openid launch patient/Patient.r', { launch });
  const callback = await signIn(request.url, PATIENT);
  assert.equal(callback.searchParams.get('error'), 'access_denied');
});

test('another account can take over on the consent page', async () => {
  const browser = new Browser();
  const request = authorizationRequest(ehr, 'openid launch/patient patient/Patient.r');
  await signIn(request.url, { ...CLINICIAN, patient: 'wang-li', browser });
  const consent = await browser.open(request.url);
  assert.match(consent.html, /Signed in as Dr Aroha Williams/);
  const login = await browser.open(`${consent.url}/switch`, { form: {} });
  const form = { user: 'patient', password: 'patient' };
  const own = await browser.open(`${login.url}/login`, { form });
  assert.match(own.html, /Signed in as Mārama Ngata/);
});

test('the app’s origin, and no other, may read what the browser needs', async () => {
  const ask = (method, origin) =>
    fetch(`${ehr.fhirBase}/metadata`, { method, headers: { origin } });
  const preflight = await ask('OPTIONS', APP);
  assert.equal(preflight.status, 204);
  assert.match(
    preflight.headers.get('access-control-allow-headers'),
    /Authorization.*If-None-Exist/,
  );
  const answer = await ask('GET', APP);
  assert.equal(answer.headers.get('access-control-allow-origin'), APP);
  assert.match(
    answer.headers.get('access-control-expose-headers'),
    /Location, ETag, DPoP-Nonce, Retry-After/,
  );
  const other = await ask('GET', 'https://evil.example');
  assert.equal(other.headers.get('access-control-allow-origin'), null);
});

test('the pages of signing out ask nothing of any other host', async () => {
  const openid = await (await fetch(`${ehr.url}/.well-known/openid-configuration`)).json();
  const browser = new Browser();
  await signIn(authorizationRequest(ehr, 'openid').url, { ...CLINICIAN, browser });
  const question = await browser.open(openid.end_session_endpoint);
  const success = await browser.open(`${openid.end_session_endpoint}/success`);
  for (const [{ html }, words] of [[question, /sign me out/], [success, /signed out/]]) {
    assert.match(html, words);
    const addresses = html.match(/https?:[^"')\s]*/g) ?? [];
    assert.deepEqual(addresses.filter((each) => !each.startsWith(ehr.url)), []);
  }
});
