// A server on this machine that answers as a test tells it and remembers what it was asked.
import { once } from 'node:events';
import { createServer } from 'node:http';

async function bodyOf(request) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

/**
 * Starts a server that ends with the test. `answer(request)` gives `{status, headers, body}`; the
 * default answers everything as a stranger would who wants to be talked to. `port` 0 is any.
 */
export async function startScriptedServer(context, answer = () => ({}), port = 0) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const received = { method, url, headers, body: await bodyOf(request) };
    requests.push(received);
    const { status = 200, headers: own = {}, body = '' } = await answer(received);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, Authorization');
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...own }).end(body);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { url: `${origin}/`, origin, requests };
}

/** A page that shows `address` in a frame that fills it. */
export function framing(address) {
  return `<!doctype html><style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>
    <iframe src="${address}"></iframe>`;
}
