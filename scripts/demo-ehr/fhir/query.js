import { convertToSearchableStrings, evalFhirPathTyped, toTypedValue } from '@medplum/core';

import { searchParameter } from './definitions.js';
import { FhirError } from './outcome.js';

const RESULT_PARAMETERS = Object.freeze([
  '_count',
  '_offset',
  '_sort',
  '_include',
  '_elements',
  '_summary',
]);
const TOLERATED = Object.freeze(['_format', '_pretty', '_total', '_revinclude']);
const SUPPORTED_TYPES = Object.freeze(['reference', 'string', 'uri', 'token', 'date']);
const MODIFIERS = Object.freeze(['missing', 'not', 'exact', 'contains', 'identifier']);
const ABOUT_PATIENT = Object.freeze(['patient', 'subject']);
const MAX_COUNT = 200;

/**
 * A search as the client asked for it.
 *
 * @typedef {object} Query
 * @property {[string, string][]} filters for the router
 * @property {{parameter: object, modifier: string, value: string}[]} texts string filters, which
 *           FHIR wants without regard to case and accents
 * @property {[string, string][]} used every parameter that was understood, for the self link
 * @property {number} count resources a page
 * @property {number} offset
 * @property {{parameter: object, descending: boolean}[]} sort
 * @property {string[]} includes search parameters whose targets are included
 * @property {string[]} elements
 * @property {boolean} countOnly
 * @property {string[] | undefined} patients ids that the search names, if it names any
 */

/**
 * @param {string} resourceType
 * @param {URLSearchParams} parameters
 * @param {{base: string, pageSize: number, strict: boolean}} options `strict`: an unknown parameter
 *        is an error and not ignored (`Prefer: handling=strict`)
 * @returns {Query}
 */
export function parseQuery(resourceType, parameters, { base, pageSize, strict }) {
  const query = emptyQuery(pageSize);
  for (const [key, value] of parameters) {
    const [code, modifier = ''] = key.split(':');
    if (TOLERATED.includes(code)) continue;
    if (RESULT_PARAMETERS.includes(code)) {
      applyResultParameter(query, resourceType, code, value);
    } else if (!applyFilter(query, resourceType, code, modifier, value, base)) {
      if (strict) throw new FhirError(400, 'not-supported', `Unknown search parameter: ${key}`);
      continue;
    }
    if (code !== '_offset' && code !== '_count') query.used.push([key, value]);
  }
  return query;
}

function emptyQuery(pageSize) {
  return {
    filters: [],
    texts: [],
    used: [],
    count: pageSize,
    offset: 0,
    sort: [],
    includes: [],
    elements: [],
    countOnly: false,
    patients: undefined,
  };
}

function applyResultParameter(query, resourceType, code, value) {
  if (code === '_count') query.count = Math.min(wholeNumber(code, value), MAX_COUNT);
  else if (code === '_offset') query.offset = wholeNumber(code, value);
  else if (code === '_sort') query.sort = sortRules(resourceType, value);
  else if (code === '_include') query.includes.push(value.split(':')[1] ?? '');
  else if (code === '_elements') query.elements.push(...value.split(','));
  else query.countOnly ||= value === 'count';
}

function wholeNumber(code, value) {
  if (!/^\d{1,6}$/.test(value)) throw new FhirError(400, 'value', `${code} must be a whole number`);
  return Number(value);
}

function sortRules(resourceType, value) {
  return value
    .split(',')
    .map((field) => ({
      parameter: searchParameter(resourceType, field.replace(/^-/, '')),
      descending: field.startsWith('-'),
    }))
    .filter(({ parameter }) => parameter);
}

/** @returns {boolean} false when the parameter is not known */
function applyFilter(query, resourceType, code, modifier, value, base) {
  const parameter = searchParameter(resourceType, code);
  if (!parameter || !SUPPORTED_TYPES.includes(parameter.type)) return false;
  const isTarget = parameter.type === 'reference' && parameter.target?.includes(modifier);
  if (modifier && !isTarget && !MODIFIERS.includes(modifier)) {
    throw new FhirError(400, 'not-supported', `Unknown modifier: ${code}:${modifier}`);
  }
  if (parameter.type === 'string' && modifier !== 'missing') {
    query.texts.push({ parameter, modifier, value });
  } else if (parameter.type === 'reference' && (isTarget || !modifier)) {
    const targets = isTarget ? [modifier] : parameter.target;
    const references = value.split(',').flatMap((each) => fullReferences(each, targets, base));
    const patients = references.filter((each) => each.startsWith('Patient/'));
    // A patient's repository holds what is about that patient: choosing it is the whole filter.
    if (ABOUT_PATIENT.includes(code) && patients.length > 0) {
      narrow(
        query,
        patients.map((each) => each.slice('Patient/'.length)),
      );
    } else {
      query.filters.push([code, references.join(',')]);
    }
  } else {
    query.filters.push([modifier ? `${code}:${modifier}` : code, value]);
    if (resourceType === 'Patient' && code === '_id') narrow(query, value.split(','));
  }
  return true;
}

/** `ID`, `Type/ID` and `[base]/Type/ID` are one reference; the router knows only `Type/ID`. */
function fullReferences(value, targets, base) {
  const relative = value.startsWith(`${base}/`) ? value.slice(base.length + 1) : value;
  return relative.includes('/') ? [relative] : targets.map((type) => `${type}/${relative}`);
}

function narrow(query, patients) {
  query.patients = query.patients?.filter((id) => patients.includes(id)) ?? patients;
}

/**
 * @param {string} text
 * @returns {string} without case and accents
 */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function valuesOf(resource, parameter) {
  return evalFhirPathTyped(parameter.expression, [toTypedValue(resource)]);
}

/**
 * @param {object} resource
 * @param {Query['texts'][number]} filter
 */
export function matchesText(resource, { parameter, modifier, value }) {
  const words = convertToSearchableStrings(valuesOf(resource, parameter)).flatMap((text) => [
    text,
    ...text.split(/\s+/),
  ]);
  return value.split(',').some((wanted) =>
    words.some((word) => {
      if (modifier === 'exact') return word === wanted;
      const [haystack, needle] = [fold(word), fold(wanted)];
      return modifier === 'contains' ? haystack.includes(needle) : haystack.startsWith(needle);
    }),
  );
}

/**
 * @param {object[]} resources
 * @param {Query['sort']} rules
 */
export function sortResources(resources, rules) {
  const keyed = resources.map((resource) => ({
    resource,
    keys: rules.map(({ parameter }) => sortKey(resource, parameter)),
  }));
  keyed.sort((a, b) => {
    for (const [index, { descending }] of rules.entries()) {
      const order = a.keys[index] < b.keys[index] ? -1 : Number(a.keys[index] > b.keys[index]);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  return keyed.map(({ resource }) => resource);
}

function sortKey(resource, parameter) {
  const value = valuesOf(resource, parameter)[0]?.value;
  if (value === undefined) return '';
  return typeof value === 'object' ? fold(JSON.stringify(value)) : fold(String(value));
}
