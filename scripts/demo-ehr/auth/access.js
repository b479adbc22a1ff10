import { createHash } from 'node:crypto';

import { EmbeddedJWK, calculateJwkThumbprint, jwtVerify } from 'jose';

import { findAccount, ownPatient } from './accounts.js';
import { parseDataScope } from './scopes.js';

/**
 * What an access token allows.
 *
 * @typedef {object} Access
 * @property {import('./accounts.js').Account} account
 * @property {import('./scopes.js').DataScope[]} scopes
 * @property {string} [patient] id of the patient in context
 * @property {string} [ownResource] the user's own resource, "Practitioner/1", once they shared it
 */

const PROOF_LIFETIME_SECONDS = 300;

/**
 * Finds out who asks. Bearer tokens (RFC 6750) and DPoP-bound ones (RFC 9449) are accepted.
 *
 * @param {import('../http.js').Request} request
 * @param {string} url absolute URL of the request
 * @param {import('oidc-provider').Provider} provider
 * @param {import('./smart_context.js').SmartContexts} contexts
 * @returns {Promise<Access | {challenge: string}>} or the value of `WWW-Authenticate`
 */
export async function accessOf(request, url, provider, contexts) {
  const match = /^(Bearer|DPoP) ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '');
  if (!match) return { challenge: 'Bearer realm="Demo EHR"' };
  const [, scheme, value] = match;
  const token = await provider.AccessToken.find(value);
  if (!token) {
    return { challenge: `${scheme} realm="Demo EHR", error="invalid_token"` };
  }
  const bound = scheme.toLowerCase() === 'dpop';
  if (bound !== Boolean(token.jkt)) {
    return { challenge: `${token.tokenType} realm="Demo EHR", error="invalid_token"` };
  }
  if (bound && !(await proofHolds(request, url, value, token.jkt))) {
    return { challenge: 'DPoP realm="Demo EHR", error="invalid_dpop_proof", algs="ES256"' };
  }
  const account = findAccount(token.accountId);
  const scopes = (token.scope ?? '').split(' ');
  return {
    account,
    scopes: scopes.map(parseDataScope).filter(Boolean),
    ownResource: scopes.includes('fhirUser') ? account.fhirUser : undefined,
    patient: contexts.ofGrant(token.grantId).patient,
  };
}

/** RFC 9449 section 4.3, without the replay check. */
async function proofHolds(request, url, accessToken, thumbprint) {
  const proof = request.headers.dpop;
  if (typeof proof !== 'string') return false;
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt' });
    const target = new URL(url);
    const hash = createHash('sha256').update(accessToken).digest('base64url');
    return (
      payload.htm === request.method &&
      payload.htu === `${target.origin}${target.pathname}` &&
      payload.ath === hash &&
      typeof payload.jti === 'string' &&
      Math.abs(Date.now() / 1000 - payload.iat) < PROOF_LIFETIME_SECONDS &&
      (await calculateJwkThumbprint(protectedHeader.jwk)) === thumbprint
    );
  } catch {
    return false;
  }
}

/**
 * Whose data an access token reaches for one interaction on one type.
 *
 * @typedef {object} Reach
 * @property {boolean} everyone
 * @property {string} [patient] the only patient, when not everyone
 */

/**
 * @param {Access} access
 * @param {string} resourceType
 * @param {string} permission one of the letters `cruds`
 * @returns {Reach | undefined} undefined when no scope covers it
 */
export function reachOf(access, resourceType, permission) {
  const covering = access.scopes.filter(
    (scope) =>
      (scope.resourceType === '*' || scope.resourceType === resourceType) &&
      scope.permissions.includes(permission),
  );
  const own = ownPatient(access.account);
  if (covering.some(({ context }) => context === 'user')) {
    return own ? { everyone: false, patient: own } : { everyone: true };
  }
  if (covering.length > 0 && access.patient) return { everyone: false, patient: access.patient };
  return undefined;
}
