import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';

import { SignJWT, exportJWK, generateKeyPair } from './jose.js';
import {
  REDIRECT_URI,
  authorizationRequest,
  fhir,
  signIn,
  startEhr,
  tokenRequest,
} from './client.js';

let ehr;
let keys;

before(async () => {
  ehr = await startEhr();
  keys = await generateKeyPair('ES256');
});
after(() => ehr.close());

/** A DPoP proof (RFC 9449 section 4.2). */
async function proof(htm, htu, accessToken, pair = keys) {
  const ath = accessToken && createHash('sha256').update(accessToken).digest('base64url');
  const jwk = await exportJWK(pair.publicKey);
  return new SignJWT({ htm, htu, jti: randomUUID(), ...(ath && { ath }) })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
    .setIssuedAt()
    .sign(pair.privateKey);
}

test('a token bound to a key opens nothing without its proof', async () => {
  const request = authorizationRequest(ehr, 'openid user/Patient.rs');
  const callback = await signIn(request.url, { user: 'clinician' });
  const exchange = {
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code'),
    redirect_uri: REDIRECT_URI,
    code_verifier: request.verifier,
  };
  const { body } = await tokenRequest(ehr, exchange, {
    dpop: await proof('POST', `${ehr.url}/token`),
  });
  assert.equal(body.token_type, 'DPoP');
  const token = body.access_token;
  const url = `${ehr.fhirBase}/Patient/wang-li`;
  const read = async (scheme, dpop) => {
    const headers = { authorization: `${scheme} ${token}`, ...(dpop && { dpop }) };
    return (await fhir(ehr, undefined, 'Patient/wang-li', { headers })).status;
  };
  assert.equal(await read('DPoP', await proof('GET', url, token)), 200);
  assert.equal(await read('Bearer'), 401);
  assert.equal(await read('DPoP'), 401);
  assert.equal(await read('DPoP', await proof('POST', url, token)), 401);
  assert.equal(await read('DPoP', await proof('GET', `${ehr.fhirBase}/Patient/other`, token)), 401);
  assert.equal(await read('DPoP', await proof('GET', url, 'another token')), 401);
  const stranger = await generateKeyPair('ES256');
  assert.equal(await read('DPoP', await proof('GET', url, token, stranger)), 401);
});
