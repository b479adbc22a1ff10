// A static file server for the built app, on the loopback interface only, with the response headers
// that a real host should send.
import { createReadStream, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const kMediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ndjson': 'application/fhir+ndjson; charset=utf-8',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

const kHeaders = JSON.parse(
  readFileSync(new URL('../web/headers/headers.json', import.meta.url), 'utf8'),
);

// The policy that the page brings in a meta element, said by a header as well; narrower where it is
// known what the app connects to, and with the part that only a header can say.
function contentSecurityPolicy(page, connectTo, frameAncestors) {
  const [, shipped] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  const connect = ['connect-src', "'self'", ...connectTo].join(' ');
  const framing = ['frame-ancestors', ...frameAncestors].join(' ');
  const directives = shipped?.replace(/connect-src [^;]+/, connect) ?? connect;
  return `${directives}; ${framing}`;
}

// The file that a request's path names; undefined where it would lie outside the folder.
function fileFor(folder, requestUrl) {
  let name;
  try {
    name = decodeURIComponent(new URL(requestUrl, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
  return name.includes('\0') || !file.startsWith(folder + path.sep) ? undefined : file;
}

async function respond(request, response, folder, generated) {
  const refuse = (status) => response.writeHead(status, { 'Content-Type': 'text/plain' }).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = fileFor(folder, request.url);
  if (!file) return refuse(400);
  const type = kMediaTypes[path.extname(file)] ?? 'application/octet-stream';
  const content = await generated[path.relative(folder, file)];
  if (content !== undefined) return response.writeHead(200, { 'Content-Type': type }).end(content);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refuse(404);
  const modified = found.mtime.toUTCString();
  if (request.headers['if-modified-since'] === modified) return refuse(304);
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': found.size,
    'Last-Modified': modified,
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

/**
 * Serves a folder. `connectTo` are the further origins that the page may send requests to,
 * `frameAncestors` those that may frame it; `generated` are files given as text or bytes, or as a
 * promise of them, by name, that stand in for those in the folder.
 */
export async function serve({
  folder,
  port = 0,
  connectTo = [],
  frameAncestors = ["'none'"],
  generated = {},
}) {
  const root = path.resolve(folder);
  const page = await readFile(path.join(root, 'index.html'), 'utf8');
  const policy = contentSecurityPolicy(page, connectTo, frameAncestors);
  const headers = { 'Content-Security-Policy': policy, ...kHeaders };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    respond(request, response, root, generated).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * What lets the served app sign in to this demo EHR, as further options for `serve`; `settings` are
 * further members of config.json.
 */
export function withDemoEhr(ehr, settings = {}) {
  const configuration = {
    emergencyNumber: '111',
    ehrs: [
      {
        name: 'Demo EHR',
        fhirBase: ehr.fhirBase,
        clientId: ehr.clientId,
        users: ['clinician', 'patient'],
        scopes: ['online_access'],
        demonstration: true,
      },
    ],
    ...settings,
  };
  return { connectTo: [ehr.url], generated: { 'config.json': JSON.stringify(configuration) } };
}
