// What the server refuses is named, never taken as "none".
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { headline, openPatient, shownRisk, signIn } from './harness/journeys.js';

const app = installApp();
const kMarama = { list: 'Monday clinic', name: /Ngata/ };
const kRefuseConditions = { match: { path: '/fhir/Condition' }, action: { status: 500 } };

afterEach(() => app.control('POST reset'));

inEachBrowser(
  'conditions that could not be read give no number until a retry has read them',
  async (page) => {
    await app.control('POST rules', kRefuseConditions);
    await signIn(page, app, 'clinician');
    await openPatient(page, kMarama);
    await page.getByRole('alert').find(({ name, text }) => /condition/i.test(name + text));
    await headline(page).textMatching(/^No number/);
    await app.control('DELETE rules');
    await page.getByRole('button', { name: 'Retry' }).click();
    await shownRisk(page);
  },
);

inEachBrowser('an EHR that does not answer is named at sign-in', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  await app.control('POST rules', { match: { path: 'well-known' }, action: { connection: 'drop' } });
  await page.getByRole('button', { name: 'Sign in as clinician' }).click();
  await page.getByRole('alert').find();
  await app.control('DELETE rules');
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
});
