import assert from 'node:assert/strict';
import { test } from 'node:test';

import { before } from '../../scripts/demo-ehr/data/calendar.js';
import { generateData } from '../../scripts/demo-ehr/data/generate.js';
import { loadDefinitions } from '../../scripts/demo-ehr/fhir/definitions.js';
import { validate } from '../../scripts/demo-ehr/fhir/write.js';
import { TODAY } from './client.js';

const resources = generateData(TODAY);
const ofType = (type) => resources.filter(({ resourceType }) => resourceType === type);

test('the same day gives the same resources, another day moves them', () => {
  assert.deepEqual(generateData(TODAY), resources);
  assert.notDeepEqual(generateData('2024-02-29'), resources);
});

test('every resource is valid R4, on a leap day too', () => {
  loadDefinitions();
  for (const resource of [...resources, ...generateData('2024-02-29')]) {
    assert.doesNotThrow(() => validate(resource), resource.id);
  }
});

test('every id is used once and every reference leads somewhere', () => {
  const keys = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
  const known = new Set(keys);
  assert.equal(known.size, keys.length);
  const references = JSON.stringify(resources).matchAll(/"reference":"([^"]+)"/g);
  for (const [, reference] of references) {
    assert.ok(reference.startsWith('#') || known.has(reference), reference);
  }
});

test('no observation lies in the future', () => {
  for (const { id, effectiveDateTime } of ofType('Observation')) {
    assert.ok(effectiveDateTime.slice(0, 10) <= TODAY, id);
  }
});

test('there are 300 patients, 31 of them described one by one, in a dozen scripts', () => {
  assert.equal(ofType('Patient').length, 300);
  assert.equal(generateData(TODAY, 0).filter((each) => each.resourceType === 'Patient').length, 31);
  const names = JSON.stringify(ofType('Patient').map(({ name }) => name));
  const scripts = [
    'Latin',
    'Cyrillic',
    'Greek',
    'Han',
    'Hangul',
    'Arabic',
    'Hebrew',
    'Thai',
    'Devanagari',
  ];
  for (const script of scripts)
    assert.match(names, new RegExp(`\\p{Script=${script}}`, 'u'), script);
  assert.match(names, /[āēīōū]/);
  assert.match(names, /Nguyễn/);
});

test('the records show the variety that real ones have', () => {
  const text = JSON.stringify(resources);
  const signs = [
    '"mmol/L"',
    '"mg/dL"',
    '"85354-9"',
    '"55284-4"',
    'entered-in-error',
    'preliminary',
    '"65853-4"',
    '"deceasedBoolean":true',
    '"gender":"other"',
    '"gender":"unknown"',
    '"birthDate":"1970"',
    '"22298006"',
    '"232717009"',
    '"266927001"',
    '"LA18980-5"',
    'us-core-race',
    '"mmol/mol"',
  ];
  for (const sign of signs) assert.ok(text.includes(sign), sign);
});

test('the headline patient is 51, treated, and a smoker with cholesterol of five years ago', () => {
  const find = (id) => resources.find((resource) => resource.id === id);
  assert.equal(find('marama-ngata').birthDate, '1975-03-14');
  assert.deepEqual(
    ['total', 'hdl'].map((kind) => find(`marama-ngata-${kind}-1`).valueQuantity.value),
    [5.4, 1.3],
  );
  assert.equal(find('marama-ngata-total-1').effectiveDateTime, '2021-06-18');
  assert.equal(find('marama-ngata-bp-1').component[0].valueQuantity.value, 136);
});

test('dates before a day keep to the calendar', () => {
  assert.equal(before('2024-02-29', { years: 1 }), '2023-02-28');
  assert.equal(before('2026-03-31', { months: 1 }), '2026-02-28');
  assert.equal(before('2026-01-01', { days: 1 }), '2025-12-31');
});
