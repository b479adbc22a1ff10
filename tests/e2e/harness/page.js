// The page as a person uses it: elements are found by role and accessible name, and operated with
// the pointer and the keyboard. Nothing here knows which browser it is.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { describePage, findElements } from './accessible_elements.js';

const kDeadline = Number(process.env.E2E_DEADLINE_MS ?? 20_000);
const kPollInterval = 40;
const kArtefacts = fileURLToPath(new URL('../../../artefacts/e2e/', import.meta.url));

/** Asks again until `condition` gives something true; fails with `what` at the deadline. */
export async function waitUntil(what, condition, milliseconds = kDeadline) {
  const deadline = performance.now() + milliseconds;
  let lastError;
  do {
    try {
      const value = await condition();
      if (value) return value;
      lastError = undefined;
    } catch (error) {
      // A page that is just navigating away cannot be asked.
      lastError = error;
    }
    await pause(kPollInterval);
  } while (performance.now() < deadline);
  throw new Error(`not within ${milliseconds} ms: ${what}`, { cause: lastError });
}

function centre(element) {
  return { x: element.left + element.width / 2, y: element.top + element.height / 2 };
}

/** Elements of one role and name; looked up anew at every use. */
class Locator {
  #page;
  #role;
  #name;

  constructor(page, role, name) {
    this.#page = page;
    this.#role = role;
    this.#name = name;
  }

  toString() {
    return this.#name === undefined ? this.#role : `${this.#role} ${this.#name}`;
  }

  /** All that match now. */
  async all() {
    return (await findElements(this.#page.driver, this.#role, this.#name)).found;
  }

  async exists() {
    return (await this.all()).length > 0;
  }

  /** Waits until there is exactly one, for which `condition` holds. */
  async find(condition = () => true, what = '') {
    let seen = [];
    try {
      return await waitUntil(`${this} ${what}`, async () => {
        seen = await this.all();
        return seen.length === 1 && condition(seen[0]) && seen[0];
      });
    } catch (error) {
      const matches = JSON.stringify(seen.map(({ name, text, value }) => ({ name, text, value })));
      error.message += `\nlast matches: ${matches}\n${await this.#page.describe()}`;
      throw error;
    }
  }

  async text() {
    return (await this.find()).text;
  }

  /** Waits until its text matches, and returns the text. */
  async textMatching(pattern) {
    return (await this.find(({ text }) => pattern.test(text), `with text ${pattern}`)).text;
  }

  async waitUntilGone() {
    await waitUntil(`${this} gone`, async () => !(await this.exists()));
  }

  /** Clicks where a person would: in its middle, once it has stopped moving. */
  async click() {
    await this.#page.clickAt(await this.#reach());
  }

  /** Replaces a text field's content by typing. */
  async fill(text) {
    await this.click();
    await this.find(({ focused }) => focused, 'focused');
    await this.#page.press('Control+a');
    await this.#page.type(text);
    await this.find(({ value }) => value === text, `holding "${text}"`);
  }

  // The middle of the element, scrolled into view with the wheel where needed.
  async #reach() {
    let last;
    return waitUntil(`${this} within reach`, async () => {
      const { found, viewport } = await findElements(this.#page.driver, this.#role, this.#name);
      if (found.length !== 1) throw new Error(`${found.length} elements match ${this}`);
      const point = centre(found[0]);
      const rests = last && last.x === point.x && last.y === point.y;
      last = point;
      if (!rests) return false;
      const above = Math.min(0, point.y - found[0].sightBegins);
      const outside = above || Math.max(0, point.y - viewport.height + 1);
      if (outside === 0) return point;
      const distance = Math.round(outside + Math.sign(outside) * viewport.height * 0.3);
      // Above or below the element: what lies beside it may scroll by itself.
      const x = Math.min(Math.max(point.x, 1), viewport.width - 1);
      await this.#page.driver.wheel(x, viewport.height / 2, distance);
      return false;
    }).catch(async (error) => {
      error.message += `\n${await this.#page.describe()}`;
      throw error;
    });
  }
}

export class Page {
  constructor(driver) {
    this.driver = driver;
  }

  get browser() {
    return this.driver.browser;
  }

  /** Every URL requested by the page so far; undefined where the browser does not tell. */
  get requests() {
    return this.driver.requests;
  }

  /** Every console message so far; undefined where the browser does not tell. */
  get consoleMessages() {
    return this.driver.consoleMessages;
  }

  getByRole(role, { name } = {}) {
    return new Locator(this, role, name);
  }

  goto(url) {
    return this.driver.navigate(url);
  }

  reload() {
    return this.driver.reload();
  }

  back() {
    return this.driver.back();
  }

  forward() {
    return this.driver.forward();
  }

  /** Until the next `goto` everything is looked for and run in the page's only frame. */
  enterFrame() {
    return this.driver.enterFrame();
  }

  clickAt({ x, y }) {
    return this.driver.click(x, y);
  }

  type(text) {
    return this.driver.type(text);
  }

  /** Presses a key by its DOM name, with modifiers as in "Shift+Tab". */
  press(keys) {
    const names = keys.split('+');
    return this.driver.press(names.pop(), names);
  }

  resize(width, height) {
    return this.driver.resize(width, height);
  }

  /** Runs the body of a function in the page and returns its JSON value. */
  evaluate(body) {
    return this.driver.evaluate(body);
  }

  url() {
    return this.evaluate('return location.href;');
  }

  title() {
    return this.evaluate('return document.title;');
  }

  describe() {
    return describePage(this.driver).catch((error) => `(no accessible tree: ${error.message})`);
  }

  /** Keeps a picture under the ignored folder artefacts/e2e. */
  async screenshot(name) {
    const file = path.join(kArtefacts, `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, await this.driver.screenshot());
  }

  /** What is needed to understand a failure: picture, accessible tree, console. */
  async keepEvidence(name) {
    const file = path.join(kArtefacts, 'failures', name.replace(/[^\w.-]+/g, '-'));
    await this.screenshot(path.relative(kArtefacts, file));
    const console = (this.consoleMessages ?? []).join('\n');
    writeFileSync(`${file}.txt`, `${await this.describe()}\n\nconsole:\n${console}\n`);
  }

  /** Another tab of the same profile, in front of this one; closed with it. Not in WebKit. */
  async openTab() {
    return new Page(await this.driver.openTab());
  }

  bringToFront() {
    return this.driver.bringToFront();
  }

  close() {
    return this.driver.close();
  }
}
