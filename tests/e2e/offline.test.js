// Once it is loaded, the app needs nobody.
import assert from 'node:assert/strict';

import { serve } from '../../scripts/serve.mjs';
import { kSite } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { headline, kTyped, shownRisk, typeValues } from './harness/journeys.js';
import { percentage, tenYearRisk } from './oracle/framingham_2008.js';

/** Opens the app and takes away the server that it came from; in Chromium the whole network. */
async function loadAndCutOff(page) {
  const site = await serve({ folder: kSite });
  try {
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Enter values' }).find();
  } finally {
    await site.close();
  }
  if (page.driver.browser === 'chromium') await page.driver.unplug();
  const answer = await page.evaluate(
    `return fetch(location.href, { cache: 'no-store' }).then(() => 'sent', () => 'refused');`,
  );
  assert.equal(answer, 'refused', 'nothing can be reached any more');
}

function plain(text) {
  return text.replaceAll('\u00A0', ' ');
}

inEachBrowser('with the cable out, values are assessed, explained and tried', async (page) => {
  await loadAndCutOff(page);
  const before = page.requests?.length;
  await typeValues(page);
  const expected = percentage(tenYearRisk(kTyped));
  assert.ok(plain(await shownRisk(page)).startsWith(expected), `begins with ${expected}`);

  await page.getByRole('button', { name: 'See the whole result' }).click();
  await page.getByRole('heading', { name: 'Entered by hand' }).find();
  await page.getByRole('button', { name: 'Explain this number' }).click();
  await page.getByRole('dialog').textMatching(/D.Agostino/);
  await page.press('Escape');

  await page.getByRole('tab', { name: 'What if' }).click();
  await page.getByRole('switch', { name: 'Stop smoking' }).click();
  const tried = percentage(tenYearRisk({ ...kTyped, smoker: false }));
  await page
    .getByRole('status', { name: '10-year risk would be' })
    .textMatching(new RegExp(`^${tried.replace(' ', '\\s')}`));
  assert.equal(page.requests?.length, before, 'and nothing was asked for');
  await page.getByRole('tab', { name: 'Result' }).click();
  assert.ok(plain(await headline(page).textMatching(/^\d/)).startsWith(expected));
});
