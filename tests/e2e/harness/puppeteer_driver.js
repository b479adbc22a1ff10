// Chromium over its DevTools protocol and Firefox over WebDriver BiDi.
import puppeteer from 'puppeteer-core';

import { displayEnvironment } from './display.js';

// Chromium's features that give its address bar pages of its own: each new window loads them, which
// costs as much as the app's start.
const kAddressBarPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

const kChromiumArguments = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${kAddressBarPages.join(',')}`,
];

// https://searchfox.org/mozilla-central/source/modules/libpref/init/StaticPrefList.yaml
const kFirefoxDark = 0;
const kFirefoxLight = 1;

async function launchOptions(browser, colorScheme) {
  if (browser === 'chromium') {
    return {
      browser: 'chrome',
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: kChromiumArguments,
    };
  }
  return {
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: false,
    env: { ...process.env, ...(await displayEnvironment()) },
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override':
        colorScheme === 'dark' ? kFirefoxDark : kFirefoxLight,
    },
  };
}

class PuppeteerDriver {
  requests = [];
  consoleMessages = [];
  #context;
  #page;
  #frame;

  constructor(browser, context, page) {
    this.browser = browser;
    this.#context = context;
    this.#page = page;
    this.#frame = page.mainFrame();
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('console', (message) => this.consoleMessages.push(message.text()));
    page.on('pageerror', (error) => this.consoleMessages.push(`uncaught: ${error.message}`));
  }

  navigate(url) {
    this.#frame = this.#page.mainFrame();
    return this.#page.goto(url);
  }

  reload() {
    return this.#page.reload();
  }

  back() {
    return this.#page.goBack();
  }

  forward() {
    return this.#page.goForward();
  }

  evaluate(body) {
    return this.#frame.evaluate(`(() => {${body}\n})()`);
  }

  async enterFrame() {
    const holder = await this.#frame.waitForSelector('iframe');
    this.#frame = await holder.contentFrame();
  }

  click(x, y) {
    return this.#page.mouse.click(x, y);
  }

  async wheel(x, y, distance) {
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.wheel({ deltaY: distance });
  }

  type(text) {
    return this.#page.keyboard.type(text);
  }

  async press(key, modifiers) {
    for (const modifier of modifiers) await this.#page.keyboard.down(modifier);
    await this.#page.keyboard.press(key);
    for (const modifier of modifiers.toReversed()) await this.#page.keyboard.up(modifier);
  }

  resize(width, height) {
    return this.#page.setViewport({ width, height });
  }

  screenshot() {
    return this.#page.screenshot();
  }

  /** What printing would give, in Chromium. */
  pdf(format) {
    return this.#page.pdf({ format, preferCSSPageSize: false });
  }

  /** As if the network cable were pulled, in Chromium. */
  unplug() {
    return this.#page.setOfflineMode(true);
  }

  async openTab() {
    return new PuppeteerDriver(this.browser, this.#context, await this.#context.newPage());
  }

  bringToFront() {
    return this.#page.bringToFront();
  }

  close() {
    return this.#context.close();
  }
}

/** Starts a browser; `openPage` gives a page with a profile of its own. */
export async function launchPuppeteer(browser, colorScheme) {
  const process = await puppeteer.launch(await launchOptions(browser, colorScheme));
  return {
    async openPage() {
      const context = await process.createBrowserContext();
      const page = await context.newPage();
      if (browser === 'chromium') {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colorScheme }]);
      }
      return new PuppeteerDriver(browser, context, page);
    },
    close: () => process.close(),
  };
}
