// Why the number is what it is: the arithmetic term by term, other models, and what the settings
// change in it.
import assert from 'node:assert/strict';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { settle } from './harness/frames.js';
import { headline, openPatient, shownRisk, signIn } from './harness/journeys.js';

const app = installApp();

async function openMarama(page) {
  await signIn(page, app, 'clinician');
  await openPatient(page, { list: 'Monday clinic', name: /Ngata/ });
  await shownRisk(page);
}

async function setting(page, option) {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: option }).click();
  await page.press('Escape');
  await page.getByRole('dialog').waitUntilGone();
}

inEachBrowser('the number is explained from the record to the last digit', async (page) => {
  await openMarama(page);
  await page.getByRole('button', { name: 'Explain this number' }).click();
  const text = await page.getByRole('dialog').text();
  assert.match(text, /5\.4\smmol\/L = 208\.8\smg\/dL/);
  assert.match(text, /Used as: 208\.8\smg\/dL \(÷ 0\.02586\)/);
  assert.match(text, /Doubt: Recorded 5 years ago: between [\d.]+\s% and [\d.]+\s% over plausible values/);
  const [, baseline, exponent, percent] = text.match(
    /1 − ([\d.]+)\^exp\(([\d.]+)\) = ([\d.]+)\s%/,
  );
  // What is printed can be worked out again by hand.
  const again = 100 * (1 - baseline ** Math.exp(exponent));
  assert.ok(Math.abs(again - percent) < 0.01, `${again} and ${percent}`);
  await settle(page);
  await page.screenshot(`screens/explain-${page.browser}`);
});

inEachBrowser('another model leads to its own arithmetic', async (page) => {
  await openMarama(page);
  const name = 'Explain Pooled cohort 2013, heart attack, stroke or coronary death, 10 years';
  await page.getByRole('button', { name }).click();
  const text = await page.getByRole('dialog').text();
  assert.match(text, /ACC\/AHA pooled cohort equations \(2013\)/);
  assert.match(text, /\^exp\([−\d.]+\) = \d/);
  await page.press('Escape');
  await page.getByRole('button', { name: 'Explain this number' }).click();
  await page.getByRole('dialog').textMatching(/Framingham general CVD, with lipids \(2008\)/);
});

inEachBrowser('a chosen model gives the number everywhere and is remembered', async (page) => {
  await openMarama(page);
  const before = await headline(page).text();
  await setting(page, 'Pooled cohort 2013');
  await headline(page).textMatching(/heart attack, stroke or coronary death in 10 years/);
  assert.notEqual(await headline(page).text(), before);
  await page.getByRole('main').textMatching(/ACC\/AHA pooled cohort equations \(2013\)/);
  await page.getByRole('button', { name: 'Save to record' }).click();
  const preview = await page.getByRole('dialog').text();
  assert.match(preview, /Model: ACC\/AHA pooled cohort equations \(2013\)/);
  assert.match(preview, /Risk of: Hard atherosclerotic cardiovascular disease/);
  const kept = await page.evaluate('return JSON.stringify(Object.values(localStorage));');
  assert.match(kept, /pce-2013/);
  assert.doesNotMatch(kept, /Ngata|marama|ZAC5361/i);
});

inEachBrowser('the gallery shows every component in high contrast', async (page) => {
  await page.goto(app.url);
  await setting(page, 'High contrast');
  for (const width of [360, 1440]) {
    await page.resize(width, 900);
    await page.goto(`${app.url}?gallery`);
    await page.getByRole('heading', { name: 'Components' }).find();
    const text = await page.getByRole('dialog').text();
    for (const part of [/Please type whole years/, /Undo/, /× coefficient|×/, /No lists yet/])
      assert.match(text, part);
    await settle(page);
    await page.screenshot(`screens/gallery-${width}-high-contrast-${page.browser}`);
  }
});
