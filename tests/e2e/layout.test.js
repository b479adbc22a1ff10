// What the width of the screen decides: the list beside the patient, changes beside the number, the
// bars of a phone.
import assert from 'node:assert/strict';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { settle } from './harness/frames.js';
import { headline, openPatient, shownRisk, signIn } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kWide = [1440, 900];
const kPhone = [360, 740];

async function openNgata(page, [width, height]) {
  await page.resize(width, height);
  await signIn(page, app, 'clinician');
  await openPatient(page, { list: 'Monday clinic', name: /Ngata/ });
  return shownRisk(page);
}

/** The names in the rail, and of the one that is marked. */
function rail(page) {
  return page.evaluate(`
    const rows = [...document.querySelectorAll('nav [role=listitem] button')];
    return { names: rows.map((row) => row.textContent),
             marked: rows.filter((row) => row.ariaCurrent === 'true').map((row) => row.textContent) };`);
}

inEachBrowser('the next patient is opened without going back to the list', async (page) => {
  await openNgata(page, kWide);
  const { names, marked } = await rail(page);
  assert.ok(names.length > 10);
  assert.equal(marked.length, 1);
  assert.match(marked[0], /^Ngata, /);
  await page.getByRole('button', { name: /^Okafor, / }).click();
  await page.getByRole('heading', { name: /Okafor/ }).find();
  await headline(page).find();
  assert.match((await rail(page)).marked.join(), /^Okafor, /);
  await page.back();
  await page.getByRole('table').find();
});

inEachBrowser('the list beside the patient is searched', async (page) => {
  await openNgata(page, kWide);
  await page.getByRole('searchbox').fill('ngata');
  await waitUntil('the others to go', async () => (await rail(page)).names.length === 1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await waitUntil('the others to come back', async () => (await rail(page)).names.length > 10);
});

inEachBrowser('a change is shown beside the number, which stays', async (page) => {
  const before = await openNgata(page, kWide);
  await page.getByRole('switch', { name: 'Stop smoking' }).click();
  const tried = page.getByRole('status', { name: '10-year risk would be' });
  await tried.textMatching(/fewer events in 100 people/);
  await page.getByRole('img', { name: /of 100 people with an event now, \d+ if changed/ }).find();
  assert.equal(await headline(page).text(), before);
  await page.getByRole('button', { name: 'Reset' }).click();
  await tried.textMatching(/No difference yet/);
});

inEachBrowser('on a phone everything of a patient is in reach of a thumb', async (page) => {
  await openNgata(page, kPhone);
  const tab = (name) => page.getByRole('tab', { name });
  for (const name of ['Result', 'What if', 'History']) {
    const { top, height, width } = await tab(name).find();
    assert.ok(height >= 48 && width >= 48, `${name} is ${width} × ${height}`);
    assert.ok(top + height > kPhone[1] - 1, `${name} is at the bottom`);
  }
  await tab('What if').click();
  await page.getByRole('slider', { name: 'Systolic blood pressure' }).find();
  await tab('History').click();
  await page.getByRole('heading', { name: 'Earlier assessments' }).find();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Save to record' }).find();
  await page.getByRole('button', { name: 'Print' }).find();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: '‹ Monday clinic' }).click();
  await page.getByRole('table').find();
});

inEachBrowser('on a phone the menu has the warning signs, the settings and the way out', async (page) => {
  await openNgata(page, kPhone);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Settings' }).find();
  await page.getByRole('button', { name: 'Warning signs' }).click();
  await page.getByRole('heading', { name: 'Warning signs' }).find();
  await page.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
});

inEachBrowser('the smallest screen with the largest text does not scroll sideways', async (page) => {
  await openNgata(page, [360, 740]);
  await page.resize(320, 568);
  await settle(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: '200 %' }).click();
  await page.press('Escape');
  await settle(page);
  await page.screenshot(`screens/patient-320-200-${page.browser}`);
  const excess = 'return document.documentElement.scrollWidth - innerWidth;';
  assert.ok((await page.evaluate(excess)) <= 0);
});
