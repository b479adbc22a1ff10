// Rows of the fault catalogue about frames: strangers see nothing, the EHR that the host named works.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { shownRisk, typeCredentials } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';
import { framing, startScriptedServer } from './harness/scripted_server.js';

// The header would keep strangers out by itself; it is left open here to see what the page does.
const chart = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html').end(framing(chartShows));
}).listen(0, '127.0.0.1');
await once(chart, 'listening');
chart.unref();
let chartShows = '';
const kChartOrigin = `http://127.0.0.1:${chart.address().port}`;
afterEach(() => app.control('POST reset'));
const app = installApp({}, { frameAncestors: [kChartOrigin] }, { frameAncestors: ['*'] });

async function openInChart(page, address) {
  chartShows = address;
  await page.goto(kChartOrigin);
  await page.enterFrame();
}

async function launchAddress(patient) {
  const { launch } = await app.control('POST launch', { patient });
  return `${app.url}?${new URLSearchParams({ iss: app.ehr.fhirBase, launch })}`;
}

/** The demo EHR's login page keeps out of frames unless told otherwise. */
function letLoginBeFramed() {
  return app.control('POST rules', {
    match: { path: '^/(auth|interaction)' },
    action: { headers: { 'Content-Security-Policy': null } },
  });
}

async function assertOnlyOwnWindow(page) {
  await page.getByRole('status').textMatching(/open it in its own window/);
  await page.getByRole('link', { name: 'Open in its own window' }).find();
  assert.equal(await page.getByRole('button').exists(), false);
}

inEachBrowser('row 96: framed by a stranger the page shows nothing but the way out', async (page, context) => {
  const stranger = await startScriptedServer(context, () => ({ body: framing(app.url) }));
  await page.goto(stranger.url);
  await page.enterFrame();
  await assertOnlyOwnWindow(page);
});

inEachBrowser(
  'row 96: a stranger’s frame inside the EHR’s is a stranger’s all the same',
  async (page, context) => {
    const stranger = await startScriptedServer(context, () => ({ body: framing(app.url) }));
    await openInChart(page, stranger.url);
    await page.enterFrame();
    await assertOnlyOwnWindow(page);
  },
);

inEachBrowser(
  'row 96: a page of the app’s own around the stranger’s makes it no friend',
  async (page, context) => {
    let framed = '';
    const stranger = await startScriptedServer(context, () => ({ body: framing(framed) }));
    const host = await startScriptedServer(context, async ({ url }) => {
      if (url === '/around') return { body: framing(stranger.url) };
      const answer = await fetch(new URL(url, app.url));
      const headers = { 'Content-Type': answer.headers.get('Content-Type') };
      return { headers, body: Buffer.from(await answer.arrayBuffer()) };
    });
    framed = host.url;
    await page.goto(`${host.url}around`);
    await page.enterFrame();
    await page.enterFrame();
    await assertOnlyOwnWindow(page);
  },
);

inEachBrowser(
  'row 93: in a frame of the EHR the whole sign-in stays in that frame',
  async (page) => {
    await letLoginBeFramed();
    await openInChart(page, await launchAddress('denise-washington'));
    await page.getByRole('textbox', { name: 'User name' }).find();
    await typeCredentials(page, 'clinician');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Denise Washington' }).find();
    await shownRisk(page);
  },
);

inEachBrowser(
  'row 94: a login page that refuses frames leaves a way on',
  async (page) => {
    await app.control('DELETE log');
    await openInChart(page, app.url);
    await page.getByRole('button', { name: 'Sign in as patient' }).click();
    await waitUntil('the login page was asked for', async () =>
      (await app.control('GET log')).some(({ url }) => url.startsWith('/auth')),
    );
    await openInChart(page, app.url);
    await page.getByRole('status').textMatching(/sign-in has not come back/);
    await page.getByRole('link', { name: 'Open in its own window' }).find();
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByRole('button', { name: 'Sign in as patient' }).find();
  },
);

inEachBrowser('row 93: a launch in the wrong frame goes on in its own window', async (page, context) => {
  const launch = await launchAddress('denise-washington');
  const stranger = await startScriptedServer(context, () => ({ body: framing(launch) }));
  await page.goto(stranger.url);
  await page.enterFrame();
  await assertOnlyOwnWindow(page);
  const { attributes } = await page.getByRole('link', { name: 'Open in its own window' }).find();
  assert.equal(new URL(attributes.href, app.url).search, new URL(launch).search);
});
