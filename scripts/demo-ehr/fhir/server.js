import { accessOf, reachOf } from '../auth/access.js';
import { smartConfiguration } from '../auth/discovery.js';
import { BodyTooLarge, readBody, readForm, sendJson } from '../http.js';
import { capabilityStatement } from './capability.js';
import { DIRECTORY_TYPES, RESOURCE_TYPES } from './definitions.js';
import { FhirError, operationOutcome } from './outcome.js';
import { search } from './search.js';
import { patientOf } from './store.js';
import { transaction } from './transaction.js';
import { create, update } from './write.js';

/**
 * The FHIR server: what the Medplum router lacks, around it.
 *
 * @param {object} services
 * @param {import('./store.js').Store} services.store
 * @param {string} services.base FHIR base
 * @param {string} services.issuer
 * @param {number} services.pageSize
 * @param {import('../auth/provider.js').ProofOfPossession} services.proofOfPossession
 * @param {import('oidc-provider').Provider} services.provider
 * @param {import('../auth/smart_context.js').SmartContexts} services.contexts
 * @returns {(request: import('../http.js').Request, response: import('../http.js').Response)
 *           => Promise<void>} handler of everything under the FHIR base
 */
export function fhirHandler(services) {
  const { base, issuer } = services;
  return async (request, response) => {
    const url = new URL(request.url, base);
    const path = url.pathname.slice(new URL(base).pathname.length + 1);
    try {
      if (request.method === 'GET' && path === '.well-known/smart-configuration') {
        sendJson(response, 200, smartConfiguration(issuer, services.proofOfPossession));
      } else if (request.method === 'GET' && path === 'metadata') {
        send(response, 200, capabilityStatement(base, issuer));
      } else {
        const access = await accessOf(request, url.href, services.provider, services.contexts);
        if (access.challenge) {
          const outcome = operationOutcome('login', 'A valid access token is needed');
          send(response, 401, outcome, { 'www-authenticate': access.challenge });
        } else {
          await dispatch({ ...services, access, request, response, url }, path);
        }
      }
    } catch (error) {
      sendError(response, error);
    }
  };
}

async function dispatch(context, path) {
  if (context.request.method === 'POST' && path === '') {
    await runTransaction(context);
    return;
  }
  const [resourceType, id, ...rest] = path.split('/');
  if (!RESOURCE_TYPES.includes(resourceType)) {
    throw new FhirError(404, 'not-supported', `No such resource type: ${resourceType}`);
  }
  const isSearchForm = context.request.method === 'POST' && id === '_search';
  const shape = `${context.request.method} ${isSearchForm ? '_search' : id ? 'one' : 'type'}`;
  const handlers = {
    'GET type': searchByUrl,
    'POST _search': searchByForm,
    'GET one': readOne,
    'POST type': createOne,
    'PUT one': updateOne,
  };
  const handler = handlers[shape];
  if (!handler || rest.length > 0) {
    throw new FhirError(405, 'not-supported', 'This interaction is not supported');
  }
  await handler(context, resourceType, id);
}

function requireReach(access, resourceType, permission) {
  const reach = reachOf(access, resourceType, permission);
  if (!reach) {
    throw new FhirError(403, 'forbidden', `The token has no scope for ${resourceType}`);
  }
  return reach;
}

function preference(request, name) {
  const match = new RegExp(`(?:^|[;,\\s])${name}=([A-Za-z]+)`).exec(request.headers.prefer ?? '');
  return match?.[1];
}

async function searchByUrl(context, resourceType) {
  await sendSearch(context, resourceType, context.url.searchParams);
}

async function searchByForm(context, resourceType) {
  await sendSearch(context, resourceType, await readForm(context.request));
}

async function sendSearch(context, resourceType, parameters) {
  const reach = requireReach(context.access, resourceType, 's');
  const strict = preference(context.request, 'handling') === 'strict';
  send(context.response, 200, await search(context, resourceType, parameters, reach, strict));
}

async function readOne({ access, store, response }, resourceType, id) {
  // SMART scopes for identity: `fhirUser` lets the app read who signed in, and nobody else.
  const own = access.ownResource === `${resourceType}/${id}`;
  const reach = own ? { everyone: true } : requireReach(access, resourceType, 'r');
  const resource = await store.read(resourceType, id);
  if (!resource) throw new FhirError(404, 'not-found', `${resourceType}/${id} does not exist`);
  const open = reach.everyone || DIRECTORY_TYPES.includes(resourceType);
  if (!open && patientOf(resource) !== reach.patient) {
    throw new FhirError(403, 'forbidden', 'The token is for another patient');
  }
  send(response, 200, resource, versionHeaders(resource));
}

async function createOne(context, resourceType) {
  const { access, base, request, response } = context;
  const reach = requireReach(access, resourceType, 'c');
  const body = parseResource(await readBody(request));
  const ifNoneExist = request.headers['if-none-exist'];
  const { resource, created } = await create(context, resourceType, body, reach, ifNoneExist);
  const location = `${base}/${resourceType}/${resource.id}/_history/${resource.meta.versionId}`;
  sendWritten(request, response, created ? 201 : 200, resource, { location });
}

async function runTransaction(context) {
  const { access, request, response } = context;
  const bundle = parseResource(await readBody(request));
  const reachFor = (resourceType) => requireReach(access, resourceType, 'c');
  send(response, 200, await transaction(context, bundle, reachFor));
}

async function updateOne(context, resourceType, id) {
  const { access, request, response } = context;
  const reach = requireReach(access, resourceType, 'u');
  const body = parseResource(await readBody(request));
  const ifMatch = request.headers['if-match'];
  const resource = await update(context, resourceType, id, body, reach, ifMatch);
  sendWritten(request, response, 200, resource);
}

function parseResource(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new FhirError(400, 'structure', 'The body is not JSON');
  }
}

function sendWritten(request, response, status, resource, headers = {}) {
  const wanted = preference(request, 'return');
  const body = {
    minimal: undefined,
    OperationOutcome: operationOutcome('informational', 'Stored', 'information'),
  };
  const content = wanted in body ? body[wanted] : resource;
  send(response, status, content, { ...versionHeaders(resource), ...headers });
}

function versionHeaders({ meta }) {
  return {
    etag: `W/"${meta.versionId}"`,
    'last-modified': new Date(meta.lastUpdated).toUTCString(),
  };
}

function send(response, status, resource, headers = {}) {
  sendJson(response, status, resource, {
    'content-type': 'application/fhir+json; charset=utf-8',
    ...headers,
  });
}

function sendError(response, error) {
  if (error instanceof FhirError) {
    const challenge = 'Bearer realm="Demo EHR", error="insufficient_scope"';
    const headers = error.status === 403 ? { 'www-authenticate': challenge } : {};
    send(response, error.status, error.outcome, headers);
  } else if (error instanceof BodyTooLarge) {
    send(response, 413, operationOutcome('too-long', 'The request is too large'));
  } else {
    console.error(error);
    send(response, 500, operationOutcome('exception', 'The server failed'));
  }
}
