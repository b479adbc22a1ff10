// A page that nobody touches draws nothing and asks for nothing.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { frames, settle } from './harness/frames.js';
import { openPatient, shownRisk, signIn } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kIdleMilliseconds = 3000;

async function assertIdle(page) {
  const before = await settle(page);
  assert.ok(before > 0, 'the shell counts its frames');
  await app.control('DELETE log');
  // This is not a wait for something: three idle seconds are what is measured.
  await pause(kIdleMilliseconds);
  assert.equal((await frames(page)) - before, 0, 'frames drawn while idle');
  assert.deepEqual(await app.control('GET log'), []);
}

inEachBrowser('the start screen draws no frame in three idle seconds', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  await assertIdle(page);
});

inEachBrowser('a patient on screen draws no frame in three idle seconds', async (page) => {
  await signIn(page, app, 'clinician');
  await openPatient(page, { list: 'Monday clinic', name: /Ngata/ });
  await shownRisk(page);
  await assertIdle(page);
  const before = await frames(page);
  await page.press('Tab');
  await waitUntil('a key draws a frame', async () => (await frames(page)) > before);
});
