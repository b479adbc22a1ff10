// The harness itself, on a page with the app's own Content-Security-Policy: what the other tests rely
// on works in all three engines, and what is wrong is reported as wrong.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { serve } from '../../scripts/serve.mjs';
import { inEachBrowser } from './harness/browsers.js';
import { waitUntil } from './harness/page.js';

let site;
before(async () => {
  site = await serve({ folder: fileURLToPath(new URL('harness/fixture', import.meta.url)) });
});
after(() => site.close());

inEachBrowser('operates a page with pointer and keyboard as a person', async (page) => {
  await page.goto(site.url);
  await page.getByRole('textbox', { name: 'Family name' }).fill('Āwhina Ngāta');
  await page.getByRole('button', { name: /^Gre/ }).click();
  const greeting = page.getByRole('status', { name: 'Greeting' });
  assert.equal(await greeting.textMatching(/Good day/), 'Good day, Āwhina Ngāta, says a person');
  assert.equal(await page.title(), 'Harness');
});

let attempts = 0;
inEachBrowser('begins anew, once, when the browser itself has crashed', async (page) => {
  attempts += 1;
  await page.goto(site.url);
  if (attempts === 1) page.driver.crash();
  assert.equal(await page.title(), 'Harness');
  assert.equal(attempts, 2);
}, { browsers: ['webkit'] });

inEachBrowser('moves the focus with the keyboard alone', async (page) => {
  await page.goto(site.url);
  await page.press('Tab');
  await page.getByRole('textbox', { name: 'Family name' }).find(({ focused }) => focused);
  await page.press('Tab');
  await page.press('Enter');
  await page.getByRole('status', { name: 'Greeting' }).textMatching(/a person/);
  await page.press('Shift+Tab');
  await page.getByRole('textbox', { name: 'Family name' }).find(({ focused }) => focused);
});

inEachBrowser('scrolls with the wheel to what it clicks', async (page) => {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'At the bottom' }).click();
  await page.getByRole('status', { name: 'Greeting' }).textMatching(/reached/);
});

inEachBrowser('has WebGL 2', async (page) => {
  await page.goto(site.url);
  assert.equal(await page.getByRole('status', { name: 'Graphics' }).text(), 'WebGL 2');
});

inEachBrowser('does not find what is hidden, and says what is there instead', async (page) => {
  await page.goto(site.url);
  assert.equal(await page.getByRole('button', { name: 'Hidden' }).exists(), false);
  const missing = () => waitUntil('never', () => page.getByRole('alert').exists(), 200);
  await assert.rejects(missing, /not within 200 ms: never/);
  assert.match(await page.describe(), /heading "Harness"[^]*button "Greet"/);
});

inEachBrowser(
  'hears the console and every request',
  async (page) => {
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Greet' }).click();
    await waitUntil('the console message', () => page.consoleMessages.includes('greeted'));
    assert.ok(page.requests.includes(`${site.url}fixture.js`));
  },
  { browsers: ['chromium', 'firefox'] },
);

for (const colorScheme of ['light', 'dark']) {
  inEachBrowser(
    `shows a page in a ${colorScheme} colour scheme`,
    async (page) => {
      await page.goto(site.url);
      const query = `return matchMedia('(prefers-color-scheme: ${colorScheme})').matches;`;
      assert.equal(await page.evaluate(query), true);
    },
    { colorScheme },
  );
}
