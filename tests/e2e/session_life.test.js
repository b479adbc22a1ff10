// The life of a session as the browser bends it: reload, back and forward, tabs, lost network.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, signInByHand, typeCredentials } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kClinic = 'Monday clinic';
const kMarama = { list: kClinic, name: /Ngata/ };
// WebKit's driver has one tab in each profile.
const kWithTabs = { browsers: ['chromium', 'firefox'] };

afterEach(() => app.control('POST reset'));

async function codeExchanges() {
  const log = await app.control('GET log');
  return log.filter(
    ({ method, url, body }) =>
      method === 'POST' && url === '/token' && body.includes('authorization_code'),
  );
}

inEachBrowser('row 17: a reload after the sign-in sends no code again', async (page) => {
  await signInByHand(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  assert.equal((await codeExchanges()).length, 1);
});

inEachBrowser('row 18: going back to the EHR’s page and forward replays nothing', async (page) => {
  await signInByHand(page, app, 'clinician');
  await openPatient(page, kMarama);
  await shownRisk(page);
  await page.goto(`${app.ehr.url}/portal`);
  await page.back();
  // The browser either kept the page as it was, still signed in, or loads it anew, signed out.
  await waitUntil('the patient or the start', () =>
    page.evaluate(`return /Sign in as clinician|Ngata/.test(document.body.textContent);`),
  );
  assert.equal((await codeExchanges()).length, 1);
  assert.equal(await page.url(), app.url, 'no code in the address');
});

/** Lets the page's clock go on, as it does while a laptop sleeps. */
function letPass(page, minutes) {
  return page.evaluate(`
    const now = Date.now;
    Date.now = () => now() + ${minutes * 60_000};`);
}

async function assertNoPatientLeft(page) {
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  assert.doesNotMatch(await page.evaluate('return document.body.textContent;'), /Ngata/);
  assert.doesNotMatch(await page.title(), /Ngata/);
}

for (const [what, minutes, text] of [
  ['16 minutes', 16, /Nobody used the app for a while/],
  ['nine hours', 9 * 60, /The longest time for one session is over/],
]) {
  inEachBrowser(`row 72: a page shown again after ${what} has no patient left`, async (page) => {
    await signInByHand(page, app, 'clinician');
    await openPatient(page, kMarama);
    await shownRisk(page);
    await letPass(page, minutes);
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));`);
    await page.getByRole('status').textMatching(text);
    await assertNoPatientLeft(page);
    await page.back();
    await assertNoPatientLeft(page);
  });
}

inEachBrowser('row 63: the end of a session that cannot be renewed is said before it comes', async (page) => {
  await app.control('POST rules', {
    match: { method: 'POST', path: '^/token$' },
    action: { json: { refresh_token: null, expires_in: 300 } },
  });
  await signInByHand(page, app, 'clinician');
  await openPatient(page, kMarama);
  await shownRisk(page);
  await letPass(page, 4);
  await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));`);
  await waitUntil('the warning', async () => {
    const shown = await page.getByRole('status').all();
    return shown.some(({ name, text }) => /This session ends at \d\d:\d\d/.test(name + text));
  });
  await letPass(page, 2);
  await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));`);
  await assertNoPatientLeft(page);
});

inEachBrowser('row 18: a page that the browser kept is locked when its time is over', async (page) => {
  await signInByHand(page, app, 'clinician');
  await openPatient(page, kMarama);
  await shownRisk(page);
  await letPass(page, 16);
  await page.goto(`${app.ehr.url}/portal`);
  // A page that was kept is not loaded, so there is no end of loading to wait for.
  await page.evaluate('setTimeout(() => history.back());');
  await assertNoPatientLeft(page);
  assert.equal((await codeExchanges()).length, 1);
});

inEachBrowser('row 6: an answer in another tab is refused there and awaited here', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).click();
  await page.getByRole('textbox', { name: 'User name' }).find();
  const { url } = (await app.control('GET log')).findLast((asked) => asked.url.startsWith('/auth?'));
  const state = new URL(url, app.ehr.url).searchParams.get('state');
  const other = await page.openTab();
  await other.goto(`${app.url}?${new URLSearchParams({ code: 'c', state, iss: app.ehr.url })}`);
  await other.getByRole('alert').textMatching(/not started in this tab/);
  assert.deepEqual(await codeExchanges(), []);
  await page.bringToFront();
  await typeCredentials(page, 'clinician');
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('button', { name: kClinic }).find();
  assert.equal((await codeExchanges()).length, 1);
}, kWithTabs);

inEachBrowser('another tab does not share the session, and leaves it as it was', async (page) => {
  await signInByHand(page, app, 'clinician');
  await openPatient(page, kMarama);
  await shownRisk(page);
  const other = await page.openTab();
  await other.goto(app.url);
  await assertNoPatientLeft(other);
  await other.getByRole('button', { name: 'Sample patients' }).click();
  await other.getByRole('button', { name: 'Sign in as clinician' }).waitUntilGone();
  await page.bringToFront();
  await page.getByRole('heading', { name: 'Mārama Ngata' }).find();
  await page.back();
  await page.getByRole('button', { name: /Ngata/ }).click();
  await shownRisk(page);
}, kWithTabs);

inEachBrowser('row 66: a record opened with an expired token renews it once', async (page) => {
  await signInByHand(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).click();
  await page.getByRole('table').find();
  await app.control('POST expire-tokens', { kind: 'access' });
  await page.getByRole('button', { name: /Ngata/ }).click();
  await shownRisk(page);
  const log = await app.control('GET log');
  const renewals = log.filter(({ url, body }) => url === '/token' && /refresh_token=/.test(body));
  const refused = log.filter(({ url, status }) => url.startsWith('/fhir/') && status === 401);
  assert.ok(refused.length > 1, `more than one call has to be refused, not ${refused.length}`);
  assert.equal(renewals.length, 1);
});

inEachBrowser('row 97: a list that a lost network withheld can be asked for again', async (page) => {
  await signInByHand(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await app.control('POST down', { down: true });
  await page.getByRole('button', { name: kClinic }).click();
  await page.getByRole('alert').find();
  await app.control('POST down', { down: false });
  await page.back();
  await openPatient(page, kMarama);
  await shownRisk(page);
});

inEachBrowser('the user’s name is read from their own resource', async (page) => {
  await signInByHand(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await page.getByRole('banner').find(({ text }) => /Dr Aroha Williams/.test(text));
});

inEachBrowser('signing out offers to end the session at the EHR, and comes back', async (page) => {
  await signInByHand(page, app, 'clinician');
  await page.getByRole('button', { name: kClinic }).find();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out of Demo EHR too' }).click();
  await page.getByRole('button', { name: /sign me out/i }).click();
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  assert.equal(await page.url(), app.url);
});
