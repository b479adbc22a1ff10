import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { control, fhir, ids, obtainTokens, startEhr } from './client.js';

const ALL = 'user/*.cruds';
let ehr;
let clinician;
let patient;

before(async () => {
  ehr = await startEhr();
  clinician = (await obtainTokens(ehr, `openid ${ALL}`, { user: 'clinician' })).access_token;
  const scope = 'openid launch/patient patient/*.cruds user/*.rs';
  patient = (await obtainTokens(ehr, scope, { user: 'patient' })).access_token;
});
after(() => ehr.close());

const get = (path, init) => fhir(ehr, clinician, path, init);
const post = (type, resource, headers = {}, token = clinician) =>
  fhir(ehr, token, type, {
    method: 'POST',
    body: JSON.stringify(resource),
    headers: { 'content-type': 'application/fhir+json', ...headers },
  });

const riskAssessment = (value, subject = 'marama-ngata') => ({
  resourceType: 'RiskAssessment',
  status: 'final',
  identifier: [{ system: 'https://app.example/assessments', value }],
  subject: { reference: `Patient/${subject}` },
  occurrenceDateTime: '2026-11-23T10:00:00+13:00',
  prediction: [{ outcome: { text: 'Cardiovascular disease' }, probabilityDecimal: 0.14 }],
});

test('without a token the answer is 401 with a challenge', async () => {
  for (const token of [undefined, 'wrong']) {
    const { status, headers, body } = await fhir(ehr, token, 'Patient/marama-ngata');
    assert.equal(status, 401);
    assert.match(headers.get('www-authenticate'), /^Bearer /);
    assert.equal(body.resourceType, 'OperationOutcome');
  }
});

test('the capability statement is open and lists what is searched', async () => {
  const { status, body } = await fhir(ehr, undefined, 'metadata');
  assert.equal(status, 200);
  assert.equal(body.fhirVersion, '4.0.1');
  const observation = body.rest[0].resource.find(({ type }) => type === 'Observation');
  assert.ok(observation.searchParam.some(({ name }) => name === 'patient'));
});

test('a read carries version and time', async () => {
  const { status, headers, body } = await get('Patient/marama-ngata');
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'application/fhir+json; charset=utf-8');
  assert.equal(headers.get('etag'), 'W/"1"');
  assert.equal(body.birthDate, '1975-03-14');
  assert.equal((await get('Patient/nobody')).status, 404);
});

test('a patient may be named by id, by reference and by URL', async () => {
  const code = encodeURIComponent('http://loinc.org|14647-2');
  const forms = [
    'patient=marama-ngata',
    'patient=Patient/marama-ngata',
    'subject:Patient=marama-ngata',
  ];
  forms.push(`subject=${encodeURIComponent(`${ehr.fhirBase}/Patient/marama-ngata`)}`);
  for (const form of forms) {
    const { body } = await get(`Observation?${form}&code=${code}&_sort=-date`);
    assert.deepEqual(ids(body), ['marama-ngata-total-1', 'marama-ngata-total-2'], form);
  }
});

test('pages follow one another without a gap or a double', async () => {
  const found = [];
  let pages = 0;
  let next = 'Observation?patient=marama-ngata&_sort=date';
  while (next) {
    const { body } = await get(next);
    found.push(...ids(body));
    pages += 1;
    next = body.link.find(({ relation }) => relation === 'next')?.url;
    assert.ok(!next || next.startsWith(`${ehr.fhirBase}/Observation?`));
  }
  assert.equal(pages, 2);
  assert.equal(new Set(found).size, found.length);
  const { body } = await get('Observation?patient=marama-ngata&_count=200');
  assert.equal(found.length, body.total);
  assert.equal(body.entry[0].fullUrl, `${ehr.fhirBase}/Observation/${ids(body)[0]}`);
});

test('several patients are read by their ids at once', async () => {
  const { body } = await get('Patient?_id=wang-li,ana-lopez,nobody');
  assert.deepEqual(ids(body).sort(), ['ana-lopez', 'wang-li']);
});

test('names are found without case and accents, in any script', async () => {
  assert.deepEqual(ids((await get('Patient?name=marama')).body), ['marama-ngata']);
  assert.deepEqual(ids((await get(`Patient?family=${encodeURIComponent('петр')}`)).body), [
    'ivan-petrov',
  ]);
  assert.deepEqual(ids((await get('Patient?birthdate=1975-03-14')).body), ['marama-ngata']);
  assert.deepEqual(ids((await get('Patient?identifier=ZAC5361')).body), ['marama-ngata']);
});

test('worklists and groups name patients that exist', async () => {
  const { body } = await get('List?status=current&_sort=title');
  assert.deepEqual(ids(body), [
    'diabetes-review',
    'house-calls',
    'monday-clinic',
    'whole-practice',
  ]);
  const clinic = body.entry[2].resource;
  assert.equal(clinic.title, 'Monday clinic');
  assert.equal(clinic.entry.length, 24);
  const group = (await get('Group/heart-study')).body;
  const members = [
    ...clinic.entry.map(({ item }) => item),
    ...group.member.map(({ entity }) => entity),
  ];
  for (const { reference } of members) assert.equal((await get(reference)).status, 200, reference);
});

test('lists are found by the patients on them', async () => {
  const { body } = await get('List?item=Patient/david-cohen&_sort=title');
  assert.deepEqual(ids(body), ['diabetes-review', 'monday-clinic', 'whole-practice']);
  assert.deepEqual(ids((await get('Group?member=Patient/marama-ngata')).body), ['heart-study']);
});

test('an unknown parameter is ignored, or refused when the client wants it strict', async () => {
  const path = 'Condition?patient=marama-ngata&colour=red';
  const lenient = await get(path);
  assert.equal(lenient.body.total, 1);
  assert.doesNotMatch(lenient.body.link[0].url, /colour/);
  const strict = await get(path, { headers: { prefer: 'handling=strict' } });
  assert.equal(strict.status, 400);
  assert.equal((await get('Condition?code:fancy=1')).status, 400);
});

test('includes and elements are honoured', async () => {
  const { body } = await get(
    'MedicationRequest?patient=priya-sharma&_include=MedicationRequest:medication',
  );
  assert.deepEqual(
    body.entry.map(({ search }) => search.mode),
    ['match', 'include'],
  );
  assert.equal(body.entry[1].resource.id, 'lisinopril-10');
  const few = (await get('Observation?patient=wang-li&_elements=code&_count=1')).body.entry[0]
    .resource;
  assert.deepEqual(Object.keys(few).sort(), ['code', 'id', 'meta', 'resourceType']);
});

test('a create answers with location, version and the resource', async () => {
  const { status, headers, body } = await post('RiskAssessment', riskAssessment('a-1'));
  assert.equal(status, 201);
  assert.match(
    headers.get('location'),
    new RegExp(`^${ehr.fhirBase}/RiskAssessment/${body.id}/_history/`),
  );
  assert.ok(headers.get('etag'));
  const again = await get(`RiskAssessment/${body.id}`);
  assert.equal(again.body.prediction[0].probabilityDecimal, 0.14);
  const minimal = await post('RiskAssessment', riskAssessment('a-2'), { prefer: 'return=minimal' });
  assert.equal(minimal.status, 201);
  assert.equal(minimal.body, undefined);
});

test('a conditional create makes one resource, however often it is sent', async () => {
  const search = `identifier=${encodeURIComponent('https://app.example/assessments|once')}`;
  const headers = { 'if-none-exist': search };
  const first = await post('RiskAssessment', riskAssessment('once'), headers);
  const second = await post('RiskAssessment', riskAssessment('once'), headers);
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.equal(second.body.id, first.body.id);
  const found = await get(`RiskAssessment?patient=marama-ngata&${search}`);
  assert.equal(found.body.total, 1);
  await post('RiskAssessment', riskAssessment('once'));
  const third = await post('RiskAssessment', riskAssessment('once'), headers);
  assert.equal(third.status, 412);
});

test('what is not valid R4 is refused with every issue', async () => {
  const { status: _status, ...incomplete } = riskAssessment('bad');
  const missing = await post('RiskAssessment', incomplete);
  assert.equal(missing.status, 422);
  assert.deepEqual(missing.body.issue[0].expression, ['RiskAssessment.status']);
  const surplus = await post('RiskAssessment', { ...riskAssessment('bad'), colour: 'red' });
  assert.equal(surplus.status, 422);
  assert.equal((await post('RiskAssessment', riskAssessment('bad', 'nobody'))).status, 422);
  assert.equal((await post('Observation', riskAssessment('bad'))).status, 400);
  assert.equal(
    (await fhir(ehr, clinician, 'RiskAssessment', { method: 'POST', body: '{' })).status,
    400,
  );
});

test('an update needs the version it is based on', async () => {
  const { body } = await post('RiskAssessment', riskAssessment('u-1'));
  const put = (ifMatch) =>
    fhir(ehr, clinician, `RiskAssessment/${body.id}`, {
      method: 'PUT',
      body: JSON.stringify({ ...body, status: 'amended' }),
      headers: { 'if-match': ifMatch },
    });
  const done = await put(`W/"${body.meta.versionId}"`);
  assert.equal(done.status, 200);
  assert.notEqual(done.body.meta.versionId, body.meta.versionId);
  assert.equal((await put(`W/"${body.meta.versionId}"`)).status, 412);
});

test('the patient account reaches the own record only', async () => {
  const own = await fhir(ehr, patient, 'Observation');
  assert.equal(own.status, 200);
  assert.ok(
    own.body.entry.every(({ resource }) => resource.subject.reference === 'Patient/marama-ngata'),
  );
  assert.deepEqual(ids((await fhir(ehr, patient, 'Patient')).body), ['marama-ngata']);
  const foreign = [
    'Patient/wang-li',
    'Patient?_id=wang-li,marama-ngata',
    'Observation?patient=wang-li',
    'Observation/wang-li-bp-1',
    'List/monday-clinic',
  ];
  for (const path of foreign) assert.equal((await fhir(ehr, patient, path)).status, 403, path);
  assert.equal(
    (await post('RiskAssessment', riskAssessment('p-1', 'wang-li'), {}, patient)).status,
    403,
  );
  assert.equal((await post('RiskAssessment', riskAssessment('p-1'), {}, patient)).status, 201);
  assert.equal((await fhir(ehr, patient, 'Practitioner/aroha-williams')).status, 200);
});

test('a clinician’s patient scopes reach the chosen patient only', async () => {
  const scope = 'openid launch/patient patient/Observation.read patient/Patient.rs';
  const answers = { user: 'clinician', patient: 'wang-li' };
  const { access_token: token } = await obtainTokens(ehr, scope, answers);
  assert.equal((await fhir(ehr, token, 'Observation?patient=wang-li')).status, 200);
  assert.equal((await fhir(ehr, token, 'Observation?patient=ana-lopez')).status, 403);
  assert.equal((await fhir(ehr, token, 'Condition?patient=wang-li')).status, 403);
  assert.equal((await post('Observation', {}, {}, token)).status, 403);
});

test('fhirUser lets the app read who signed in, and nobody else', async () => {
  const { access_token: token } = await obtainTokens(ehr, 'openid fhirUser', { user: 'clinician' });
  const { access_token: without } = await obtainTokens(ehr, 'openid', { user: 'clinician' });
  const own = 'Practitioner/aroha-williams';
  assert.equal((await fhir(ehr, token, own)).status, 200);
  assert.equal((await fhir(ehr, without, own)).status, 403);
  assert.equal((await fhir(ehr, token, 'Patient/marama-ngata')).status, 403);
});

test('scopes of both versions are held to their permissions', async () => {
  const cases = {
    'user/Patient.r': [200, 403],
    'user/Patient.s': [403, 200],
    'user/Patient.read': [200, 200],
  };
  for (const [scope, expected] of Object.entries(cases)) {
    const { access_token: token } = await obtainTokens(ehr, `openid ${scope}`, {
      user: 'clinician',
    });
    const read = await fhir(ehr, token, 'Patient/wang-li');
    const search = await fhir(ehr, token, 'Patient?name=wang');
    assert.deepEqual([read.status, search.status], expected, scope);
  }
});

test('a transaction stores all of its resources or none', async () => {
  const bundle = (...resources) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource) => ({
      resource,
      request: { method: 'POST', url: resource.resourceType },
    })),
  });
  const stored = async (value) => {
    const search = `identifier=${encodeURIComponent(`https://app.example/assessments|${value}`)}`;
    return (await get(`RiskAssessment?${search}`)).body.total;
  };
  const { status: _status, ...incomplete } = riskAssessment('t-2');
  assert.equal((await post('', bundle(riskAssessment('t-1'), incomplete))).status, 422);
  assert.equal(await stored('t-1'), 0);
  const { status, body } = await post('', bundle(riskAssessment('t-1'), riskAssessment('t-2')));
  assert.equal(status, 200);
  assert.deepEqual(
    body.entry.map(({ response }) => response.status),
    ['201 Created', '201 Created'],
  );
  assert.equal(await stored('t-1'), 1);
  const others = bundle(riskAssessment('t-3', 'wang-li'));
  assert.equal((await post('', others, {}, patient)).status, 403);
  assert.equal((await post('', { resourceType: 'Bundle', type: 'batch' })).status, 400);
});

test('a reset brings the first data back', async () => {
  await post('RiskAssessment', riskAssessment('gone'));
  await control(ehr, 'POST', 'reset');
  const { access_token: token } = await obtainTokens(ehr, `openid ${ALL}`, { user: 'clinician' });
  const { body } = await fhir(ehr, token, 'RiskAssessment?patient=marama-ngata');
  assert.deepEqual(ids(body), ['marama-ngata-assessment-1']);
});
