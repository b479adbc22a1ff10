// The whole path without a pointer: Tab, Enter and typing.
import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { shownRisk } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kMostTabs = 60;

// Presses Tab, or Shift+Tab to go back, until the element has the focus, as a person does who reads
// along.
async function tabTo(page, role, name, key = 'Tab') {
  const target = page.getByRole(role, { name });
  await target.find();
  for (let presses = 0; presses < kMostTabs; presses += 1) {
    await page.press(key);
    const [element] = await target.all();
    if (element?.focused) return;
  }
  throw new Error(`${kMostTabs} times ${key} did not reach ${target}\n${await page.describe()}`);
}

inEachBrowser('the keyboard alone leads from the start to the risk and out again', async (page) => {
  await page.goto(app.url);
  await tabTo(page, 'button', 'Sign in as clinician');
  await page.press('Enter');
  await page.getByRole('textbox', { name: 'User name' }).find(({ focused }) => focused);
  await page.type('clinician');
  await page.press('Tab');
  await page.type('clinician');
  await page.press('Enter');
  await tabTo(page, 'button', 'Allow');
  await page.press('Enter');
  await tabTo(page, 'button', 'Monday clinic');
  await page.press('Enter');
  await tabTo(page, 'button', /Ngata/);
  await page.press('Enter');
  await shownRisk(page);
  // Backwards: past the page's last element the focus would go on into the browser's own controls.
  await tabTo(page, 'button', 'Sign out', 'Shift+Tab');
  await page.press('Enter');
  await waitUntil('the start screen', () =>
    page.getByRole('button', { name: 'Sign in as clinician' }).exists(),
  );
});
