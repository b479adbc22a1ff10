import { createServer } from 'node:http';

import { TokenStore } from './auth/adapter.js';
import { SMART_STYLE } from './auth/discovery.js';
import { interactionHandler } from './auth/interactions.js';
import { CLIENT_ID, createProvider } from './auth/provider.js';
import { SigningKey } from './auth/signing_key.js';
import { SmartContexts } from './auth/smart_context.js';
import { controlHandler, isLoopback } from './control/control.js';
import { Faults, applyFault } from './control/faults.js';
import { RequestLog } from './control/request_log.js';
import { setCorsHeaders } from './cors.js';
import { generateData, today } from './data/generate.js';
import { loadDefinitions } from './fhir/definitions.js';
import { fhirHandler } from './fhir/server.js';
import { Store } from './fhir/store.js';
import { redirect, sendJson } from './http.js';
import { portalHandler } from './portal.js';

/**
 * @typedef {object} DemoEhrOptions
 * @property {number} [port] 0 picks a free one
 * @property {string} [host] address to listen on
 * @property {string[]} [appOrigins] origins that the app is served from; the first one is launched
 * @property {string[]} [redirectUris] registered; default: each origin followed by `/`
 * @property {string} [today] date that the invented data is relative to, YYYY-MM-DD
 * @property {number} [accessTokenSeconds] life of an access token
 * @property {import('./auth/provider.js').ProofOfPossession} [proofOfPossession]
 * @property {number} [pageSize] resources a page where the client names no `_count`
 * @property {number} [practiceSize] patients of the list "Whole practice"
 * @property {boolean} [control] whether the control endpoints exist
 */

/**
 * Starts the demo EHR: authorization server, FHIR server and portal on one origin.
 *
 * @param {DemoEhrOptions} [options]
 * @returns {Promise<{url: string, fhirBase: string, clientId: string, close: () => Promise<void>}>}
 */
export async function startDemoEhr(options = {}) {
  const settings = {
    port: 0,
    host: '127.0.0.1',
    appOrigins: ['http://127.0.0.1:8080'],
    today: today(),
    accessTokenSeconds: 300,
    proofOfPossession: 'unlisted',
    pageSize: 20,
    practiceSize: 300,
    control: false,
    ...options,
  };
  loadDefinitions();
  let handle;
  const server = createServer((request, response) => handle(request, response));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const url = `http://${settings.host}:${server.address().port}`;
  const { listener, clientId } = await assemble(url, settings);
  handle = listener;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url, fhirBase: `${url}/fhir`, clientId, close };
}

async function assemble(issuer, settings) {
  const base = `${issuer}/fhir`;
  const tokens = new TokenStore();
  const contexts = new SmartContexts();
  const signingKey = new SigningKey();
  const faults = new Faults();
  const log = new RequestLog();
  const state = { down: false, refusedScopes: undefined, signedIn: { user: undefined } };
  const { pageSize, proofOfPossession } = settings;
  const services = { issuer, base, contexts, pageSize, proofOfPossession, store: undefined };
  let patients = [];
  const reloadData = async () => {
    const resources = generateData(settings.today, settings.practiceSize);
    patients = summaries(resources);
    services.store = new Store();
    await services.store.load(resources);
  };
  await reloadData();
  const redirectUris = settings.redirectUris ?? settings.appOrigins.map((origin) => `${origin}/`);
  services.provider = createProvider({
    issuer,
    fhirBase: base,
    redirectUris,
    accessTokenSeconds: settings.accessTokenSeconds,
    proofOfPossession: settings.proofOfPossession,
    tokens,
    contexts,
    signingKey,
  });
  const fhir = fhirHandler(services);
  const interactions = interactionHandler({
    ...services,
    fhirBase: base,
    patients: () => patients,
    mayGrant: (scope) => !state.refusedScopes?.test(scope),
    signedIn: state.signedIn,
  });
  const appUrl = `${settings.appOrigins[0]}/`;
  const portal = portalHandler({ base, appUrl, contexts, patients: () => patients });
  const controls = { faults, log, tokens, contexts, signingKey, state, reloadData };
  const control = controlHandler(controls);
  const authorization = services.provider.callback();

  const answer = async (request, response) => {
    const { pathname } = new URL(request.url, issuer);
    if (request.method === 'OPTIONS') answerPreflight(response);
    else if (/^\/fhir(\/|$)/.test(pathname)) await fhir(request, response);
    else if (pathname.startsWith('/interaction/')) await interactions(request, response);
    else if (pathname.startsWith('/portal')) await portal(request, response);
    else if (pathname === '/smart-style.json') sendJson(response, 200, SMART_STYLE);
    else if (pathname === '/') redirect(response, '/portal');
    else await authorization(request, response);
  };
  const listener = async (request, response) => {
    try {
      if (settings.control && request.url.startsWith('/__control/') && isLoopback(request)) {
        await control(request, response);
        return;
      }
      if (settings.control) log.record(request, response);
      setCorsHeaders(request, response, settings.appOrigins);
      const action = faults.actionFor(request);
      if (state.down) response.destroy();
      else if (action) await applyFault(action, response, () => answer(request, response));
      else await answer(request, response);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  };
  return { listener, clientId: CLIENT_ID };
}

function answerPreflight(response) {
  response.statusCode = 204;
  response.end();
}

/** What the portal and the consent page show of each patient with a visit today. */
function summaries(resources) {
  const encounters = new Map(
    resources
      .filter(({ resourceType }) => resourceType === 'Encounter')
      .map(({ id, subject }) => [subject.reference, id]),
  );
  return resources
    .filter(({ resourceType }) => resourceType === 'Patient')
    .map(({ id, name: [name], birthDate }) => ({
      id,
      name: name.text ?? [...(name.given ?? []), name.family].join(' '),
      birthDate,
      encounter: encounters.get(`Patient/${id}`),
    }))
    .filter(({ encounter }) => encounter);
}
