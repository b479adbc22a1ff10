import { createHash, randomBytes } from 'node:crypto';

import { startDemoEhr } from '../../scripts/demo-ehr/server.js';
import { Browser } from './browser.js';

export const APP = 'http://127.0.0.1:8080';
export const REDIRECT_URI = `${APP}/`;
export const TODAY = '2026-11-23';

/** @param {import('../../scripts/demo-ehr/server.js').DemoEhrOptions} [options] */
export function startEhr(options) {
  return startDemoEhr({ today: TODAY, appOrigins: [APP], control: true, ...options });
}

/**
 * An authorization request with PKCE.
 * @param {{fhirBase: string, url: string, clientId: string}} ehr
 * @param {string} scope
 * @param {Record<string, string | undefined>} [changes]
 */
export function authorizationRequest(ehr, scope, changes = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const parameters = {
    response_type: 'code',
    client_id: ehr.clientId,
    redirect_uri: REDIRECT_URI,
    scope,
    state: randomBytes(16).toString('base64url'),
    aud: ehr.fhirBase,
    nonce: 'n-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return {
    url: `${ehr.url}/auth?${new URLSearchParams(given)}`,
    verifier,
    state: parameters.state,
  };
}

/**
 * Goes through the login and consent pages.
 * @param {string} url of the authorization request
 * @param {{user: string, patient?: string, decision?: string, browser?: Browser}} answers
 * @returns {Promise<URL>} where the app is sent
 */
export async function signIn(url, { user, patient, decision = 'allow', browser = new Browser() }) {
  const stopAt = new URL(new URL(url).searchParams.get('redirect_uri') ?? APP).origin;
  const login = await browser.open(url, { stopAt });
  const consent = await browser.open(`${login.url}/login`, { form: { user, password: user } });
  const form = { decision, ...(patient && { patient }) };
  const end = await browser.open(`${consent.url}/consent`, { form, stopAt });
  return new URL(end.url);
}

/**
 * @param {{url: string, clientId: string}} ehr
 * @param {Record<string, string>} parameters
 * @param {Record<string, string>} [headers]
 */
export async function tokenRequest(ehr, parameters, headers = {}) {
  const body = new URLSearchParams({ client_id: ehr.clientId, ...parameters });
  const response = await fetch(`${ehr.url}/token`, { method: 'POST', body, headers });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/**
 * The whole flow.
 * @param {{fhirBase: string, url: string, clientId: string}} ehr
 * @param {string} scope
 * @param {{user: string, patient?: string}} answers
 * @param {Record<string, string | undefined>} [changes]
 * @returns {Promise<object>} the token response
 */
export async function obtainTokens(ehr, scope, answers, changes) {
  const request = authorizationRequest(ehr, scope, changes);
  const callback = await signIn(request.url, answers);
  const { body } = await tokenRequest(ehr, {
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code'),
    redirect_uri: changes?.redirect_uri ?? REDIRECT_URI,
    code_verifier: request.verifier,
  });
  return body;
}

/**
 * A FHIR request.
 * @param {{fhirBase: string}} ehr
 * @param {string | undefined} token
 * @param {string} path below the FHIR base, or an absolute URL
 * @param {RequestInit} [init]
 */
export async function fhir(ehr, token, path, init = {}) {
  const url = path.startsWith('http') ? path : `${ehr.fhirBase}/${path}`;
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...init.headers };
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? JSON.parse(text) : undefined,
  };
}

/**
 * A control command.
 * @param {{url: string}} ehr
 * @param {string} method
 * @param {string} command
 * @param {object} [body]
 */
export async function control(ehr, method, command, body) {
  const response = await fetch(`${ehr.url}/__control/${command}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
}

/** @param {object} bundle */
export function ids(bundle) {
  return bundle.entry.map(({ resource }) => resource.id);
}
