/**
 * Faults that tests switch on. A rule picks requests and says what becomes of them.
 *
 * @typedef {object} Rule
 * @property {{method?: string, path?: string, skip?: number, times?: number}} match `path` is a
 *           regular expression on path and query; the first `skip` requests pass, then the rule
 *           acts `times` times (default: always); a preflight matches only by `method: 'OPTIONS'`
 * @property {Action} action
 *
 * @typedef {object} Action
 * @property {number} [delayMs] wait first
 * @property {'drop' | 'hang' | 'drip' | 'drop-after'} [connection] close without an answer; never
 *           answer; one byte at a time for ever; do the work, then close without an answer
 * @property {number} [status] answer so, without asking the server
 * @property {Record<string, string | null>} [headers] set, or removed with null
 * @property {string} [body] replaces the body
 * @property {number} [bodyBytes] replaces the body by so many spaces
 * @property {number} [truncate] keeps so many bytes of the body
 * @property {Record<string, unknown>} [json] members to set in a JSON body, or to remove with null
 * @property {Record<string, string | null>} [locationQuery] query parameters of the redirect to the
 *           app to set, or to remove with null
 * @property {boolean} [noCors] leave out every CORS header
 */

/** The rules in force, in order; the first that matches acts. */
export class Faults {
  /** @type {(Rule & {seen: number})[]} */
  #rules = [];

  /** @param {Rule} rule */
  add(rule) {
    this.#rules.push({ ...rule, seen: 0 });
  }

  clear() {
    this.#rules = [];
  }

  /**
   * @param {import('../http.js').Request} request
   * @returns {Action | undefined}
   */
  actionFor(request) {
    for (const rule of this.#rules) {
      const { method, path, skip = 0, times = Infinity } = rule.match;
      const matchesMethod = method ? method === request.method : request.method !== 'OPTIONS';
      if (!matchesMethod) continue;
      if (path && !new RegExp(path).test(request.url)) continue;
      rule.seen += 1;
      if (rule.seen > skip && rule.seen <= skip + times) return rule.action;
    }
    return undefined;
  }
}

/**
 * Applies an action to a request.
 *
 * @param {Action} action
 * @param {import('../http.js').Response} response
 * @param {() => Promise<void>} answer lets the server answer
 */
export async function applyFault(action, response, answer) {
  if (action.delayMs) await new Promise((resolve) => setTimeout(resolve, action.delayMs));
  if (action.connection === 'drop') response.destroy();
  else if (action.connection === 'hang') return;
  else if (action.connection === 'drip') drip(response);
  else {
    rewrite(response, action);
    if (action.status === undefined) await answer();
    else {
      response.statusCode = action.status;
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end();
    }
  }
}

function drip(response) {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
}

/** Holds the answer back until it is complete, then sends it as the action wants it. */
function rewrite(response, action) {
  const { end, writeHead } = response;
  const chunks = [];
  const collect = (chunk) => {
    if (chunk && typeof chunk !== 'function') chunks.push(Buffer.from(chunk));
    return true;
  };
  response.writeHead = (status, headers = {}) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return response;
  };
  response.write = collect;
  response.end = (chunk) => {
    collect(chunk);
    if (action.connection === 'drop-after') return response.destroy();
    const body = rewriteBody(Buffer.concat(chunks), action);
    rewriteHeaders(response, action);
    response.removeHeader('content-length');
    response.writeHead = writeHead;
    response.end = end;
    return response.end(body);
  };
}

function rewriteBody(original, action) {
  let body = original;
  if (action.body !== undefined) body = Buffer.from(action.body);
  if (action.bodyBytes !== undefined) body = Buffer.alloc(action.bodyBytes, ' ');
  if (action.json) body = Buffer.from(JSON.stringify(merge(JSON.parse(body), action.json)));
  return action.truncate === undefined ? body : body.subarray(0, action.truncate);
}

function merge(target, changes) {
  const result = { ...target };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete result[key];
    else result[key] = value;
  }
  return result;
}

function rewriteHeaders(response, { headers = {}, noCors, locationQuery }) {
  // A relative redirect stays within the server; the one back to the app is absolute.
  if (locationQuery && URL.canParse(response.getHeader('location'))) {
    const location = new URL(response.getHeader('location'));
    for (const [key, value] of Object.entries(locationQuery)) {
      if (value === null) location.searchParams.delete(key);
      else location.searchParams.set(key, value);
    }
    response.setHeader('location', location.href);
  }
  if (noCors) {
    response
      .getHeaderNames()
      .filter((name) => name.startsWith('access-control-'))
      .forEach((name) => response.removeHeader(name));
  }
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) response.removeHeader(name);
    else response.setHeader(name, value);
  }
}
