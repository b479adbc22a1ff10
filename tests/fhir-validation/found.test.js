// What the app writes is found again, and not stored twice, by a client that is none of ours: the
// one of Medplum, against the demonstration EHR.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { fhir, obtainTokens, startEhr } from '../demo-ehr/client.js';
import { medplum } from '../demo-ehr/medplum.js';
import { written } from './written.js';

const PATIENT = 'marama-ngata';
let ehr;
let token;
let client;

before(async () => {
  ehr = await startEhr();
  ({ access_token: token } = await obtainTokens(ehr, 'openid user/*.cruds', { user: 'clinician' }));
  client = medplum(ehr, token);
});
after(() => ehr.close());

/** As createRequest() of src/fhir/write.cpp sends it. */
const create = (resource) => {
  const [{ system, value }] = resource.identifier;
  return fhir(ehr, token, resource.resourceType, {
    method: 'POST',
    body: JSON.stringify(resource),
    headers: {
      'content-type': 'application/fhir+json',
      prefer: 'return=representation',
      'if-none-exist': `identifier=${encodeURIComponent(`${system}|${value}`)}`,
    },
  });
};

const assessments = written(PATIENT).filter(({ identifier }) => identifier);
const seen = new Map(assessments.map((each) => [each.identifier[0].value + each.resourceType, each]));

for (const resource of seen.values()) {
  test(`${resource.resourceType} ${resource.identifier[0].value} is found by another client`, async () => {
    const { status, body } = await create(resource);
    assert.equal(status, 201);
    const { system, value } = resource.identifier[0];
    const byIdentifier = await client.searchResources(resource.resourceType, {
      identifier: `${system}|${value}`,
    });
    assert.deepEqual(byIdentifier.map(({ id }) => id), [body.id]);
    const { id, meta, ...content } = byIdentifier[0];
    assert.deepEqual(content, resource, 'what is found is what was written');
    const ofPatient = await client.searchResources(resource.resourceType, {
      subject: `Patient/${PATIENT}`,
      _count: '200',
    });
    assert.ok(ofPatient.some((each) => each.id === body.id));
    const again = await create(resource);
    assert.equal(again.status, 200, 'a second create finds the first');
    assert.equal(again.body.id, body.id);
  });
}

test('the Observation is found by its LOINC code', async () => {
  const found = await client.searchResources('Observation', {
    subject: `Patient/${PATIENT}`,
    code: 'http://loinc.org|65853-4',
  });
  const ours = assessments.find(({ resourceType }) => resourceType === 'Observation');
  assert.ok(found.some((each) => each.identifier?.[0].value === ours.identifier[0].value));
});
