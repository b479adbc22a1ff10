// The EHR's own look: asked for without the token, from the EHR alone, and never in the way.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { shownRisk, signIn } from './harness/journeys.js';
import { startScriptedServer } from './harness/scripted_server.js';

const app = installApp();
const kChromium = { browsers: ['chromium'] };
const kStyle = '/smart-style.json';

afterEach(() => app.control('POST reset'));

async function styleRequests() {
  const log = await app.control('GET log');
  return log.filter(({ method, url }) => method === 'GET' && url === kStyle);
}

inEachBrowser('row 85: the style is read once, without token, proof or cookie', async (page) => {
  await signIn(page, app, 'patient');
  await shownRisk(page);
  const requests = await styleRequests();
  assert.equal(requests.length, 1);
  const [{ headers, status }] = requests;
  assert.equal(status, 200);
  for (const name of ['authorization', 'dpop', 'cookie']) assert.equal(headers[name], undefined);
});

inEachBrowser('row 85: a style on another server is not asked for', async (page, context) => {
  const stranger = await startScriptedServer(context);
  await app.control('POST rules', {
    match: { method: 'POST', path: '^/token' },
    action: { json: { smart_style_url: `${stranger.url}style.json` } },
  });
  await signIn(page, app, 'patient');
  await shownRisk(page);
  assert.deepEqual(stranger.requests, []);
}, kChromium);

for (const [title, action] of [
  ['is longer than it may be', { bodyBytes: 100_000 }],
  ['is no JSON', { body: '<html>' }],
  ['holds no colours', { json: { color_highlight: 'url(https://evil.example/)' } }],
  ['is not there', { status: 404 }],
  ['wants a token', { status: 401 }],
  ['is cut off', { connection: 'drop' }],
]) {
  inEachBrowser(`row 85: a style that ${title} is passed over in silence`, async (page) => {
    await app.control('POST rules', { match: { path: `^${kStyle}$` }, action });
    await signIn(page, app, 'patient');
    await shownRisk(page);
    assert.notEqual((await styleRequests()).length, 0);
  }, kChromium);
}
