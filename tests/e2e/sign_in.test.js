// The product's main job on real input: sign in through the demo EHR's own pages, read a record, see
// the published number.
import assert from 'node:assert/strict';

import { generateData, today } from '../../scripts/demo-ehr/data/generate.js';
import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, signInByHand, typeCredentials } from './harness/journeys.js';
import { percentage, tenYearRisk } from './oracle/framingham_2008.js';
import { factsOf } from './oracle/record_facts.js';

const app = installApp();
const kDay = today();
const kResources = generateData(kDay);
const kClinic = 'Monday clinic';

function publishedRisk(id) {
  return percentage(tenYearRisk(factsOf(kResources, id, kDay)));
}

async function assertHeadline(page, id) {
  const text = (await shownRisk(page)).replaceAll('\u00a0', ' ');
  const expected = publishedRisk(id);
  assert.ok(text.startsWith(expected), `"${text}" should begin with "${expected}"`);
}

inEachBrowser('a clinician reads the published risk of a patient on a list', async (page) => {
  await signInByHand(page, app, 'clinician');
  await openPatient(page, { list: kClinic, name: /Ngata/ });
  await page.getByRole('heading', { name: 'Mārama Ngata' }).find();
  await assertHeadline(page, 'marama-ngata');
});

inEachBrowser('each patient of a list has a number of their own', async (page) => {
  await signInByHand(page, app, 'clinician');
  await openPatient(page, { list: kClinic, name: /Washington/ });
  await assertHeadline(page, 'denise-washington');
  await page.back();
  await page.getByRole('table', { name: 'Patient' }).find();
  await page.getByRole('button', { name: /Hēnare/ }).click();
  await page.getByRole('heading', { name: 'Wiremu Tāne Hēnare' }).find();
  await assertHeadline(page, 'wiremu-henare');
});

inEachBrowser('a patient comes straight to their own record', async (page) => {
  await signInByHand(page, app, 'patient');
  await page.getByRole('heading', { name: 'Mārama Ngata' }).find();
  await assertHeadline(page, 'marama-ngata');
});

inEachBrowser('the EHR launches the app for a patient', async (page) => {
  await page.goto(`${app.ehr.url}/portal`);
  await page.getByRole('button', { name: /Denise Washington/ }).click();
  await typeCredentials(page, 'clinician');
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('heading', { name: 'Denise Washington' }).find();
  await assertHeadline(page, 'denise-washington');
});

inEachBrowser('an EHR that shows the patient itself leaves who it is one press away', async (page) => {
  await page.goto(`${app.ehr.url}/portal`);
  await page.getByRole('checkbox', { name: /shows the patient banner itself/ }).click();
  await page.getByRole('button', { name: /Denise Washington/ }).click();
  await typeCredentials(page, 'clinician');
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('heading', { name: 'Denise Washington' }).find();
  await assertHeadline(page, 'denise-washington');
  assert.doesNotMatch(await page.getByRole('main').text(), /born /);
  await page.getByRole('button', { name: 'Show birth date and identifier' }).click();
  await page.getByRole('main').textMatching(/born /);
});

inEachBrowser('a wrong password is named by the login page, and a right one goes on', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).click();
  await typeCredentials(page, 'clinician', 'wrong');
  await page.getByRole('alert').textMatching(/password is not right/);
  await typeCredentials(page, 'clinician');
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('button', { name: kClinic }).find();
});

inEachBrowser('a refused consent is named, and the way back leads to the start', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as patient' }).click();
  await typeCredentials(page, 'patient');
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.getByRole('alert').find(({ name, text }) => /not allow|denied|declin/i.test(name + text));
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByRole('button', { name: 'Sign in as patient' }).find();
  assert.equal(await page.url(), app.url);
});

inEachBrowser('a cancelled login is named as well', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alert').find();
  await page.getByRole('button', { name: 'Start again' }).find();
});
