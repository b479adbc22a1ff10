/**
 * Every request that the demo EHR received, in full, so that tests can see what a client sends.
 *
 * @typedef {object} LogEntry
 * @property {number} time milliseconds since 1970
 * @property {string} method
 * @property {string} url path and query
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} body as far as it was read
 * @property {number} [status] of the answer
 */
export class RequestLog {
  static #maximum = 10_000;
  /** @type {LogEntry[]} */
  #entries = [];

  /** @returns {readonly LogEntry[]} */
  get entries() {
    return this.#entries;
  }

  clear() {
    this.#entries = [];
  }

  /**
   * @param {import('../http.js').Request} request
   * @param {import('../http.js').Response} response
   */
  record(request, response) {
    const { method, url, headers } = request;
    const entry = { time: Date.now(), method, url, headers, body: '' };
    this.#entries.push(entry);
    if (this.#entries.length > RequestLog.#maximum) this.#entries.shift();
    // Watching the events leaves the stream to whoever reads the body.
    const emit = request.emit;
    request.emit = (event, ...values) => {
      if (event === 'data') entry.body += values[0].toString('utf8');
      return emit.call(request, event, ...values);
    };
    response.on('finish', () => {
      entry.status = response.statusCode;
    });
  }
}
