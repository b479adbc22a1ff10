// Every screen at phone, tablet and desktop size, in light and dark: pictures to look at in
// artefacts/e2e/screens, and what must hold in each: nothing reaches beyond the page's width.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { serve, withDemoEhr } from '../../scripts/serve.mjs';
import { installApp, kSite } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { frames, settle } from './harness/frames.js';
import { shownRisk, signIn } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kSizes = [
  { width: 360, height: 800 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];
const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// WCAG 2.2 AA, as far as a program can tell.
async function assertNoViolations(page) {
  await page.evaluate(kAxe);
  const violations = await page.evaluate(`
    return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
      .then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ': ' + nodes.map(({ html }) => html).join(' | ')));`);
  assert.deepEqual(violations, []);
}

async function assertFitsWidth(page) {
  const excess = 'return document.documentElement.scrollWidth - innerWidth;';
  assert.ok((await page.evaluate(excess)) <= 0, 'the page scrolls sideways');
}

async function inspect(page, screen, colorScheme) {
  for (const { width, height } of kSizes) {
    await page.resize(width, height);
    await settle(page);
    await page.screenshot(`screens/${screen}-${width}-${colorScheme}-${page.browser}`);
    await assertFitsWidth(page);
    if (page.browser === 'chromium') await assertNoViolations(page);
  }
}

for (const colorScheme of ['light', 'dark']) {
  inEachBrowser(
    `every screen fits phone, tablet and desktop in ${colorScheme} colours`,
    async (page) => {
      await page.goto(app.url);
      await page.getByRole('button', { name: 'Sign in as clinician' }).find();
      await inspect(page, 'start', colorScheme);
      await signIn(page, app, 'clinician');
      await page.getByRole('button', { name: 'Monday clinic' }).find();
      await inspect(page, 'lists', colorScheme);
      await page.getByRole('button', { name: 'Monday clinic' }).click();
      await page.getByRole('table').find();
      await inspect(page, 'patients', colorScheme);
      await page.getByRole('button', { name: /Ngata/ }).click();
      await shownRisk(page);
      await inspect(page, 'patient', colorScheme);
    },
    { colorScheme },
  );
}

inEachBrowser('the first screen is shown with its ways in, not before them', async (page) => {
  let answer;
  const late = new Promise((resolve) => (answer = resolve));
  const { connectTo, generated } = withDemoEhr(app.ehr);
  const site = await serve({ folder: kSite, connectTo, generated: { 'config.json': late } });
  try {
    await page.goto(site.url);
    await waitUntil('a frame is drawn', async () => (await frames(page)) > 0);
    await page.getByRole('status').textMatching(/Loading the risk calculator/);
    assert.ok(!(await page.getByRole('button', { name: 'Enter values' }).exists()));
    answer(generated['config.json']);
    await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  } finally {
    answer('');
    await site.close();
  }
});
