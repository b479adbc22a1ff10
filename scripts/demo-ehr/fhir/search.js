import { evalFhirPath } from '@medplum/core';

import { DIRECTORY_TYPES, searchParameter } from './definitions.js';
import { FhirError } from './outcome.js';
import { matchesText, parseQuery, sortResources } from './query.js';

/**
 * Runs a search within what the caller may see.
 *
 * @param {object} services
 * @param {import('./store.js').Store} services.store
 * @param {string} services.base FHIR base
 * @param {number} services.pageSize
 * @param {string} resourceType
 * @param {URLSearchParams} parameters
 * @param {import('../auth/access.js').Reach} reach
 * @param {boolean} strict
 * @returns {Promise<object>} a searchset Bundle: one page
 */
export async function search({ store, base, pageSize }, resourceType, parameters, reach, strict) {
  const query = parseQuery(resourceType, parameters, { base, pageSize, strict });
  const matches = await findMatches(store, resourceType, query, reach);
  const page = query.countOnly ? [] : matches.slice(query.offset, query.offset + query.count);
  const included = await findIncluded(store, resourceType, page, query.includes);
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: matches.length,
    link: links(base, resourceType, query, matches.length),
    entry: [
      ...page.map((resource) => entry(base, project(resource, query.elements), 'match')),
      ...included.map((resource) => entry(base, resource, 'include')),
    ],
  };
}

/**
 * @param {import('./store.js').Store} store
 * @param {string} resourceType
 * @param {import('./query.js').Query} query
 * @param {import('../auth/access.js').Reach} reach
 * @returns {Promise<object[]>} all matches, sorted
 */
export async function findMatches(store, resourceType, query, reach) {
  const isDirectory = DIRECTORY_TYPES.includes(resourceType);
  const foreign = query.patients?.some((id) => id !== reach.patient);
  if (!reach.everyone && !isDirectory && foreign) {
    throw new FhirError(403, 'forbidden', 'The token is for another patient');
  }
  const reachable = reach.everyone ? store.patientIds() : [reach.patient];
  const patients = isDirectory ? [] : (query.patients ?? reachable);
  const shared = isDirectory || (reach.everyone && !query.patients && resourceType !== 'Patient');
  const filters = new URLSearchParams(query.filters).toString();
  const found = await store.search(resourceType, filters, patients, shared);
  const matches = found.filter((each) => query.texts.every((filter) => matchesText(each, filter)));
  return sortResources(matches, query.sort);
}

async function findIncluded(store, resourceType, page, includes) {
  const references = new Set();
  for (const code of includes) {
    const parameter = searchParameter(resourceType, code);
    if (!parameter) continue;
    for (const resource of page) {
      for (const value of evalFhirPath(parameter.expression, resource)) {
        if (/^[A-Z][A-Za-z]+\/[^/]+$/.test(value?.reference ?? '')) references.add(value.reference);
      }
    }
  }
  const resources = await Promise.all(
    [...references].map((each) => store.read(...each.split('/'))),
  );
  return resources.filter(Boolean);
}

function entry(base, resource, mode) {
  return {
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode },
  };
}

const SUBSETTED = Object.freeze({
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
});

function project(resource, elements) {
  if (elements.length === 0) return resource;
  const kept = ['resourceType', 'id', ...elements];
  const projected = Object.fromEntries(
    Object.entries(resource).filter(([key]) => kept.includes(key)),
  );
  return { ...projected, meta: { ...resource.meta, tag: [SUBSETTED] } };
}

function links(base, resourceType, query, total) {
  const url = (offset) => {
    const parameters = [...query.used, ['_count', String(query.count)]];
    if (offset > 0) parameters.push(['_offset', String(offset)]);
    return `${base}/${resourceType}?${new URLSearchParams(parameters)}`;
  };
  const result = [{ relation: 'self', url: url(query.offset) }];
  const following = query.offset + query.count;
  if (query.count > 0 && following < total && !query.countOnly) {
    result.push({ relation: 'next', url: url(following) });
  }
  return result;
}
