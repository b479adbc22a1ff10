// The life of a session as the browser bends it: reload, back and forward, tabs, lost network.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, signIn } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kClinic = 'Monday clinic';
const kMarama = { list: kClinic, name: /Ngata/ };

afterEach(() => app.control('POST reset'));

async function codeExchanges() {
  const log = await app.control('GET log');
  return log.filter(
    ({ method, url, body }) =>
      method === 'POST' && url === '/token' && body.includes('authorization_code'),
  );
}

inEachBrowser('row 17: a reload after the sign-in sends no code again', async (page) => {
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  assert.equal((await codeExchanges()).length, 1);
});

inEachBrowser('row 18: going back to the EHR’s page and forward replays nothing', async (page) => {
  await signIn(page, app, 'clinician');
  await openPatient(page, kMarama);
  await shownRisk(page);
  await page.goto(`${app.ehr.url}/portal`);
  await page.back();
  // The browser either kept the page as it was, still signed in, or loads it anew, signed out.
  await waitUntil('the patient or the start', () =>
    page.evaluate(`return /Sign in as clinician|Ngata/.test(document.body.textContent);`),
  );
  assert.equal((await codeExchanges()).length, 1);
  assert.equal(await page.url(), app.url, 'no code in the address');
});

inEachBrowser('row 98: a copy of the tab cannot use the sign-in of the first', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  const callback = `${app.url}?code=stolen&state=${'a'.repeat(42)}A`;
  await page.goto(callback);
  await page.getByRole('alert').find();
  assert.equal((await codeExchanges()).length, 0);
  assert.equal(await page.url(), app.url, 'nothing stays in the address');
});

inEachBrowser('row 97: a list that a lost network withheld can be asked for again', async (page) => {
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await app.control('POST down', { down: true });
  await page.getByRole('button', { name: kClinic }).click();
  await page.getByRole('alert').find();
  await app.control('POST down', { down: false });
  await page.back();
  await openPatient(page, kMarama);
  await shownRisk(page);
});

inEachBrowser('the user’s name is read from their own resource', async (page) => {
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await page.getByRole('banner').find(({ text }) => /Dr Aroha Williams/.test(text));
});

inEachBrowser('signing out offers to end the session at the EHR, and comes back', async (page) => {
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out of Demo EHR too' }).click();
  await page.getByRole('button', { name: /sign me out/i }).click();
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  assert.equal(await page.url(), app.url);
});
