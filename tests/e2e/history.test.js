// The history of a patient: past risks with today's, ageing told apart from change, and charts that
// the keyboard reaches.
import assert from 'node:assert/strict';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, signIn } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();

async function openHistory(page, name) {
  await signIn(page, app, 'clinician');
  await openPatient(page, { list: 'Monday clinic', name });
  await shownRisk(page);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('heading', { name: '10-year risk over time' }).find();
}

function wordsOn(page) {
  return page.evaluate(`return document.getElementById('mirror').textContent;`);
}

inEachBrowser('the history says how much of a change came from age', async (page) => {
  await openHistory(page, /Ngata/);
  const words = await wordsOn(page);
  const match = words.match(/age added (\d\.\d) points, changed factors took away (\d\.\d)\./);
  assert.ok(match, words);
  assert.ok(Number(match[2]) > Number(match[1]), 'her risk has fallen although she is older');
  assert.match(words, /Systolic blood pressure, 150\smmHg then and 136\smmHg now: −\d\.\d points/);
});

inEachBrowser('where both add to the risk their parts add up to the whole', async (page) => {
  await openHistory(page, /Smith/);
  const words = await wordsOn(page);
  const match = words.match(
    /Of the (\d\.\d) points since [^.]*?, (\d\.\d) came from age and (\d\.\d) from changed factors/,
  );
  assert.ok(match, words);
  const [whole, age, factors] = match.slice(1).map((each) => Math.round(Number(each) * 10));
  assert.equal(age + factors, whole);
});

inEachBrowser('every chart takes the focus and says its values', async (page) => {
  await openHistory(page, /Ngata/);
  await page.resize(360, 800);
  const charts = await waitUntil('charts', async () => {
    const found = await page.evaluate(`
      return [...document.querySelectorAll('[role=img]')]
        .map((each) => ({ name: each.getAttribute('aria-label'), tab: each.tabIndex }));`);
    return found.length > 4 && found;
  });
  for (const { name, tab } of charts) {
    assert.equal(tab, 0, name);
    assert.match(name, / over time: .*\d/);
  }
});
