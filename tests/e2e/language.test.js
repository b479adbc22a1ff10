// The interface in Spanish, its shortcuts, and every component in every theme: pictures to look at
// in artefacts/e2e/screens.
import assert from 'node:assert/strict';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { settle } from './harness/frames.js';

const app = installApp();

inEachBrowser('Spanish is chosen in the settings, said to the browser and remembered', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Español' }).click();
  await page.getByRole('heading', { name: 'Ajustes' }).find();
  assert.equal(await page.evaluate('return document.documentElement.lang;'), 'es');
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Entrar como profesional' }).find();
  await settle(page);
  await page.screenshot(`screens/start-spanish-${page.browser}`);
});

inEachBrowser('a question mark lists the shortcuts, and Escape puts the list away', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Settings' }).find();
  await page.type('?');
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).find();
  await page.press('Escape');
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitUntilGone();
  await page.type('s');
  await page.getByRole('heading', { name: 'Settings' }).find();
});

for (const colorScheme of ['light', 'dark']) {
  inEachBrowser(
    `the gallery shows every component in ${colorScheme} colours`,
    async (page) => {
      for (const width of [360, 820, 1440]) {
        await page.resize(width, 900);
        await page.goto(`${app.url}?gallery`);
        await page.getByRole('heading', { name: 'Components' }).find();
        await settle(page);
        await page.screenshot(`screens/gallery-${width}-${colorScheme}-${page.browser}`);
      }
    },
    { colorScheme },
  );
}
