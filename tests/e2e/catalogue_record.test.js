// Rows of the fault catalogue about the record: what a FHIR server may send instead of this patient's
// own, complete resources.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { headline, shownRisk, signIn } from './harness/journeys.js';
import { startScriptedServer } from './harness/scripted_server.js';

const app = installApp();
const kChromium = { browsers: ['chromium'] };
const kObservations = '^/fhir/Observation';
const kPatient = '^/fhir/Patient/';

afterEach(() => app.control('POST reset'));

async function openWith(page, path, action, times) {
  await app.control('POST rules', { match: { path, ...(times && { times }) }, action });
  await signIn(page, app, 'patient');
}

function words(page) {
  return page.evaluate('return document.body.textContent;');
}

async function assertNoNumber(page) {
  await headline(page).textMatching(/^No number/);
  await page.getByRole('button', { name: 'Retry' }).find();
}

/** A number from a part of the data never comes without saying so. */
async function assertPartial(page) {
  await page.getByRole('alert').textMatching(/Only part of measurements could be read/);
  await page.getByRole('button', { name: 'Retry' }).find();
}

inEachBrowser('row 57: another patient’s data in place of the one granted is not shown', async (page) => {
  await openWith(page, kPatient, { json: { id: 'denise-washington' } });
  await page.getByRole('alert').find();
  assert.doesNotMatch(await words(page), /Ngata/);
  assert.equal(await page.getByRole('status', { name: '10-year risk' }).exists(), false);
}, kChromium);

inEachBrowser('row 58: a stranger’s measurement among the patient’s is left out and named', async (page) => {
  const resource = {
    resourceType: 'Observation',
    id: 'foreign',
    status: 'final',
    subject: { reference: 'Patient/denise-washington' },
    code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
    valueQuantity: { value: 251, unit: 'mm[Hg]', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
    effectiveDateTime: '2026-01-01',
  };
  await openWith(page, kObservations, { json: { entry: [{ resource }], link: [] } });
  const findings = page.getByRole('list', { name: 'Worth checking' });
  await findings.textMatching(/about somebody else, or nobody; it is not used/);
  assert.doesNotMatch(await words(page), /251/);
}, kChromium);

inEachBrowser('row 74: a next page on another origin is not asked for', async (page, context) => {
  const stranger = await startScriptedServer(context);
  await openWith(page, kObservations, { json: { link: [{ relation: 'next', url: `${stranger.url}fhir?p=2` }] } });
  await assertPartial(page);
  assert.deepEqual(stranger.requests, []);
}, kChromium);

inEachBrowser('row 77: a next page that is the same page is asked for once', async (page) => {
  const link = [{ relation: 'next', url: `${app.ehr.fhirBase}/Observation?again` }];
  await openWith(page, kObservations, { json: { link } });
  await assertPartial(page);
  const asked = (await app.control('GET log')).filter(({ url }) => url.startsWith('/fhir/Observation'));
  const again = asked.filter(({ url }) => url.endsWith('?again'));
  assert.equal(again.length, asked.length - again.length, 'once for each search');
}, kChromium);

inEachBrowser('row 78: a total that lies and entries that are null change no number', async (page) => {
  await openWith(page, '^/fhir/MedicationRequest', { json: { total: 99_999, entry: [null, {}] } });
  await shownRisk(page);
}, kChromium);

inEachBrowser('row 79: a busy server is asked again after the time it named', async (page) => {
  const action = { status: 429, headers: { 'Retry-After': '1' } };
  await openWith(page, kObservations, action, 1);
  await shownRisk(page);
}, kChromium);

for (const [what, action] of [
  ['an OperationOutcome', { body: '{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational"}]}' }],
  ['an HTML page', { body: '<!doctype html><p>Welcome</p>', headers: { 'Content-Type': 'text/html' } }],
  ['no content', { status: 204 }],
  ['XML', { body: '<Bundle xmlns="http://hl7.org/fhir"/>', headers: { 'Content-Type': 'application/fhir+xml' } }],
]) {
  inEachBrowser(`row 80: ${what} in place of measurements gives no number`, async (page) => {
    await openWith(page, kObservations, action);
    await assertNoNumber(page);
    assert.doesNotMatch(await words(page), /Welcome/);
  }, kChromium);
}

inEachBrowser('row 81: a body of 100 MB is cut off', async (page) => {
  await openWith(page, kObservations, { bodyBytes: 100_000_000 });
  await assertNoNumber(page);
}, kChromium);

inEachBrowser('rows 82 and 83: names and narrative of a patient are text', async (page) => {
  const family = `<img src=x onerror="document.title='hit'">%s%n##id\u202e😀`;
  const text = { status: 'generated', div: '<div><script>document.title="hit"</script></div>' };
  await openWith(page, kPatient, { json: { name: [{ family, given: ['A'] }], text } });
  await shownRisk(page);
  const heading = await page.getByRole('heading', { name: /<img src=x/ }).find();
  assert.ok(heading.name.includes('%s%n##id') && heading.name.includes('😀'));
  assert.doesNotMatch(await page.title(), /hit/);
  assert.equal(await page.evaluate(`return document.querySelectorAll('img, #app script').length;`), 0);
}, kChromium);

inEachBrowser('row 107: a server that refuses lists of codes is asked in a simpler way', async (page) => {
  await openWith(page, '^/fhir/Observation.*code=', { status: 400 });
  await shownRisk(page);
}, kChromium);
