// The list of patients as triage: every patient assessed in the background, sorted, filtered,
// stopped, taken along.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { shownRisk, signIn } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kClinic = 'Monday clinic';

afterEach(() => app.control('POST reset'));

async function openList(page, list = kClinic) {
  await signIn(page, app, 'clinician');
  await page.getByRole('button', { name: list }).click();
  await page.getByRole('table').find();
}

/** Waits until the whole list is assessed; returns how many patients it has. */
async function assessed(page) {
  const done = await waitUntil('every patient to be assessed', () =>
    page.evaluate(`
      const words = [...document.querySelectorAll('span')].map((each) => each.textContent);
      const match = words.map((each) => each.match(/^Assessed (\\d+) of (\\d+)$/)).find(Boolean);
      return match && match[1] === match[2] ? Number(match[1]) : null;`),
  );
  return done;
}

/** The rows' texts without the head, from top to bottom. */
function rows(page) {
  return page.evaluate(`
    return [...document.querySelectorAll('[role=row]')]
      .filter((row) => !row.querySelector('[role=columnheader]'))
      .map((row) => [...row.querySelectorAll('[role=cell]')].map((cell) => cell.textContent));`);
}

function percentIn(row) {
  const figure = row.map((cell) => cell.match(/^(\d+(?:\.\d+)?)\s%$/)).find(Boolean);
  return figure ? Number(figure[1]) : undefined;
}

inEachBrowser('each patient gets a risk with its band, or a reason', async (page) => {
  await openList(page);
  const count = await assessed(page);
  const all = await rows(page);
  assert.equal(all.length, count);
  for (const row of all) {
    const words = row.join(' | ');
    const isExplained = percentIn(row) !== undefined || /–|missing|prior|deceased|out of/i.test(words);
    assert.ok(isExplained, words);
  }
  assert.ok(all.some((row) => row.includes('High')));
  assert.ok(all.some((row) => row.includes('Intermediate')));
  assert.ok(all.some((row) => row.includes('Low')));
});

inEachBrowser('the list shows the number that the patient’s own screen shows', async (page) => {
  await openList(page);
  await assessed(page);
  const row = (await rows(page)).find((cells) => cells[0].includes('Ngata'));
  await page.getByRole('button', { name: /Ngata/ }).click();
  const shown = await shownRisk(page);
  assert.ok(shown.startsWith(String(percentIn(row))), `${shown} in the record, ${row} in the list`);
});

inEachBrowser('pressing the risk column sorts by risk, highest first, then lowest', async (page) => {
  await openList(page);
  await assessed(page);
  for (const [direction, sign] of [
    ['descending', -1],
    ['ascending', 1],
  ]) {
    await page.getByRole('button', { name: '10-year risk' }).click();
    await waitUntil('the column to say so', () =>
      page.evaluate(`return !!document.querySelector('[aria-sort=${direction}]');`),
    );
    const risks = (await rows(page)).map(percentIn).filter((risk) => risk !== undefined);
    assert.ok(risks.length > 3);
    assert.deepEqual(risks, [...risks].sort((a, b) => sign * (a - b)));
  }
});

inEachBrowser('a filter leaves as many patients as it says', async (page) => {
  await openList(page);
  await assessed(page);
  const filter = page.getByRole('radio', { name: /^High \d+/ });
  const { name } = await filter.find();
  await filter.click();
  const count = Number(name.match(/\d+/)[0]);
  await waitUntil('the rows that are left', async () => (await rows(page)).length === count);
  for (const row of await rows(page)) assert.ok(row.includes('High'), row.join(' | '));
});

inEachBrowser('a phone has filters and order behind one button', async (page) => {
  await openList(page);
  await assessed(page);
  await page.resize(360, 800);
  await page.getByRole('button', { name: 'Filter and sort' }).click();
  await page.getByRole('radio', { name: 'Risk' }).click();
  await waitUntil('the highest risk first', async () => {
    const risks = (await rows(page)).map(percentIn).filter((risk) => risk !== undefined);
    return risks.every((risk, place) => place === 0 || risk <= risks[place - 1]);
  });
  const filter = page.getByRole('radio', { name: /^High \d+/ });
  const count = Number((await filter.find()).name.match(/\d+/)[0]);
  await filter.click();
  await waitUntil('the rows that are left', async () => (await rows(page)).length === count);
  await page.getByRole('button', { name: 'Filter and sort' }).click();
  await page.getByRole('checkbox', { name: /^High \d+/ }).click();
  await waitUntil('everybody', async () => (await rows(page)).length > count);
});

inEachBrowser('stop stops it and continue ends it', async (page) => {
  const kSlow = { match: { path: '/fhir/Observation' }, action: { delayMs: 150 } };
  await app.control('POST rules', kSlow);
  await openList(page, 'Whole practice');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Continue' }).find();
  await app.control('DELETE rules');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('progressbar').find();
});

inEachBrowser('a server that asks for patience is waited for', async (page) => {
  const kBusy = {
    match: { path: '/fhir/Condition', times: 2 },
    action: { status: 429, headers: { 'Retry-After': '1' } },
  };
  await app.control('POST rules', kBusy);
  await openList(page);
  assert.ok((await assessed(page)) > 10);
});

inEachBrowser('export hands over what the list shows', async (page) => {
  await openList(page);
  await assessed(page);
  await page.evaluate(`
    const make = URL.createObjectURL;
    URL.createObjectURL = function(blob) {
      blob.text().then((text) => { window.savedText = text; });
      return make.call(URL, blob);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function() {
      window.savedName = this.download;
      return click.call(this);
    };`);
  await page.getByRole('button', { name: 'Export' }).click();
  const text = await waitUntil('the file', () => page.evaluate('return window.savedText;'));
  assert.match(await page.evaluate('return window.savedName;'), /^worklist-\d{4}-\d\d-\d\d\.csv$/);
  const lines = text.trim().split('\r\n');
  assert.equal(lines.length, (await rows(page)).length + 1);
  assert.match(lines[0], /^\uFEFF?Name,Sex,Birth date/);
  assert.ok(lines.some((line) => /Ngata,female,.*,intermediate,/.test(line)), text);
});

inEachBrowser('coming back from a patient finds the list as it was', async (page) => {
  await openList(page);
  await assessed(page);
  await page.getByRole('button', { name: '10-year risk' }).click();
  await page.getByRole('button', { name: /Ngata/ }).click();
  await shownRisk(page);
  const before = (await app.control('GET log')).length;
  await page.back();
  await page.getByRole('table').find();
  await waitUntil('the list sorted as before', () =>
    page.evaluate(`return !!document.querySelector('[aria-sort=descending]');`),
  );
  assert.ok((await assessed(page)) > 10);
  assert.equal((await app.control('GET log')).length, before, 'nothing is read twice');
});

inEachBrowser('somebody on no list is found by name', async (page) => {
  await signIn(page, app, 'clinician');
  await page.getByRole('searchbox').fill('Ngata');
  await page.press('Enter');
  await page.getByRole('table').find();
  await page.getByRole('button', { name: /Ngata/ }).find();
});

inEachBrowser('every row of a long list is reached with the keyboard', async (page) => {
  await openList(page, 'Whole practice');
  const count = await waitUntil('the whole list', async () => {
    const rows = await page.evaluate(
      `return Number(document.querySelector('[role=table]').getAttribute('aria-rowcount'));`,
    );
    return rows > 300 && rows;
  });
  const focusLastRow = `
    const rows = [...document.querySelectorAll('[role=row]')];
    rows.at(-1).querySelector('button').focus();
    return Math.max(...rows.map((row) => Number(row.getAttribute('aria-rowindex'))));`;
  // The first key tells the browser, and so the app, that this is somebody at the keyboard.
  await page.press('Tab');
  let highest = await page.evaluate(focusLastRow);
  while (highest < count) {
    const before = highest;
    await waitUntil(`rows after row ${before}`, async () => {
      highest = await page.evaluate(focusLastRow);
      return highest > before;
    });
  }
  assert.equal(highest, count);
});
