// The same answers of an authorization server, judged by our src/oauth and by oauth4webapi, an
// independent and certified library. Where the two differ, the table says why.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import * as oauth from 'oauth4webapi';

const kProgram = fileURLToPath(
  new URL('../../build/web-release/tests/oauth-oracle/oauth_verdict.js', import.meta.url),
);
// As in tests/unit/oauth/example_sign_in.h.
const kIssuer = 'https://login.example/oauth';
const kClientId = 'framingham';
const kState = Buffer.alloc(32, 1).toString('base64url');
const kNonce = Buffer.alloc(32, 2).toString('base64url');
const kNow = Math.floor(Date.now() / 1000);
const kMetadata = {
  issuer: kIssuer,
  authorization_endpoint: 'https://login.example/authorize',
  token_endpoint: 'https://login.example/token',
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
};
const kTokens = { access_token: 'access-1', token_type: 'Bearer', expires_in: 3600, patient: 'p1' };
const kClaims = { iss: kIssuer, aud: kClientId, sub: 'u', nonce: kNonce, iat: kNow, exp: kNow + 300 };
const kClient = { client_id: kClientId, [oauth.clockTolerance]: 120 };
const kKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });

function jwt(claims, header = { alg: 'RS256' }) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ typ: 'JWT', ...header })}.${part(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), kKeys.privateKey).toString('base64url')}`;
}

function answer(kind, title, body, { status = 200, type = 'application/json', because } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { kind, title, body: text, status, type, because };
}
const metadata = (title, changes, options) =>
  answer('metadata', title, typeof changes === 'string' ? changes : { ...kMetadata, ...changes }, options);
const token = (title, changes, options) =>
  answer('token', title, typeof changes === 'string' ? changes : { ...kTokens, ...changes }, options);
const callback = (title, query, { because, ...server } = {}) => ({
  kind: 'callback', title, query, server, because,
});
const idToken = (title, changes, { header, because } = {}) => ({
  kind: 'idToken', title, because, now: kNow,
  token: typeof changes === 'string' ? changes : jwt({ ...kClaims, ...changes }, header),
});

const kAnnounced = { authorization_response_iss_parameter_supported: true };
// `because`: why our verdict differs from the library's.
const kCases = [
  metadata('as it should be', {}),
  metadata('of another issuer', { issuer: 'https://other.example' }),
  metadata('whose issuer differs by a slash', { issuer: `${kIssuer}/` }),
  metadata('without issuer', { issuer: undefined }),
  metadata('that is an array', '[]'),
  metadata('that is cut short', '{"issuer":'),
  metadata('as an HTML page', '<p>Hello', { type: 'text/html' }),
  metadata('with a server fault', {}, { status: 500 }),
  metadata('with plain proofs only', { code_challenge_methods_supported: ['plain'] }, {
    because: 'we insist on PKCE with S256 already here; the library leaves that to its caller' }),
  metadata('whose token endpoint is http', { token_endpoint: 'http://login.example/token' }, {
    because: 'the library judges an endpoint when it is used' }),
  metadata('whose login page is a script', { authorization_endpoint: 'javascript:alert(1)' }, {
    because: 'the library leaves the navigation to its caller' }),

  callback('as it should be', `code=abc&state=${kState}`),
  callback('without state', 'code=abc'),
  callback('with a foreign state', 'code=abc&state=attacker'),
  callback('with the state twice', `code=abc&state=${kState}&state=${kState}`),
  callback('with the code twice', `code=abc&code=def&state=${kState}`, {
    because: 'RFC 6749 section 3.1 forbids it; the library notices when the code is to be sent' }),
  callback('with an error', `error=access_denied&state=${kState}`),
  callback('with error and code', `error=access_denied&code=abc&state=${kState}`),
  callback('with the right issuer', `code=abc&state=${kState}&iss=${kIssuer}`),
  callback('with another issuer', `code=abc&state=${kState}&iss=https://other.example`),
  callback('whose issuer differs by a slash', `code=abc&state=${kState}&iss=${kIssuer}/`),
  callback('without the announced issuer', `code=abc&state=${kState}`, kAnnounced),
  callback('with the announced issuer', `code=abc&state=${kState}&iss=${kIssuer}`, kAnnounced),
  callback('with a token, as in the implicit flow', `code=abc&state=${kState}&id_token=x`, {
    because: 'what was not asked for is ignored, as RFC 6749 section 4.1.2 says; it is used nowhere' }),
  callback('without a code', `state=${kState}`, {
    because: 'the library looks for the code when it is to be sent' }),

  token('as it should be', {}),
  token('of type BEARER', { token_type: 'BEARER' }),
  token('of type mac', { token_type: 'mac' }),
  token('without type', { token_type: undefined }),
  token('without access token', { access_token: undefined }),
  token('with an empty access token', { access_token: '' }),
  token('with a number for an access token', { access_token: 7 }),
  token('with a line break in the access token', { access_token: 'a\r\nb' }, {
    because: 'we refuse what cannot be a header; fetch would refuse the library’s request' }),
  token('with the lifetime as text', { expires_in: '3600' }),
  token('with a negative lifetime', { expires_in: -1 }, {
    because: 'a doubtful lifetime is read as five minutes, because real servers send such' }),
  token('with scope as a list', { scope: ['a'] }),
  token('with a number for a refresh token', { refresh_token: 7 }),
  token('that is an array', '[]'),
  token('that is empty', ''),
  token('that is cut short', '{"access_token":"a"'),
  token('as an HTML page', {}, { type: 'text/html',
    because: 'RFC 6749 section 5.1 asks for application/json; the library reads what parses' }),
  token('with a repeated member', '{"access_token":"a","access_token":"b","token_type":"Bearer"}', {
    because: 'which of the two is meant is not ours to guess; JSON.parse takes the last' }),
  token('refused', { error: 'invalid_grant' }, { status: 400 }),
  token('with a server fault', kTokens, { status: 500 }),
  token('redirected', kTokens, { status: 302 }),
  token('with a patient that climbs the path', { patient: '../x' }, {
    because: 'the library knows nothing of SMART' }),

  idToken('as it should be', {}),
  idToken('for others too, confirmed by azp', { aud: [kClientId, 'other'], azp: kClientId }),
  idToken('for others too, without azp', { aud: [kClientId, 'other'] }),
  idToken('for another client', { aud: 'other' }),
  idToken('of another issuer', { iss: 'https://other.example' }),
  idToken('with another nonce', { nonce: 'other' }),
  idToken('without nonce', { nonce: undefined }),
  idToken('without subject', { sub: undefined }),
  idToken('expired', { exp: kNow - 600 }),
  idToken('expired within the tolerance', { exp: kNow - 30 }),
  idToken('without expiry', { exp: undefined }),
  idToken('without time of issue', { iat: undefined }),
  idToken('that is not valid yet', { nbf: kNow + 600 }),
  idToken('from the future', { iat: kNow + 600 }, {
    because: 'a token from the future is a clock that is wrong or a forgery; the library only reads iat' }),
  idToken('signed with none', {}, { header: { alg: 'none' } }),
  idToken('signed with a shared secret', {}, { header: { alg: 'HS256' } }),
  idToken('with a critical extension', {}, { header: { alg: 'RS256', crit: ['b64'] } }),
  idToken('that is no JWT', 'abc'),
];

const kServer = { ...kMetadata, jwks_uri: 'https://login.example/keys' };

const kLibrary = {
  metadata: ({ body, status, type }) =>
    oauth.processDiscoveryResponse(
      new URL(kIssuer), new Response(body, { status, headers: { 'content-type': type } })),
  callback: async ({ query, server }) =>
    oauth.validateAuthResponse(
      { ...kServer, ...server }, kClient, new URLSearchParams(query), kState),
  token: ({ body, status, type }) =>
    oauth.processAuthorizationCodeResponse(
      kServer, kClient, new Response(body, { status, headers: { 'content-type': type } })),
  idToken: ({ token: id_token }) =>
    oauth.processAuthorizationCodeResponse(
      kServer, kClient, Response.json({ ...kTokens, patient: undefined, id_token }),
      { expectedNonce: kNonce, requireIdToken: true }),
};

function ourVerdicts(cases) {
  const folder = mkdtempSync(path.join(tmpdir(), 'oauth-oracle-'));
  try {
    const file = path.join(folder, 'cases.json');
    writeFileSync(file, JSON.stringify(cases));
    // Older Emscripten takes Node's own fetch for a browser's.
    const node = [process.execPath, '--no-experimental-fetch', kProgram, file];
    return execFileSync(node[0], node.slice(1), { encoding: 'utf8' }).trimEnd().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const kOurs = ourVerdicts(kCases);

test('every answer is judged', () => {
  assert.equal(kOurs.length, kCases.length);
  for (const verdict of kOurs) assert.match(verdict, /^(accept$|reject )/);
});

for (const [index, each] of kCases.entries()) {
  const relation = each.because ? 'otherwise' : 'alike';
  test(`${each.kind} ${each.title} is judged ${relation}`, async () => {
    const ours = kOurs[index];
    const theirs = await kLibrary[each.kind](each).then(
      () => 'accept',
      (error) => `reject ${error.message}`,
    );
    const agree = ours.split(' ')[0] === theirs.split(' ')[0];
    assert.equal(agree, !each.because, `we: ${ours}; the library: ${theirs}; ${each.because ?? ''}`);
  });
}
