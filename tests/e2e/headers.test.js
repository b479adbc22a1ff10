// The sample configurations for web servers and hosts send the headers that the demonstration sends,
// and the very policy that the page brings itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { installApp } from './harness/app.js';

const kFolder = new URL('../../web/headers/', import.meta.url);
const kShell = readFileSync(new URL('../../shell.html', import.meta.url), 'utf8');
const [, kPagePolicy] = /Content-Security-Policy" content="([^"]+)"/.exec(kShell);
const kExpected = {
  'Content-Security-Policy': `${kPagePolicy.replace(/@\w+@/, '')}; frame-ancestors 'none'`,
  ...JSON.parse(read('headers.json')),
};

function read(name) {
  return readFileSync(new URL(name, kFolder), 'utf8');
}

function fromLines(text, pattern) {
  return Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name, value]));
}

function fromPairs(headers) {
  return Object.fromEntries(headers.map(({ key, value }) => [key, value]));
}

function fromCloudFront({ SecurityHeadersConfig: known, CustomHeadersConfig: custom }) {
  assert.equal(custom.Quantity, custom.Items.length);
  return {
    'Content-Security-Policy': known.ContentSecurityPolicy.ContentSecurityPolicy,
    'Strict-Transport-Security': `max-age=${known.StrictTransportSecurity.AccessControlMaxAgeSec}`,
    'X-Content-Type-Options': known.ContentTypeOptions.Override ? 'nosniff' : undefined,
    'Referrer-Policy': known.ReferrerPolicy.ReferrerPolicy,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
  };
}

const kSamples = {
  'nginx.conf': (text) => fromLines(text, /^add_header (\S+) "(.+)" always;$/gm),
  'apache.htaccess': (text) => fromLines(text, /^Header always set (\S+) "(.+)"$/gm),
  Caddyfile: (text) => fromLines(text, /^\t\t(\S+) "(.+)"$/gm),
  _headers: (text) => fromLines(text, /^ {2}(\S+): (.+)$/gm),
  'vercel.json': (text) => fromPairs(JSON.parse(text).headers[0].headers),
  'firebase.json': (text) => fromPairs(JSON.parse(text).hosting.headers[0].headers),
  'staticwebapp.config.json': (text) => JSON.parse(text).globalHeaders,
  'cloudfront-response-headers-policy.json': (text) => fromCloudFront(JSON.parse(text)),
};

for (const [name, headersOf] of Object.entries(kSamples)) {
  test(`${name} sends the full set of headers`, () => {
    assert.deepEqual(headersOf(read(name)), kExpected);
  });
}

const app = installApp();

test('the demonstration sends the same, narrowed to its EHR', async () => {
  const { headers } = await fetch(app.url);
  for (const [name, value] of Object.entries(kExpected)) {
    const sent = headers.get(name);
    if (name !== 'Content-Security-Policy') assert.equal(sent, value);
    else assert.equal(sent, value.replace(/connect-src [^;]+/, `connect-src 'self' ${app.ehr.url}`));
  }
});
