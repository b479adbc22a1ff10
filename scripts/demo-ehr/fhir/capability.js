import { globalSchema } from '@medplum/core';

import { RESOURCE_TYPES } from './definitions.js';

const SEARCHABLE = Object.freeze(['reference', 'string', 'uri', 'token', 'date']);

/**
 * The CapabilityStatement, with the SMART 1.0 extension for the OAuth endpoints.
 * @param {string} base FHIR base
 * @param {string} issuer
 */
export function capabilityStatement(base, issuer) {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-01-01',
    kind: 'instance',
    software: { name: 'Framingham on FHIR demo EHR' },
    implementation: { description: 'Invented patients, in memory', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: security(issuer),
        interaction: [{ code: 'transaction' }],
        resource: RESOURCE_TYPES.map(resource),
      },
    ],
  };
}

function security(issuer) {
  const endpoints = { authorize: 'auth', token: 'token', revoke: 'token/revocation' };
  return {
    cors: true,
    service: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
            code: 'SMART-on-FHIR',
          },
        ],
      },
    ],
    extension: [
      {
        url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
        extension: Object.entries(endpoints).map(([url, path]) => ({
          url,
          valueUri: `${issuer}/${path}`,
        })),
      },
    ],
  };
}

function resource(type) {
  const parameters = Object.values(globalSchema.types[type].searchParams ?? {});
  return {
    type,
    interaction: ['read', 'search-type', 'create', 'update'].map((code) => ({ code })),
    versioning: 'versioned',
    conditionalCreate: true,
    searchParam: parameters
      .filter(({ type: kind, code }) => SEARCHABLE.includes(kind) && code !== '_compartment')
      .map(({ code, type: kind }) => ({ name: code, type: kind })),
  };
}
