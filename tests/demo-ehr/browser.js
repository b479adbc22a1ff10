/**
 * As much of a browser as signing in needs: cookies, redirects followed one by one, and forms.
 */
export class Browser {
  /** @type {Map<string, string>} */
  #cookies = new Map();

  /**
   * Follows redirects until a page, or until a redirect leaves for `stopAt`.
   * @param {string} url
   * @param {{stopAt?: string, form?: Record<string, string>}} [options]
   * @returns {Promise<{url: string, status: number, html: string}>}
   */
  async open(url, { stopAt, form } = {}) {
    let target = url;
    let body = form && new URLSearchParams(form);
    for (let hop = 0; hop < 10; hop += 1) {
      const response = await fetch(target, {
        method: body ? 'POST' : 'GET',
        body,
        redirect: 'manual',
        headers: { cookie: this.#cookieHeader() },
      });
      this.#keepCookies(response);
      const location = response.headers.get('location');
      if (!location) return { url: target, status: response.status, html: await response.text() };
      await response.arrayBuffer();
      target = new URL(location, target).href;
      if (stopAt && target.startsWith(stopAt)) return { url: target, status: 303, html: '' };
      body = undefined;
    }
    throw new Error('too many redirects');
  }

  #cookieHeader() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keepCookies(response) {
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(';');
      const separator = pair.indexOf('=');
      const name = pair.slice(0, separator);
      const expired = attributes.some((each) => /expires=Thu, 01 Jan 1970/i.test(each));
      if (expired) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(separator + 1));
    }
  }
}
