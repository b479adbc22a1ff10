// A monkey at the app: whatever is clicked, typed, resized or cut off, the app stands, there is a
// way on, and nothing leaves for a stranger. By hand, for as long as one likes:
//   MONKEY_SECONDS=300 MONKEY_SEED=7 node --test tests/e2e/monkey.test.js
import assert from 'node:assert/strict';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { signIn, typeCredentials } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kSeed = Number(process.env.MONKEY_SEED ?? 20261123);
const kByHand = process.env.MONKEY_SECONDS && Number(process.env.MONKEY_SECONDS);
const kSeconds = { chromium: 45, firefox: 20, webkit: 20 };
const kSteps = { chromium: 150, firefox: 50, webkit: 50 };

// Controls that open a window of the browser itself, which nobody here can close.
const kOpensDialog = /open a file|print|export|download|abrir un archivo|imprimir|descargar/i;
// What a browser says of an answer that is no success, of fonts that came early, of the icon that it
// wants from the EHR's bare pages, and of a script whose loading a step away from the page cut off:
// the hash is that of nothing.
const kAlwaysSaid =
  /^failed to load resource: the server responded|preload|favicon\.ico|47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=/i;
// What it says of a fault that the monkey made itself, which may take a while to be said.
const kSaidOfFaults = /failed to load resource|net::ERR|CORS|cross-origin|blocked/i;
const kFaultsLinger = 4000;
// A step is cut off where its click or key took the page away from under it.
const kPageGone = /context|navigat|detached|target|no such (frame|window)|net::ERR_ABORTED/i;
// Ways into the screens that lie behind others.
const kWaysOn = /sign in|sample|enter values|connection|clinic|list|save|settings|what if|history|explain|share|copy|retry|again/i;

const kRoles = ['button', 'button', 'button', 'link', 'tab', 'checkbox', 'radio', 'switch'];
const kMoreRoles = ['slider', 'combobox', 'textbox', 'menuitem', 'row', 'columnheader'];
const kKeys = [
  ...['Tab', 'Tab', 'Shift+Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft'],
  ...['ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Backspace', 'Delete', '?', '/'],
];
const kTyped = [
  ...['120', '5.2', '5,2', '-1', '0', '999999999', '1e309', 'NaN', '2026-02-30', ' ', 'Ngata'],
  ...['<img src=x onerror=alert(1)>', "'; DROP TABLE patients; --", '%s%n%00', '../../etc/passwd'],
  ...['\u202Etxet', 'İıſßŒ', 'مرحبا', '心臓', '👩‍⚕️', 'long '.repeat(60)],
];
const kSizes = [[320, 480], [360, 740], [768, 1024], [1280, 800], [1600, 900], [740, 360]];
const kPaths = ['/fhir/', '/fhir/Patient', '/fhir/Observation', 'token', 'well-known', '/fhir/List'];
const kActions = [
  { status: 500 },
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 404 },
  { connection: 'drop' },
  { delayMs: 1500 },
  { truncate: 40 },
  { body: '<html>maintenance</html>' },
];

// SplitMix32: the same steps for the same seed on every machine.
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}

const kLook = `
  // A dialogue of the browser's own takes all further input, and a reload does not end it.
  window.print = () => {};
  onclick = (event) => event.target.closest?.('a[href^="tel:"]') && event.preventDefault();
  const again = document.getElementById('start-again');
  const { scrollWidth } = document.documentElement;
  return {
    origin: location.origin,
    tooWide: scrollWidth > innerWidth ? scrollWidth + ' of ' + innerWidth : '',
    hasStopped: again !== null && again.getClientRects().length > 0,
    width: innerWidth,
    height: innerHeight,
  };`;

class Monkey {
  steps = [];
  #page;
  #random;
  #messages = 0;
  #faultsSaidUntil = 0;

  constructor(page, seed) {
    this.#page = page;
    this.#random = randomNumbers(seed);
  }

  #any(list) {
    return list[Math.floor(this.#random() * list.length)];
  }

  #note(...words) {
    this.steps.push(words.join(' '));
  }

  /** One step; what becomes of it is judged by `check`. */
  async step() {
    const look = await this.#look();
    if (look.origin === app.ehr.url) return this.#passEhr().catch((error) => this.#hasLeft(error));
    if (look.origin !== app.origin) return this.#begin();
    const acts = [
      [48, () => this.#operate()],
      [8, () => this.#goOn()],
      [7, () => this.#clickAnywhere(look)],
      [14, () => this.#press()],
      [4, () => this.#wheel(look)],
      [7, () => this.#resize()],
      [3, () => this.#travel()],
      [1, () => this.#reload()],
      [4, () => this.#disturb()],
      [4, () => this.#calm()],
    ];
    let choice = this.#random() * acts.reduce((sum, [weight]) => sum + weight, 0);
    const [, act] = acts.find(([weight]) => (choice -= weight) < 0);
    return act();
  }

  #look() {
    return waitUntil('the page can be asked', () => this.#page.evaluate(kLook));
  }

  #begin() {
    this.#note('load the app');
    return this.#page.goto(app.url);
  }

  async #passEhr() {
    // WebKit's driver turns no wheel on a plain page: all of the form has to be in sight.
    await this.#page.resize(1280, 800);
    const account = this.#any(['clinician', 'patient']);
    const has = (role, name) => this.#page.getByRole(role, { name }).exists();
    if (await has('textbox', 'User name')) {
      this.#note('type the credentials of', account);
      return typeCredentials(this.#page, account);
    }
    if (await has('button', 'Allow')) {
      this.#note('click Allow');
      return this.#page.getByRole('button', { name: 'Allow' }).click();
    }
    return this.#begin();
  }

  /** An earlier key or click may take the EHR's page away while its form is being filled in. */
  async #hasLeft(error) {
    if ((await this.#look()).origin === app.ehr.url) throw error;
  }

  #mayOperate(element) {
    if (element.disabled || element.width === 0 || element.left < 0) return false;
    const { href } = element.attributes;
    if (href && new URL(href, app.url).origin !== app.origin) return false;
    return this.#page.browser === 'chromium' || !kOpensDialog.test(element.name);
  }

  async #operate() {
    const role = this.#any(this.#random() < 0.7 ? kRoles : kMoreRoles);
    if (await this.#clickOne(role)) {
      if (role === 'textbox') await this.#type();
    } else {
      await this.#press();
    }
  }

  /** Clicks any one within sight; false when there is none. */
  async #clickOne(role, name) {
    const found = await this.#page.getByRole(role, { name }).all();
    const { height } = await this.#look();
    const near = found.filter(
      (each) => this.#mayOperate(each) && each.top >= 0 && each.top < height - 2,
    );
    if (near.length === 0) return false;
    const chosen = this.#any(near);
    this.#note('click', role, JSON.stringify(chosen.name));
    const x = chosen.left + chosen.width / 2;
    await this.#page.clickAt({ x, y: Math.min(chosen.top + chosen.height / 2, height - 1) });
    return true;
  }

  async #goOn() {
    if (!(await this.#clickOne('button', kWaysOn))) await this.#press();
  }

  async #type() {
    const text = this.#any(kTyped);
    this.#note('type', JSON.stringify(text));
    if (this.#random() < 0.5) await this.#page.press('Control+a');
    await this.#page.type(text);
  }

  #clickAnywhere({ width, height }) {
    const point = { x: this.#random() * width, y: this.#random() * height };
    this.#note('click at', point.x.toFixed(), point.y.toFixed());
    return this.#page.clickAt(point);
  }

  #press() {
    const key = this.#any(kKeys);
    this.#note('press', JSON.stringify(key));
    return this.#page.press(key);
  }

  #wheel({ width, height }) {
    const distance = Math.round((this.#random() - 0.4) * 1500);
    this.#note('wheel', distance);
    return this.#page.driver.wheel(width / 2, height / 2, distance);
  }

  /** What is being typed survives another shape of the window. */
  async #resize() {
    const focused = (await this.#page.getByRole('textbox').all()).find((each) => each.focused);
    const [width, height] = this.#any(kSizes);
    this.#note('resize to', width, height);
    await this.#page.resize(width, height);
    if (!focused) return;
    await waitUntil(`"${focused.name}" still holds ${JSON.stringify(focused.value)}`, async () =>
      (await this.#page.getByRole('textbox', { name: focused.name }).all()).some(
        ({ value }) => value === focused.value,
      ),
    );
  }

  #travel() {
    const way = this.#any(['back', 'forward']);
    // WebKit's driver never answers again when a page goes back while it is just leaving. Going back
    // there has tests of its own.
    if (this.#page.browser === 'webkit') return this.#press();
    this.#note('go', way);
    return this.#page.evaluate(`history.${way}();`);
  }

  #reload() {
    this.#note('reload');
    return this.#page.reload();
  }

  #disturb() {
    const rule = {
      match: { path: this.#any(kPaths), times: 1 + Math.floor(this.#random() * 5) },
      action: this.#any(kActions),
    };
    this.#note('the EHR fails:', JSON.stringify(rule));
    this.#faultsSaidUntil = Infinity;
    return app.control('POST rules', rule);
  }

  #calm() {
    this.#note('the EHR is well again');
    if (this.#faultsSaidUntil === Infinity) {
      this.#faultsSaidUntil = performance.now() + kFaultsLinger;
    }
    return app.control('DELETE rules');
  }

  /** A click may take the page away from under the next question; anything else is a failure. */
  wasCutOff(error) {
    if (!kPageGone.test(error.message)) throw error;
    this.steps.push(`${this.steps.pop()} (cut off: ${error.message.split('\n')[0]})`);
  }

  /** What must hold after every step. */
  async check() {
    const look = await this.#look();
    this.#checkWhatWasSaid();
    if (look.origin !== app.origin) return;
    assert.equal(look.hasStopped, false, 'the app has stopped');
    await waitUntil('the document is no wider than the window', async () => {
      const now = await this.#look();
      return now.origin !== app.origin || now.tooWide === '';
    });
    await waitUntil('there is a way on', async () => {
      if ((await this.#look()).origin !== app.origin) return true;
      return (await this.#page.getByRole('button').all()).some(({ disabled }) => !disabled);
    });
  }

  #checkWhatWasSaid() {
    const said = (this.#page.consoleMessages ?? []).slice(this.#messages);
    this.#messages += said.length;
    const mayBeFault = performance.now() < this.#faultsSaidUntil;
    const unexpected = said.filter(
      (each) => !kAlwaysSaid.test(each) && !(mayBeFault && kSaidOfFaults.test(each)),
    );
    assert.deepEqual(unexpected, [], 'console');
    const allowed = [app.origin, app.ehr.url];
    const foreign = (this.#page.requests ?? []).filter(
      (url) => /^(https?|wss?):/.test(url) && !allowed.includes(new URL(url).origin),
    );
    assert.deepEqual(foreign, [], 'requests to strangers');
  }
}

async function letLoose(monkey, browser) {
  const end = performance.now() + 1000 * (kByHand ?? kSeconds[browser]);
  const most = kByHand ? Infinity : kSteps[browser];
  while (performance.now() < end && monkey.steps.length < most) {
    await monkey.step().catch((error) => monkey.wasCutOff(error));
    await monkey.check();
  }
}

inEachBrowser(
  'whatever a monkey does, the app stands and leads on',
  async (page, context) => {
    const monkey = new Monkey(page, kSeed);
    try {
      await page.goto(app.url);
      await letLoose(monkey, page.browser);
      await app.control('POST reset');
      await page.resize(1280, 800);
      await page.goto(app.url);
      await monkey.check();
      // It may have chosen another language.
      await page.evaluate('localStorage.clear();');
      await signIn(page, app, 'clinician');
      await page.getByRole('button', { name: 'Monday clinic' }).find();
    } catch (error) {
      const played = monkey.steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
      error.message += `\nMONKEY_SEED=${kSeed}, after ${monkey.steps.length} steps:\n${played}`;
      throw error;
    }
    context.diagnostic(`seed ${kSeed}: ${monkey.steps.length} steps`);
  },
  { timeout: 1000 * (180 + (kByHand ?? 0)) },
);
