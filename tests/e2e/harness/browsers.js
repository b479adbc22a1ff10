// Runs one test in each of the three engines.
import { after, test } from 'node:test';

import { Page } from './page.js';
import { launchPuppeteer } from './puppeteer_driver.js';
import { launchWebKit } from './webkit_driver.js';

const kAll = ['chromium', 'firefox', 'webkit'];
const kTestTimeout = 180_000;

/** The engines to test in: all, or those that the variable E2E_BROWSERS names. */
export const kBrowsers = process.env.E2E_BROWSERS?.split(',') ?? kAll;

const launched = new Map();

async function browserFor(browser, colorScheme) {
  const key = `${browser} ${colorScheme}`;
  if (!launched.has(key)) {
    launched.set(
      key,
      browser === 'webkit' ? launchWebKit(colorScheme) : launchPuppeteer(browser, colorScheme),
    );
  }
  return launched.get(key);
}

after(async () => {
  for (const browser of launched.values()) await (await browser).close();
});

/** A page of its own profile, of desktop size unless told otherwise. */
export async function openPage(
  browser,
  { colorScheme = 'light', width = 1280, height = 800 } = {},
) {
  const page = new Page(await (await browserFor(browser, colorScheme)).openPage());
  await page.resize(width, height);
  return page;
}

/** Runs the body in a page of its own; gives the error where it is that WebKit's process has ended. */
async function run(browser, name, body, options, context) {
  const page = await openPage(browser, options);
  try {
    await body(page, context);
  } catch (error) {
    if (await page.driver.hasCrashed?.()) return error;
    await page.keepEvidence(name).catch((lost) => context.diagnostic(`no picture: ${lost}`));
    throw error;
  } finally {
    await page.close();
  }
  return undefined;
}

/**
 * Declares the test once for each engine; a failure leaves a picture and the accessible tree. Now and
 * then WebKit's process ends by itself: the test says so and begins anew, once.
 */
export function inEachBrowser(
  title,
  body,
  { browsers = kAll, timeout = kTestTimeout, ...options } = {},
) {
  for (const browser of browsers.filter((name) => kBrowsers.includes(name))) {
    const name = `${title} [${browser}]`;
    test(name, { timeout }, async (context) => {
      const crash = await run(browser, name, body, options, context);
      if (!crash) return;
      context.diagnostic(`the browser crashed, so the test began anew: ${crash.message}`);
      const another = await run(browser, name, body, options, context);
      if (another) throw another;
    });
  }
}
