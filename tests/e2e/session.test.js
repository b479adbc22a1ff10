// What becomes of a session: it is renewed without a word, ends with one, and leaves nothing behind.
import assert from 'node:assert/strict';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { headline, openPatient, shownRisk, signIn } from './harness/journeys.js';

const app = installApp();
const kClinic = 'Monday clinic';
const kMarama = { list: kClinic, name: /Ngata/ };

inEachBrowser('an expired access token is renewed unnoticed', async (page) => {
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await app.control('POST expire-tokens', { kind: 'access' });
  await openPatient(page, kMarama);
  await shownRisk(page);
});

inEachBrowser('a session that the EHR has ended is named, with the way back in', async (page) => {
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await app.control('POST expire-tokens', { kind: 'all' });
  await page.getByRole('button', { name: kClinic }).click();
  await page.getByRole('status').textMatching(/The record system ended your session/);
  assert.equal(await page.getByRole('table').exists(), false);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
});

inEachBrowser('signing out wipes the screen, and going back shows no patient', async (page) => {
  await signIn(page, app, 'clinician');
  await openPatient(page, kMarama);
  await shownRisk(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  assert.equal(await headline(page).exists(), false);
  await page.back();
  assert.doesNotMatch(await page.evaluate('return document.body.textContent;'), /Ngata/);
});
