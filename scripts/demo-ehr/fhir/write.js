import { OperationOutcomeError, validateResource } from '@medplum/core';

import { DIRECTORY_TYPES } from './definitions.js';
import { FhirError } from './outcome.js';
import { parseQuery } from './query.js';
import { findMatches } from './search.js';
import { patientOf } from './store.js';

/**
 * Creates a resource, or finds the one that a conditional create names (`If-None-Exist`).
 *
 * @param {{store: import('./store.js').Store, base: string, pageSize: number}} services
 * @param {string} resourceType
 * @param {object} resource
 * @param {import('../auth/access.js').Reach} reach
 * @param {string | undefined} ifNoneExist
 * @returns {Promise<{resource: object, created: boolean}>}
 */
export async function create(services, resourceType, resource, reach, ifNoneExist) {
  if (resourceType === 'Patient') {
    throw new FhirError(405, 'not-supported', 'Patients are registered elsewhere');
  }
  check(resourceType, resource, reach);
  if (ifNoneExist) {
    const { base, pageSize, store } = services;
    const parameters = new URLSearchParams(ifNoneExist);
    const query = parseQuery(resourceType, parameters, { base, pageSize, strict: true });
    const matches = await findMatches(store, resourceType, query, reach);
    if (matches.length > 1) {
      throw new FhirError(412, 'duplicate', 'Several resources match If-None-Exist');
    }
    if (matches.length === 1) return { resource: matches[0], created: false };
  }
  const { id: _id, meta, ...content } = resource;
  const stored = await services.store.create({ ...content, ...keepMeta(meta) });
  return { resource: stored, created: true };
}

/**
 * @param {{store: import('./store.js').Store}} services
 * @param {string} resourceType
 * @param {string} id
 * @param {object} resource
 * @param {import('../auth/access.js').Reach} reach
 * @param {string | undefined} ifMatch
 * @returns {Promise<object>} as stored
 */
export async function update({ store }, resourceType, id, resource, reach, ifMatch) {
  if (resource?.id !== id) throw new FhirError(400, 'invalid', 'The id differs from the URL');
  check(resourceType, resource, reach);
  const existing = await store.read(resourceType, id);
  if (!existing) throw new FhirError(404, 'not-found', `${resourceType}/${id} does not exist`);
  if (patientOf(existing) !== patientOf(resource)) {
    throw new FhirError(422, 'business-rule', 'A resource cannot move to another patient');
  }
  return store.update(resource, ifMatch);
}

/**
 * @param {string} resourceType
 * @param {object} resource
 * @param {import('../auth/access.js').Reach} reach
 * @throws {FhirError} when it may not be stored
 */
export function check(resourceType, resource, reach) {
  if (resource?.resourceType !== resourceType) {
    throw new FhirError(400, 'invalid', `Expected a ${resourceType}`);
  }
  validate(resource);
  const isDirectory = DIRECTORY_TYPES.includes(resourceType);
  if (!reach.everyone && !isDirectory && patientOf(resource) !== reach.patient) {
    throw new FhirError(403, 'forbidden', 'The token is for another patient');
  }
}

/**
 * Validates against the R4 StructureDefinition.
 * @param {object} resource
 * @throws {FhirError} 422 with every issue
 */
export function validate(resource) {
  try {
    validateResource(resource);
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    const refusal = new FhirError(422, 'invalid', 'The resource is not valid');
    refusal.outcome = error.outcome;
    throw refusal;
  }
}

/** The server sets version and time itself. */
function keepMeta(meta) {
  if (!meta) return {};
  const { versionId: _versionId, lastUpdated: _lastUpdated, ...kept } = meta;
  return Object.keys(kept).length > 0 ? { meta: kept } : {};
}
