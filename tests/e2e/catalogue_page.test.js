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

// The app as a host would serve it that sends these headers, beside other files of its own.
function serveWith(context, headersFor, others = {}) {
  return startScriptedServer(context, async ({ url }) => {
    if (others[url]) return others[url];
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

inEachBrowser('row 105: the address that an answer comes in is told to nobody a second time', async (page, context) => {
  // A host that sends no headers at all: what keeps the address is the page itself.
  const host = await serveWith(context, () => ({}));
  await page.goto(`${host.url}?code=secret-code&state=secret-state`);
  await page.getByRole('alert').find();
  const parts = host.requests.filter(({ url }) => !url.startsWith('/?'));
  assert.ok(parts.length > 4, 'scripts, styles, fonts and the program');
  const told = parts.filter(({ headers }) => headers.referer?.includes('secret'));
  assert.deepEqual(told.map(({ url }) => url), []);
});

inEachBrowser('where no header is sent a policy of its own keeps scripts out of the page', async (page, context) => {
  const host = await serveWith(context, () => ({}));
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  const ran = await page.evaluate(`
    const attempts = {
      element: () => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = "element"';
        document.body.append(script);
      },
      markup: () => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = \\'markup\\'">'),
      handler: () => document.body.setAttribute('onclick', 'window.ran = "handler"'),
    };
    for (const attempt of Object.values(attempts)) {
      try { attempt(); } catch (refused) {}
    }
    document.body.click();
    // Another picture that fails, after the first one.
    return new Promise((next) => {
      const last = new Image();
      last.addEventListener('error', () => next(window.ran ?? 'nothing'));
      last.src = 'data:,';
    });`);
  assert.equal(ran, 'nothing');
});

const kOtherProgram = `
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  self.addEventListener('fetch', () => {});`;

// A host where another program shares the origin, and registers a service worker for all of it.
function serveBesideAnother(context) {
  return serveWith(context, () => ({}), {
    '/other.html': { body: '<!doctype html><title>Other</title>' },
    '/other.js': { headers: { 'Content-Type': 'text/javascript' }, body: kOtherProgram },
  });
}

inEachBrowser('row 110: under another program’s service worker the app does not run', async (page, context) => {
  const shared = await serveBesideAnother(context);
  await page.goto(`${shared.url}other.html`);
  await page.evaluate(`
    return navigator.serviceWorker.register('/other.js').then(() => navigator.serviceWorker.ready)
      .then(() => true);`);
  await page.goto(shared.url);
  await assertNeverStarted(page, /a service worker/);
}, { browsers: ['chromium', 'firefox'] });

inEachBrowser('row 110: a service worker that takes over the page stops the app', async (page, context) => {
  const shared = await serveBesideAnother(context);
  await page.goto(shared.url);
  await page.getByRole('button', { name: 'Sign in as clinician' }).find();
  const other = await page.openTab();
  await other.goto(`${shared.url}other.html`);
  await other.evaluate(`return navigator.serviceWorker.register('/other.js').then(() => true);`);
  await page.bringToFront();
  await assertNeverStarted(page, /a service worker/);
}, { browsers: ['chromium', 'firefox'] });

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
