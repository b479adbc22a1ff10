// Rows of the fault catalogue that are about the page itself: its parts, its storage, its manners.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { serve, withDemoEhr } from '../../scripts/serve.mjs';
import { installApp, kSite } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { shownRisk, signIn } from './harness/journeys.js';
import { startScriptedServer } from './harness/scripted_server.js';

const app = installApp();

async function serveAltered(context, name, change) {
  const generated = { [name]: change(readFileSync(path.join(kSite, name))) };
  const site = await serve({ folder: kSite, ...withDemoEhr(app.ehr), generated });
  context.after(() => site.close());
  return site.url;
}

function oneByteMore(content) {
  return Buffer.concat([content, Buffer.from(' ')]);
}

// A custom section without content: the program would run as before.
function oneSectionMore(program) {
  return Buffer.concat([program, Buffer.from([0, 1, 0])]);
}

async function assertNeverStarted(page, text) {
  await page.getByRole('status').textMatching(text);
  assert.equal(await page.getByRole('button', { name: /Sign in/ }).exists(), false);
}

for (const [name, change] of [
  ['framingham.js', oneByteMore],
  ['framingham.wasm', oneSectionMore],
  ['fonts/inter-regular.otf', oneByteMore],
  ['app.css', oneByteMore],
]) {
  inEachBrowser(`row 99: an altered or outdated ${name} is not used, and said`, async (page, context) => {
    await page.goto(await serveAltered(context, name, change));
    await assertNeverStarted(page, /is not the one that belongs to this page/);
    await page.getByRole('button', { name: 'Load again' }).find();
  });
}

inEachBrowser('row 99: without its first script the page says so by itself', async (page, context) => {
  await page.goto(await serveAltered(context, 'start.js', oneByteMore));
  await page.getByRole('link', { name: 'Load the page again' }).find();
  assert.equal(await page.getByRole('button', { name: /Sign in/ }).exists(), false);
});

// The app as a host would serve it that sends these headers.
function serveWith(context, headersFor) {
  return startScriptedServer(context, async ({ url }) => {
    const answer = await fetch(new URL(url, app.url));
    return {
      status: answer.status,
      headers: { 'Content-Type': answer.headers.get('Content-Type'), ...headersFor(url) },
      body: Buffer.from(await answer.arrayBuffer()),
    };
  });
}

inEachBrowser('row 100: a policy that forbids WebAssembly gives a plain text', async (page, context) => {
  const policy = { 'Content-Security-Policy': "script-src 'self'" };
  const forbidding = await serveWith(context, () => policy);
  await page.goto(forbidding.url);
  await assertNeverStarted(page, /no WebAssembly/);
});

inEachBrowser('row 100: a program of the wrong media type runs all the same', async (page, context) => {
  const mistaken = await serveWith(context, (url) =>
    url.startsWith('/framingham.wasm') ? { 'Content-Type': 'text/plain' } : {},
  );
  await page.goto(mistaken.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
});

inEachBrowser(
  'what is preloaded is not loaded a second time',
  async (page, context) => {
    const host = await serveWith(context, () => ({ 'Cache-Control': 'no-cache' }));
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Sign in as clinician' }).find();
    const programs = host.requests.filter(({ url }) => url.startsWith('/framingham.wasm'));
    assert.equal(programs.length, 1);
  },
  // WebKit asks again for what a host lets it keep only after asking.
  { browsers: ['chromium', 'firefox'] },
);

inEachBrowser('row 92: full storage is said before the page is left', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  await page.evaluate(`
    for (let size = 1 << 24; size >= 1; size >>= 1) {
      try {
        for (let i = 0; ; i += 1) sessionStorage.setItem(size + '-' + i, 'x'.repeat(size));
      } catch (full) {}
    }`);
  await app.control('DELETE log');
  await page.getByRole('button', { name: 'Sign in as clinician' }).click();
  await page.getByRole('alert').find(({ name, text }) => /stor/i.test(name + text));
  assert.equal(await page.url(), app.url);
  const asked = (await app.control('GET log')).map(({ url }) => url);
  assert.deepEqual(asked.filter((url) => url.startsWith('/auth')), []);
});

inEachBrowser('row 95: no window is opened or closed, whatever this one is called', async (page) => {
  await page.goto(app.url);
  await page.evaluate(`window.name = 'SMARTAuthPopup';`);
  await signIn(page, app, 'patient');
  await shownRisk(page);
});

inEachBrowser('row 109: messages from anyone change nothing', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  await app.control('DELETE log');
  await page.evaluate(`
    for (const message of [{ type: 'signIn' }, { code: 'c', state: 's' }, '?code=c&state=s',
                           { url: 'https://stranger.example' }]) {
      window.postMessage(message, '*');
    }`);
  await page.evaluate('return new Promise((next) => setTimeout(next));');
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  assert.equal(await page.url(), app.url);
  assert.deepEqual(await app.control('GET log'), []);
});

inEachBrowser('row 110: the app brings no service worker and names what it stores', async (page) => {
  await signIn(page, app, 'patient');
  await shownRisk(page);
  const left = await page.evaluate(`
    return navigator.serviceWorker.getRegistrations().then((workers) => ({
      workers: workers.length,
      stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    }));`);
  assert.equal(left.workers, 0);
  for (const key of left.stored) assert.match(key, /^framingham\./);
});
